import { type Fault, faultAt, type Place } from "../fault.ts";
import type { Reference } from "../read/reference.ts";
import { nouns, type RowKey } from "../../nouns/index.ts";
import type { CurrentState } from "../load/current-state.ts";
import type { Entries } from "../read/entry.ts";

/** A row that a change set takes out, with its parts. */
export interface Retraction extends RowKey {
  name: string;
  place: Place;
}

/** What still refers to what is taken out: what the change set says anew counts as it says it. */
export function retractionFaults(
  retractions: readonly Retraction[],
  references: readonly Reference[],
  entries: Entries,
  current: CurrentState,
): Fault[] {
  const gone = new Set(retractions.map(keyOf));
  const saidAnew = new Set(
    Object.entries(current.rows).flatMap(([noun, rows]) =>
      entries[noun as keyof Entries].flatMap(({ name }) => {
        const row = rows.get(name);
        return row === undefined ? [] : [keyOf({ noun: noun as RowKey["noun"], id: Number(row.id) })];
      }),
    ),
  );
  const referred = retractions.flatMap((retraction): Fault[] => {
    const nodes = current.referrers.filter(
      (one) => keyOf(one.to) === keyOf(retraction) && !gone.has(keyOf(one)) && !saidAnew.has(keyOf(one)),
    );
    if (nodes.length === 0) return [];
    const { word } = nouns[retraction.noun];
    const others = nodes.length === 1 ? "one other refers" : `${nodes.length} others refer`;
    const message = `${others} to the ${word} ${retraction.name}: take them out first, or have them refer to another`;
    return [{ ...faultAt(retraction.place, message), nodes: nodes.map(({ noun, id }) => ({ noun, id })) }];
  });
  const mentioned = references
    .filter(({ noun, name }) => retractions.some((one) => one.noun === noun && one.name === name))
    .map(({ name, place }) => faultAt(place, `${name} is taken out at the same time`));
  return [...referred, ...mentioned];
}

function keyOf({ noun, id }: RowKey): string {
  return `${noun} ${id}`;
}
