import { getTableName } from "drizzle-orm";
import { citationText, type EntryText, entryText } from "../../../drizzle/search/entry-text.ts";
import { type EntryKind, entryKinds, indexed } from "../../../drizzle/search/indexed.ts";
import { type Noun, nouns } from "../../nouns/index.ts";
import type { Part } from "../../nouns/part/index.ts";
import type { PlannedEntry, PlannedRow } from "./planned-row.ts";

/** The ids that the rows of each part will have, in the order in which they are told. */
export type PartIds = Partial<Record<Part, number[]>>;

const kinds = new Map<string, Exclude<EntryKind, "CITATION">>(
  entryKinds.filter((kind) => kind !== "CITATION").map((kind) => [indexed[kind].table, kind]),
);

/** What is indexed of a row and of its quotations. */
export function entryTexts(noun: Noun, id: number, { row, parts }: PlannedEntry, ids: PartIds): EntryText[] {
  const kind = kinds.get(getTableName(nouns[noun].table));
  const aliases = rowsOf("aliases").map(({ id: alias, cells }) => ({ id: alias, name: cells["name"] as string }));
  const own = kind === undefined ? [] : [entryText(kind, { ...row, id }, aliases)];
  const statement = noun === "statements" ? (row["text"] as string) : null;
  const quotations = rowsOf("citations").flatMap(({ id: citation, cells: { exact } }) =>
    typeof exact === "string" ? [citationText(citation, exact, statement)] : [],
  );
  return [...own, ...quotations];

  function rowsOf(part: Part): { id: number; cells: PlannedRow }[] {
    return (parts[part] ?? []).map((cells, index) => ({ id: ids[part]![index]!, cells }));
  }
}
