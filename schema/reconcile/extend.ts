import type { Cell, Extending, Extension } from "../../src/domain/reconcile/extension.ts";
import type { Property } from "./property.ts";
import { propertyNamed } from "./property.ts";
import type { WantedProperty } from "./property-document.ts";
import { type Ask, describe, type Value } from "./property-value.ts";

/** The values of properties, on the day that is asked for with each. Unknown properties and ids have none. */
export async function extend(
  ask: Ask,
  properties: readonly Property[],
  { ids, properties: asked }: Extending,
): Promise<Extension> {
  const known = asked.map(({ id }) => propertyNamed(properties, id));
  const wanted = asked.flatMap(({ asOf, certainty }, at): WantedProperty[] => {
    const property = known[at];
    return property === undefined ? [] : [{ property, when: { asOf, certainty } }];
  });
  const entities = ids.length === 0 || wanted.length === 0 ? [] : await describe(ask, ids, wanted);
  const columns = asked.map(({ id }, at) => ({
    id,
    name: known[at]?.name ?? id,
    valueType: known[at]?.valueType ?? null,
  }));
  // Where the values of each stand: only what is known is read.
  const places = known.map((_, at) => known.slice(0, at).filter((property) => property !== undefined).length);
  const rows = ids.map(
    (id, at) =>
      [
        id,
        places.map((place, column) => (known[column] === undefined ? [] : shown(entities[at]?.values[place] ?? []))),
      ] as const,
  );
  return { columns, rows: new Map(rows) };
}

/** Each value once: who holds two offices is one person. */
function shown(values: readonly Value[]): Cell[] {
  const all = values.map((value) => (typeof value === "string" ? value : { id: value.id, name: value.name }));
  return [...new Map(all.map((value) => [typeof value === "string" ? value : value.id, value])).values()];
}
