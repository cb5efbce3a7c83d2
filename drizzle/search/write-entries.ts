import { indexText } from "../../src/domain/text/search/index-text.ts";
import { nameKey } from "../../src/domain/text/name/name-key.ts";
import { nameTerms } from "../../src/domain/text/name/name-term.ts";
import type { D1Client } from "../client/d1-client.ts";
import { jsonParameters, LISTED } from "../query/json-parameter.ts";
import type { EntryText } from "./entry-text.ts";
import { entryIndexes, type TextIndex, textIndexes } from "./index-name.ts";
import { entryNumber } from "./indexed.ts";
import { nameNumber } from "./name-number.ts";

/** A row of an index: its number, the number of the entry that it is of, and its columns. */
type IndexRow = [number, number, ...(string | null)[]];

/** What an index holds in its columns, after the number of the row. */
const COLUMNS: Readonly<Record<TextIndex, readonly string[]>> = {
  entry_words: ["name", "aliases", "text"],
  entry_pairs: ["name", "aliases", "text"],
  name_terms: ["name"],
  name_triples: ["name"],
};

/**
 * The statements that fold texts into the indexes, in the place of what is there, and take away the marks of their entries: to
 * be run in one batch. An entry without a mark is left alone, and so is one that was marked again since it was read, where the
 * marks are given that it had then.
 */
export function indexStatements(
  d1: D1Client,
  entries: readonly EntryText[],
  marks: ReadonlyMap<number, number> | null = null,
): D1PreparedStatement[] {
  if (entries.length === 0) return [];
  const numbers = entries.map(({ kind, id }) => entryNumber(kind, id));
  const { rows, without } = indexRows(entries);
  const claiming =
    marks === null
      ? bindAll(CLAIM, numbers)
      : bindAll(
          CLAIM_MARKED,
          numbers.map((number) => [number, marks.get(number) ?? 0]),
        );
  return [
    ...claiming,
    ...entryIndexes.flatMap((index) => bindAll(deleting(index), without[index])),
    ...textIndexes.flatMap((index) => bindAll(inserting(index), rows[index])),
    ...bindAll(`DELETE FROM stale_entries WHERE mark = 0 AND id IN ${LISTED}`, numbers),
  ];

  function bindAll(sql: string, values: readonly unknown[]): D1PreparedStatement[] {
    return jsonParameters(values).map((parameter) => d1.prepare(sql).bind(parameter));
  }
}

// No mark is 0 before and after the batch.
const CLAIM = `UPDATE stale_entries SET mark = 0 WHERE id IN ${LISTED}`;
const CLAIM_MARKED =
  "UPDATE stale_entries SET mark = 0 FROM json_each(?1) AS line WHERE stale_entries.id = line.value ->> 0 AND stale_entries.mark = line.value ->> 1";

function isClaimed(number: string): string {
  return `EXISTS (SELECT 1 FROM stale_entries WHERE id = ${number} AND mark = 0)`;
}

function deleting(index: TextIndex): string {
  return `DELETE FROM ${index} WHERE rowid IN (SELECT value FROM json_each(?1) WHERE ${isClaimed("value")})`;
}

function inserting(index: TextIndex): string {
  const columns = COLUMNS[index];
  const cells = columns.map((_, place) => `line.value ->> ${place + 2}`).join(", ");
  return `INSERT OR REPLACE INTO ${index} (rowid, ${columns.join(", ")}) SELECT line.value ->> 0, ${cells} FROM json_each(?1) AS line WHERE ${isClaimed("line.value ->> 1")}`;
}

function indexRows(entries: readonly EntryText[]) {
  const rows: Record<TextIndex, IndexRow[]> = { entry_words: [], entry_pairs: [], name_terms: [], name_triples: [] };
  const without: Record<(typeof entryIndexes)[number], number[]> = { entry_words: [], entry_pairs: [] };
  for (const { kind, id, name, others, text, names } of entries) {
    const number = entryNumber(kind, id);
    const columns = [name === null ? [] : [name], others, text === null ? [] : [text]].map(indexText);
    const words = columns.map((column) => column.words);
    const pairs = columns.map((column) => column.pairs);
    const hasPairs = pairs.some((column) => column !== null);
    // What has pairs alone has a row without words: it tells that the entry is there.
    if (hasPairs || words.some((column) => column !== null)) rows.entry_words.push([number, number, ...words]);
    else without.entry_words.push(number);
    if (hasPairs) rows.entry_pairs.push([number, number, ...pairs]);
    else without.entry_pairs.push(number);
    for (const one of names) {
      const own = nameNumber(one.place, one.id);
      rows.name_terms.push([own, number, nameTerms(one.name).join(" ")]);
      rows.name_triples.push([own, number, nameKey(one.name)]);
    }
  }
  return { rows, without };
}
