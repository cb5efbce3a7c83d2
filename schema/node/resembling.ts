import { sql } from "drizzle-orm";
import { lookUpName } from "../../drizzle/search/name-lookup.ts";
import type { Noun } from "../../src/nouns/index.ts";
import type { Context } from "../context.ts";

/** What a reference that leads to nothing may have meant. */
export interface Resembling {
  slug: string;
  /** As it is shown: a name or title. */
  name: string;
}

/** So many are named. */
const MOST = 3;
/** Longer texts are no name of anything: as in `resolve`. */
const LONGEST = 200;

/** Up to three actors, alliances or articles that resemble a name or a misspelt slug, the likeliest first; none of other nouns. */
export async function resembling(noun: Noun, reference: string, { database }: Context): Promise<Resembling[]> {
  if (reference.length > LONGEST) return [];
  const words = reference.replaceAll(/[-_]/g, " ").trim();
  if (noun === "articles") return articlesLike(words, database);
  if (noun !== "actors" && noun !== "alliances") return [];
  const scope = { actors: noun === "actors", alliances: noun === "alliances" };
  const ids = (await lookUpName(database, words, scope)).slice(0, MOST).map(({ id }) => id);
  const table = sql.raw(noun);
  return database.all<Resembling>(
    sql`select slug, name from json_each(${JSON.stringify(ids)}) as wanted join ${table} as node on node.id = wanted.value order by wanted.key`,
  );
}

/** The articles whose slugs have most of the words, and at least half. */
async function articlesLike(words: string, database: Context["database"]): Promise<Resembling[]> {
  const sought = [...new Set(words.toLowerCase().match(/[a-z0-9]{2,}/g))];
  if (sought.length === 0) return [];
  return database.all<Resembling>(
    sql`select slug, title as name from articles as node join json_each(${JSON.stringify(sought)}) as word on instr(node.slug, word.value) > 0
    group by node.id having count(*) * 2 >= ${sought.length} order by count(*) desc, length(slug), slug limit ${MOST}`,
  );
}

/** A sentence that names them; empty where there are none. */
export function resemblingTold(found: readonly Resembling[]): string {
  if (found.length === 0) return "";
  const all = found.map(({ slug, name }) => `${slug} (${name})`);
  const last = all.pop()!;
  return `. Did you mean ${all.length === 0 ? last : `${all.join(", ")} or ${last}`}?`;
}
