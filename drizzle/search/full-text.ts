import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../client/database.ts";
import { entryColumns } from "../views/search-entry.ts";
import { type EntryKind, entryKinds } from "./indexed.ts";

/** A row that was found. The less the rank, the better it fits. */
export interface Found {
  id: number;
  rank: number;
  /** The best rank of the whole search. */
  best: number;
  total: number;
  /** A stretch of its text, each word that was looked for between the two marks. */
  marked: string;
}

type Bound = readonly (string | number)[] | null;

export interface FoundPage {
  size: number;
  backward: boolean;
  after: Bound;
  before: Bound;
}

/** What stand before and after a word in `Found.marked`. */
export const MARKS = ["\u0002", "\u0003"] as const;

export const SNIPPET_WORDS = 32;

// A word in a name says more than one in an alias, and that more than one in a text.
const RANK = sql.raw("bm25(search_index, 10.0, 6.0, 1.0)");

const ENTRY = sql.raw(entryColumns("page.id"));

/**
 * Selects the page of entries that match an FTS5 expression, and one more than it holds, each with what `Found` tells:
 * to be read in the place of `searchEntries`, the kinds being different ones, the best first; backwards, the worst.
 */
export function foundEntries(
  expression: string,
  kinds: readonly EntryKind[],
  { size, backward, after, before }: FoundPage,
): SQL {
  const numbers = kinds.map((kind) => entryKinds.indexOf(kind));
  const ofKinds =
    kinds.length === entryKinds.length
      ? sql``
      : sql` and rowid % ${sql.raw(String(entryKinds.length))} in (${sql.raw(numbers.join(", "))})`;
  const direction = sql.raw(backward ? "desc" : "asc");
  const bounds = sql.join([sql`true`, ...bound(sql`>`, after), ...bound(sql`<`, before)], sql` and `);
  return sql`with found as materialized (select rowid as id, ${RANK} as rank from search_index where search_index match ${expression}${ofKinds}),
page as materialized (select id, rank from found where ${bounds} order by rank ${direction}, id ${direction} limit ${sql.raw(String(size + 1))})
select page.id, ${ENTRY}, page.rank, (select min(rank) from found) as best, (select count(*) from found) as total, snippet(search_index, -1, char(2), char(3), '…', ${sql.raw(String(SNIPPET_WORDS))}) as marked
from page cross join search_index
where search_index match ${expression} and search_index.rowid = page.id
order by page.rank ${direction}, page.id ${direction}`;
}

function bound(operator: SQL, position: Bound): SQL[] {
  return position === null ? [] : [sql`(rank, id) ${operator} (${position[0]}, ${position[1]})`];
}

/** Those entries, without what they are of. */
export async function findText(
  database: Database,
  expression: string,
  kinds: readonly EntryKind[],
  page: FoundPage,
): Promise<Found[]> {
  return database.all<Found>(foundEntries(expression, kinds, page));
}

/** How many rows match: for a page that holds none. */
export async function countText(database: Database, expression: string, kinds: readonly EntryKind[]): Promise<number> {
  const [first] = await findText(database, expression, kinds, { size: 1, backward: false, after: null, before: null });
  return first?.total ?? 0;
}
