import type { D1Client } from "../../drizzle/client/d1-client.ts";
import { entryKinds, entryNumber, type Indexed, indexed } from "../../drizzle/search/indexed.ts";
import { readEntryTexts } from "../../drizzle/search/read-entries.ts";
import { indexStatements } from "../../drizzle/search/write-entries.ts";

/** The number of entries that are folded by a few statements, none of which may have more than 100 KB. */
const PAGE = 100;

/** SQL that folds all texts of a database into the indexes of another that holds the same rows, and marked them as they came. */
export async function indexSql(d1: D1Client): Promise<string[]> {
  const numbers: number[] = [];
  for (const kind of entryKinds) {
    const { table, text, isOptional = false }: Indexed = indexed[kind];
    const { results } = await d1
      .prepare(`SELECT id FROM ${table}${isOptional ? ` WHERE ${text} IS NOT NULL` : ""} ORDER BY id`)
      .all<{ id: number }>();
    numbers.push(...results.map(({ id }) => entryNumber(kind, id)));
  }
  const written: string[] = [];
  for (let at = 0; at < numbers.length; at += PAGE) {
    const texts = await readEntryTexts(d1, numbers.slice(at, at + PAGE));
    indexStatements(writtenInto(written), texts);
  }
  return written;
}

/** A database that only takes down what it is asked, each statement with its one parameter in it. */
function writtenInto(written: string[]): D1Client {
  const prepare = (sql: string) => ({
    bind: (parameter: string) => written.push(sql.replaceAll("?1", () => `'${parameter.replaceAll("'", "''")}'`)),
  });
  return { prepare } as unknown as D1Client;
}
