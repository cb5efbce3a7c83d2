import { getTableName } from "drizzle-orm";
import type { D1Client } from "../../../drizzle/client/d1-client.ts";
import { jsonParameters, LISTED } from "../../../drizzle/query/json-parameter.ts";
import { type Noun, nouns, perNoun, type RowKey } from "../../nouns/index.ts";
import type { ReadId } from "../read/resolve-references.ts";

/**
 * The rows of some nouns that each id, slug or key leads to, that of the heir for a merged actor: none where there is nothing of
 * it, several where more than one noun has the slug. In one batch, of as many statements for many as for one.
 */
export async function findRows(
  d1: D1Client,
  references: readonly string[],
  readId: ReadId,
  among: readonly Noun[],
): Promise<RowKey[][]> {
  const ids = new Map(references.map((reference) => [reference, readId(reference)]));
  const names = [...ids].filter(([, key]) => key === null).map(([reference]) => reference);
  const keysOf = (of: Noun) => new Set([...ids.values()].flatMap((key) => (key?.noun === of ? [key.id] : [])));
  const reads = among.flatMap((noun) => [
    ...jsonParameters([...keysOf(noun)]).map((list) => ({ noun, sql: byIdSql(noun), list })),
    ...jsonParameters(names).map((list) => ({ noun, sql: byNameSql(noun), list })),
  ]);
  if (reads.length === 0) return references.map(() => []);
  const results = await d1.batch<{ asked: string | number; id: number }>(
    reads.map(({ sql, list }) => d1.prepare(sql).bind(list)),
  );
  const found = perNoun(() => new Map<string | number, number>());
  for (const [index, { results: rows }] of results.entries()) {
    const own = found[reads[index]!.noun];
    // What has the name or id now is meant before what a merged actor left.
    for (const { asked, id } of rows) if (!own.has(asked)) own.set(asked, id);
  }
  return references.map((reference) => {
    const key = ids.get(reference) ?? null;
    return among.flatMap((noun) => {
      const id = key === null || key.noun === noun ? found[noun].get(key?.id ?? reference) : undefined;
      return id === undefined ? [] : [{ noun, id }];
    });
  });
}

function byIdSql(noun: Noun): string {
  const own = `SELECT id AS asked, id FROM ${getTableName(nouns[noun].table)} WHERE id IN ${LISTED}`;
  if (noun !== "actors") return own;
  return `${own} UNION ALL SELECT former, actor_id FROM redirects WHERE former IN ${LISTED}`;
}

function byNameSql(noun: Noun): string {
  const { table, name } = nouns[noun];
  const own = `SELECT ${name} AS asked, id FROM ${getTableName(table)} WHERE ${name} IN ${LISTED}`;
  if (noun !== "actors") return own;
  return `${own} UNION ALL SELECT slug, actor_id FROM redirects WHERE slug IN ${LISTED}`;
}
