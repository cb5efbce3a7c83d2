import { type Noun, nouns } from "../../nouns/index.ts";
import { parts } from "../../nouns/part/index.ts";
import { fieldsOf, partsOf } from "../../nouns/structure.ts";
import type { Fields, StoredNode } from "../load/stored.ts";

/** What is said of a node in one place: by its own fields, or by those of one of its parts. */
export interface SaidRow {
  /** The list of the part, such as `aliases`; null for the node's own fields. */
  list: string | null;
  fields: Fields;
}

/**
 * All that is said of a node, nothing where it is not there. A part is found by what people know it by, not by its row: that is
 * another one whenever the list is told anew.
 */
export type Said = ReadonlyMap<string, SaidRow>;

const OWN = "";

/** What is said of a node that is loaded. */
export function saidOf(node: Pick<StoredNode, "noun" | "fields" | "parts"> | undefined): Said {
  if (node === undefined) return new Map();
  const rows = new Map<string, SaidRow>([[OWN, { list: null, fields: node.fields }]]);
  for (const { part, name } of partsOf(node.noun)) {
    for (const { fields } of node.parts[name] ?? []) {
      const known = `${name} ${parts[part].knownBy.map((field) => fields[field] ?? "").join(" ")}`;
      let key = known;
      for (let nth = 2; rows.has(key); nth += 1) key = `${known} ${nth}`;
      rows.set(key, { list: name, fields });
    }
  }
  return rows;
}

/** What an entry says of a node, beside what it cannot say, which stays. */
export function saidBy(noun: Noun, value: Readonly<Record<string, unknown>>, stored: Said): Said {
  const cells = (of: Parameters<typeof fieldsOf>[0], said: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(fieldsOf(of).map(({ name, initial }) => [name, said[name] ?? initial])) as Fields;
  const lists = partsOf(noun).map(({ part, name }) => {
    const told = value[name] as Record<string, unknown>[] | undefined;
    const isKept = told === undefined && parts[part].input === null;
    const fields = isKept
      ? [...stored.values()].filter(({ list }) => list === name).map((row) => row.fields)
      : (told ?? []).map((one) => cells(parts[part], one));
    return [name, fields.map((one) => ({ id: 0, fields: one }))] as const;
  });
  return saidOf({ noun, fields: cells(nouns[noun], value), parts: Object.fromEntries(lists) });
}

/** The name of what a row is about, as changes are told: one of its own fields, or the list that a part is in. */
export function toldAs({ list }: SaidRow, field: string): string {
  return list ?? field;
}

/** The fields in which two rows differ: all, where one of them is not there. */
export function differing(a: SaidRow | undefined, b: SaidRow | undefined): string[] {
  if (a === undefined && b === undefined) return [];
  const names = new Set([...Object.keys(a?.fields ?? {}), ...Object.keys(b?.fields ?? {})]);
  if (a === undefined || b === undefined) return [...names];
  return [...names].filter((name) => a.fields[name] !== b.fields[name]);
}

/** The rows that any of them has, in the order in which they come. */
export function keysOf(...all: readonly Said[]): string[] {
  return [...new Set(all.flatMap((said) => [...said.keys()]))];
}

/** Whether two say the same, in whatever order. */
export function isSame(a: Said, b: Said): boolean {
  return keysOf(a, b).every((key) => differing(a.get(key), b.get(key)).length === 0);
}

/** The node's own fields and its lists. */
export function nodeOf(noun: Noun, said: Said): Pick<StoredNode, "fields" | "parts"> {
  const rows = [...said.values()];
  return {
    fields: said.get(OWN)?.fields ?? {},
    parts: Object.fromEntries(
      partsOf(noun).map(({ name }) => [
        name,
        rows.filter(({ list }) => list === name).map(({ fields }) => ({ id: 0, fields })),
      ]),
    ),
  };
}
