import { sql } from "drizzle-orm";
import type { Database } from "../../drizzle/client/database.ts";
import { lookUpName } from "../../drizzle/search/name-lookup.ts";
import { editDistance } from "../../src/domain/text/name/edit-distance.ts";

const MOST = 3;
/** A slug is compared with so many that begin as it does. */
const MOST_COMPARED = 2000;
/** Longer than any slug that a person types. */
const LONGEST = 200;

const SLUGGED = ["actors", "alliances", "articles"] as const;
/** The tables whose rows have slugs. */
export type Slugged = (typeof SLUGGED)[number];

/** What a reference that leads to nothing may have meant. */
export interface Resembling {
  slug: string;
  /** As it is shown: a name or title. */
  name: string;
}

export function isSlugged(table: string): table is Slugged {
  return SLUGGED.some((slugged) => slugged === table);
}

/**
 * Up to three rows of the present that a text may have meant, the likeliest first: actors and alliances that are called so
 * or much like it, articles whose slug has its words, then any whose slug differs by a slip or two.
 */
export async function resembling(database: Database, table: Slugged, text: string): Promise<Resembling[]> {
  if (text === "" || text.length > LONGEST) return [];
  const found = await Promise.all([
    table === "articles" ? likeArticles(database, text) : likeNames(database, table, text),
    likeSlugs(database, table, text),
  ]);
  return [...new Map(found.flat().map((one) => [one.slug, one])).values()].slice(0, MOST);
}

/** A sentence that names them; empty where there are none. */
export function resemblingTold(found: readonly Resembling[]): string {
  if (found.length === 0) return "";
  const all = found.map(({ slug, name }) => `${slug} (${name})`);
  const last = all.pop()!;
  return `. Did you mean ${all.length === 0 ? last : `${all.join(", ")} or ${last}`}?`;
}

async function likeNames(database: Database, table: Slugged, text: string): Promise<Resembling[]> {
  const scope = { actors: table === "actors", alliances: table === "alliances" };
  const words = text.replaceAll(/[-_]/g, " ").trim();
  const ids = (await lookUpName(database, words, scope)).slice(0, MOST).map(({ id }) => id);
  if (ids.length === 0) return [];
  return database.all<Resembling>(
    sql`select slug, name from json_each(${JSON.stringify(ids)}) as wanted
      join ${sql.identifier(table)} as node on node.id = wanted.value order by wanted.key`,
  );
}

/** The articles whose slugs have most of the words, and at least half. */
async function likeArticles(database: Database, text: string): Promise<Resembling[]> {
  const words = [...new Set(text.toLowerCase().match(/[a-z0-9]{2,}/g))];
  if (words.length === 0) return [];
  return database.all<Resembling>(
    sql`select slug, title as name from articles as node
      join json_each(${JSON.stringify(words)}) as word on instr(node.slug, word.value) > 0
      group by node.id having count(*) * 2 >= ${words.length} order by count(*) desc, length(slug), slug limit ${MOST}`,
  );
}

async function likeSlugs(database: Database, table: Slugged, text: string): Promise<Resembling[]> {
  const slug = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
  const start = [...slug][0] ?? "";
  const most = Math.min(3, Math.floor(slug.length / 4));
  const shown = sql.identifier(table === "articles" ? "title" : "name");
  const rows = await database.all<Resembling>(
    sql`select slug, ${shown} as name from ${sql.identifier(table)} where slug >= ${start} and slug < ${`${start}\u{10FFFF}`}
      and length(slug) between ${slug.length - most} and ${slug.length + most} limit ${MOST_COMPARED}`,
  );
  return rows
    .map((row) => ({ row, distance: editDistance(slug, row.slug, most) }))
    .filter(({ distance }) => distance <= most)
    .toSorted((one, other) => one.distance - other.distance || (one.row.slug < other.row.slug ? -1 : 1))
    .map(({ row }) => row);
}
