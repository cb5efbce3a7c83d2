import type { D1Client } from "../client/d1-client.ts";
import { LISTED } from "../query/json-parameter.ts";
import { citationText, type EntryText, entryText, noText } from "./entry-text.ts";
import { type EntryKind, type Indexed, indexed, kindOfEntry, MOST_KINDS } from "./indexed.ts";

/** A row of what is indexed, with its aliases as JSON where it may have some. */
type StoredText = Readonly<Record<string, string | number | null>>;

/** The texts of entries, by their numbers; none of an entry whose row is gone. One batch. */
export async function readEntryTexts(d1: D1Client, numbers: readonly number[]): Promise<EntryText[]> {
  const byKind = [...Map.groupBy(numbers, kindOfEntry)];
  const idsOf = (own: readonly number[]) => own.map((number) => Math.floor(number / MOST_KINDS));
  const results = await d1.batch<StoredText>(
    byKind.map(([kind, own]) => d1.prepare(textsSql(kind)).bind(JSON.stringify(idsOf(own)))),
  );
  return results.flatMap(({ results: rows }, index) => {
    const [kind, own] = byKind[index]!;
    const found = new Map(rows.map((row) => [Number(row["id"]), row]));
    return idsOf(own).map((id) => {
      const row = found.get(id);
      return row === undefined ? noText(kind, id) : textOf(kind, row);
    });
  });
}

function textsSql(kind: EntryKind): string {
  const { table, name, acronym, text, aliases }: Indexed = indexed[kind];
  const columns = ["id", name, acronym, text].filter((column) => column !== undefined).map((column) => `row.${column}`);
  if (aliases !== undefined) {
    columns.push(
      `(SELECT json_group_array(json_object('id', id, 'name', name)) FROM (SELECT id, name FROM aliases WHERE ${aliases} = row.id ORDER BY id)) AS aliases`,
    );
  }
  if (kind === "CITATION") columns.push("(SELECT text FROM statements WHERE id = row.statement_id) AS statement");
  return `SELECT ${columns.join(", ")} FROM ${table} AS row WHERE row.id IN ${LISTED}`;
}

function textOf(kind: EntryKind, row: StoredText): EntryText {
  if (kind === "CITATION") {
    const { id, exact, statement } = row as { id: number; exact: string | null; statement: string | null };
    return citationText(id, exact, statement);
  }
  const { aliases } = row;
  return entryText(
    kind,
    row,
    typeof aliases === "string" ? (JSON.parse(aliases) as { id: number; name: string }[]) : [],
  );
}
