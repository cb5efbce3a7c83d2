import { sql } from "drizzle-orm";
import { editDistance } from "../../src/domain/text/name/edit-distance.ts";
import type { Database } from "../client/database.ts";
import { lookUpName } from "./name-lookup.ts";

const MOST = 3;
/** A slug is compared with so many that begin as it does. */
const MOST_COMPARED = 2000;
/** The words by which an article's slug is looked for: each is compared with every slug. */
const MOST_WORDS = 8;
/** Longer than any slug that a person types. */
const LONGEST = 200;

/** The tables whose rows have slugs. */
const SLUGGED = ["actors", "alliances", "articles"] as const;
type Slugged = (typeof SLUGGED)[number];

/** A row that a reference that leads to nothing may have meant. */
export interface Resembling {
  slug: string;
  /** As it is shown: a name or title. */
  name: string;
}

/**
 * Up to three rows of the tables that a text may have meant, the likeliest first: actors and alliances that are called so
 * or much like it, articles whose slug has its words, then any whose slug differs by a slip or two. Tables without slugs have none.
 */
export async function resemblingAmong(
  database: Database,
  tables: readonly string[],
  text: string,
): Promise<Resembling[]> {
  if (text === "" || text.length > LONGEST) return [];
  const found = await Promise.all(
    SLUGGED.filter((table) => tables.includes(table)).flatMap((table) => [
      table === "articles" ? likeArticles(database, text) : likeNames(database, table, text),
      likeSlugs(database, table, text),
    ]),
  );
  return [...new Map(found.flat().map((one) => [one.slug, one])).values()].slice(0, MOST);
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

/** The articles whose slugs have most of the first words, and at least half. */
async function likeArticles(database: Database, text: string): Promise<Resembling[]> {
  const words = [...new Set(text.toLowerCase().match(/[a-z0-9]{2,}/g))].slice(0, MOST_WORDS);
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
