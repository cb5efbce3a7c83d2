import { sql } from "drizzle-orm";
import type { Database } from "../../drizzle/client/database.ts";
import { lookUpName } from "../../drizzle/search/name-lookup.ts";
import { editDistance } from "../../src/domain/text/name/edit-distance.ts";

const MOST = 3;
/** A slug is compared with so many that begin as it does. */
const MOST_COMPARED = 2000;
/** Longer than any slug that a person types. */
const LONGEST = 200;

/** The tables whose rows have slugs. */
export type Slugged = "actors" | "alliances" | "articles";

/**
 * The slugs of up to three rows of the present that a text may have meant, the likeliest first: of actors and alliances that
 * are called so or much like it, then of any whose slug differs by a slip or two.
 */
export async function resembling(database: Database, table: Slugged, text: string): Promise<string[]> {
  if (text === "" || text.length > LONGEST) return [];
  const [named, spelt] = await Promise.all([
    slugsByName(database, table, text),
    slugsBySpelling(database, table, text),
  ]);
  return [...new Set([...named, ...spelt])].slice(0, MOST);
}

async function slugsByName(database: Database, table: Slugged, text: string): Promise<string[]> {
  if (table === "articles") return [];
  const scope = { actors: table === "actors", alliances: table === "alliances" };
  const ids = (await lookUpName(database, text.replaceAll("-", " "), scope)).slice(0, MOST).map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await database.all<{ id: number; slug: string }>(
    sql`select id, slug from ${sql.identifier(table)} where id in (select value from json_each(${JSON.stringify(ids)}))`,
  );
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  return ids.map((id) => slugs.get(id)).filter((slug) => slug !== undefined);
}

async function slugsBySpelling(database: Database, table: Slugged, text: string): Promise<string[]> {
  const slug = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
  const start = [...slug][0] ?? "";
  const most = Math.min(3, Math.floor(slug.length / 4));
  const rows = await database.all<{ slug: string }>(
    sql`select slug from ${sql.identifier(table)} where slug >= ${start} and slug < ${`${start}\u{10FFFF}`}
      and length(slug) between ${slug.length - most} and ${slug.length + most} limit ${MOST_COMPARED}`,
  );
  return rows
    .map(({ slug: other }) => ({ other, distance: editDistance(slug, other, most) }))
    .filter(({ distance }) => distance <= most)
    .toSorted((one, another) => one.distance - another.distance || (one.other < another.other ? -1 : 1))
    .map(({ other }) => other);
}
