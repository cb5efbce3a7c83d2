import type { D1Client } from "../../../drizzle/client/d1-client.ts";
import type { FieldChange } from "../../../drizzle/history/field-change.ts";
import type { Planned } from "../apply.ts";
import { type Noun, nounNames, nouns } from "../../nouns/index.ts";
import { parts } from "../../nouns/part/index.ts";
import { fieldsOf, partsOf } from "../../nouns/structure.ts";
import { type Fields, readStored, type StoredNode } from "../load/stored.ts";

/** What would become of a node. */
export interface Preview {
  noun: Noun;
  /** Null for a new one. */
  id: number | null;
  name: string;
  action: "CREATED" | "UPDATED" | "RETRACTED";
  fields: FieldChange[];
}

/** What a plan would do, node by node, as the changes of a revision are told. */
export async function previewOf(d1: D1Client, { entries, difference }: Planned): Promise<Preview[]> {
  const retracted = nounNames.flatMap((noun) => difference.deletes[noun].map((id) => ({ noun, id })));
  const named = nounNames.flatMap((noun) =>
    entries[noun].map(({ name, value }) => ({
      noun,
      name,
      value: { ...value, [nouns[noun].name]: name },
      id: difference.ids[noun].get(name) ?? 0,
    })),
  );
  const { nodes } = await readStored(d1, [...retracted, ...named]);
  const stored = (noun: Noun, id: number) => nodes.find((node) => node.noun === noun && node.id === id);

  const taken = retracted.map(({ noun, id }): Preview => {
    const node = stored(noun, id);
    const fields = node === undefined ? [] : compare(noun, node, undefined);
    return { noun, id, name: node?.name ?? "", action: "RETRACTED", fields };
  });
  const said = named.flatMap(({ noun, name, value, id }): Preview[] => {
    const before = stored(noun, id);
    const fields = compare(noun, before, value);
    if (before === undefined) return [{ noun, id: null, name, action: "CREATED", fields }];
    return fields.length === 0 ? [] : [{ noun, id, name, action: "UPDATED", fields }];
  });
  return [...said, ...taken];
}

function compare(
  noun: Noun,
  before: StoredNode | undefined,
  after: Record<string, unknown> | undefined,
): FieldChange[] {
  const own = fieldsOf(nouns[noun]).map(({ name, initial }) => ({
    name,
    before: textOf(before?.fields[name]),
    after: after === undefined ? null : textOf(after[name] ?? initial),
  }));
  const ownParts = partsOf(noun).flatMap(({ part, name }) => {
    const text = (fields: unknown) =>
      JSON.stringify(
        Object.fromEntries(fieldsOf(parts[part]).map((field) => [field.name, (fields as Fields)[field.name] ?? null])),
      );
    const old = (before?.parts[name] ?? []).map(({ fields }) => text(fields));
    const told = after === undefined ? [] : (after[name] as unknown[] | undefined);
    const now = told === undefined ? (parts[part].input === null ? old : []) : told.map(text);
    return [
      ...without(old, now).map((part) => ({ name, before: part, after: null })),
      ...without(now, old).map((part) => ({ name, before: null, after: part })),
    ];
  });
  return [...own.filter((field) => field.before !== field.after), ...ownParts];
}

/** The texts of the first list that the second has fewer of. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return texts.filter((text) => {
    const place = left.indexOf(text);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

function textOf(cell: unknown): string | null {
  if (cell == null) return null;
  return typeof cell === "string" ? cell : JSON.stringify(cell);
}
