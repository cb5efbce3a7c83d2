import { getTableName } from "drizzle-orm";
import type { D1Client } from "../../../drizzle/client/d1-client.ts";
import { type Noun, nouns, type RowKey } from "../../nouns/index.ts";
import type { ReadId } from "../read/resolve-references.ts";

/** The row that an id or a name leads to, that of the heir for a merged actor; null where there is none. */
export async function findRow(
  d1: D1Client,
  reference: string,
  readId: ReadId,
  noun: Noun | null = null,
): Promise<RowKey | null> {
  const key = readId(reference);
  if (key === null) return noun === null ? null : byName(d1, noun, reference);
  if (noun !== null && key.noun !== noun) return null;
  const { table } = nouns[key.noun];
  const statement =
    key.noun === "actors"
      ? "SELECT id FROM actors WHERE id = ?1 UNION ALL SELECT actor_id FROM redirects WHERE former = ?1"
      : `SELECT id FROM ${getTableName(table)} WHERE id = ?1`;
  const id = await d1.prepare(statement).bind(key.id).first<number>("id");
  return id === null ? null : { noun: key.noun, id };
}

async function byName(d1: D1Client, noun: Noun, reference: string): Promise<RowKey | null> {
  const { table, name } = nouns[noun];
  const own = `SELECT id FROM ${getTableName(table)} WHERE ${name} = ?1`;
  const statement = noun === "actors" ? `${own} UNION ALL SELECT actor_id FROM redirects WHERE slug = ?1` : own;
  const id = await d1.prepare(statement).bind(reference).first<number>("id");
  return id === null ? null : { noun, id };
}
