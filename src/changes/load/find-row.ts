import { getTableName } from "drizzle-orm";
import type { D1Client } from "../../../drizzle/client/d1-client.ts";
import { type Noun, nouns, type RowKey } from "../../nouns/index.ts";
import type { ReadId } from "../read/resolve-references.ts";

/**
 * The rows of some nouns that an id, a slug or a key leads to, that of the heir for a merged actor: none where there is nothing of
 * it, several where more than one noun has the slug.
 */
export async function findRows(
  d1: D1Client,
  reference: string,
  readId: ReadId,
  among: readonly Noun[],
): Promise<RowKey[]> {
  const key = readId(reference);
  const wanted = key === null ? among : among.filter((noun) => noun === key.noun);
  if (wanted.length === 0) return [];
  const results = await d1.batch<{ id: number }>(
    wanted.map((noun) => d1.prepare(key === null ? byNameSql(noun) : byIdSql(noun)).bind(key?.id ?? reference)),
  );
  return results.flatMap(({ results: rows }, index) =>
    rows.slice(0, 1).map(({ id }) => ({ noun: wanted[index]!, id })),
  );
}

function byIdSql(noun: Noun): string {
  const own = `SELECT id FROM ${getTableName(nouns[noun].table)} WHERE id = ?1`;
  return noun === "actors" ? `${own} UNION ALL SELECT actor_id FROM redirects WHERE former = ?1` : own;
}

function byNameSql(noun: Noun): string {
  const { table, name } = nouns[noun];
  const own = `SELECT id FROM ${getTableName(table)} WHERE ${name} = ?1`;
  return noun === "actors" ? `${own} UNION ALL SELECT actor_id FROM redirects WHERE slug = ?1` : own;
}
