import { type SQL, sql } from "drizzle-orm";
import type { SearchExpression } from "../../src/domain/text/search/search-query.ts";
import type { Database } from "../client/database.ts";
import { type EntryKind, entryKinds, MOST_KINDS } from "./indexed.ts";
import { foundTexts } from "./found-text.ts";
import { entryColumns } from "./search-entry.ts";

/** An entry that was found. The less the rank, the better it fits. */
export interface Found {
  id: number;
  rank: number;
  /** The best rank of the whole search. */
  best: number;
  total: number;
  /** JSON of its texts: `readFoundTexts`; null where they were not asked for. */
  texts: string | null;
}

type Bound = readonly (string | number)[] | null;

export interface FoundPage {
  size: number;
  backward: boolean;
  after: Bound;
  before: Bound;
}

/** What is looked for, and where. */
export interface FoundQuery {
  expression: SearchExpression;
  kinds: readonly EntryKind[];
  /** Only in names and other names. */
  inNames?: boolean;
  /** Whether the texts are wanted, which a snippet is made of. */
  withTexts: boolean;
}

const ENTRY = sql.raw(entryColumns("page.id"));

/**
 * Selects the page of entries that match, and one more than it holds, each with what `Found` tells: to be read in the place of
 * `searchEntries`, the kinds being different ones, the best first; backwards, the worst.
 */
export function foundEntries(query: FoundQuery, { size, backward, after, before }: FoundPage): SQL {
  const direction = sql.raw(backward ? "desc" : "asc");
  const bounds = sql.join([sql`true`, ...bound(sql`>`, after), ...bound(sql`<`, before)], sql` and `);
  const texts = query.withTexts ? sql.raw(foundTexts("page.id")) : sql`null`;
  return sql`with ${matching(query)},
page as materialized (select id, rank from found where ${bounds} order by rank ${direction}, id ${direction} limit ${sql.raw(String(size + 1))}),
whole as materialized (select min(rank) as best, count(*) as total from found)
select page.id, ${ENTRY}, page.rank, whole.best, whole.total, ${texts} as texts
from page cross join whole
order by page.rank ${direction}, page.id ${direction}`;
}

/** `found`: the numbers and ranks of all entries that match. What is looked for in both indexes has to be in both. */
function matching({ expression: { words, pairs }, kinds, inNames = false }: FoundQuery): SQL {
  const match = (index: "entry_words" | "entry_pairs", wanted: string) =>
    sql`select rowid as id, ${rankIn(index)} as rank from ${sql.raw(index)} where ${sql.raw(index)} match ${inNames ? `{name aliases} : (${wanted})` : wanted}${ofKinds(kinds)}`;
  if (words === null || pairs === null) {
    return sql`found as materialized (${words === null ? match("entry_pairs", pairs ?? "") : match("entry_words", words)})`;
  }
  return sql`in_pairs as materialized (${match("entry_pairs", pairs)}), in_words as materialized (${match("entry_words", words)}),
found as materialized (select id, in_words.rank + in_pairs.rank as rank from in_words join in_pairs using (id))`;
}

/** A word in a name says more than one in an alias, and that more than one in a text. */
function rankIn(index: string): SQL {
  return sql.raw(`bm25(${index}, 10.0, 6.0, 1.0)`);
}

function ofKinds(kinds: readonly EntryKind[]): SQL {
  if (kinds.length === entryKinds.length) return sql``;
  const numbers = kinds.map((kind) => entryKinds.indexOf(kind));
  return sql` and rowid % ${sql.raw(String(MOST_KINDS))} in (${sql.raw(numbers.join(", "))})`;
}

function bound(operator: SQL, position: Bound): SQL[] {
  return position === null ? [] : [sql`(rank, id) ${operator} (${position[0]}, ${position[1]})`];
}

/** Those entries, without what they are of. */
export async function findText(database: Database, query: FoundQuery, page: FoundPage): Promise<Found[]> {
  return database.all<Found>(foundEntries(query, page));
}

/** How many rows match: for a page that holds none. */
export async function countText(database: Database, query: FoundQuery): Promise<number> {
  const [first] = await findText(database, query, { size: 1, backward: false, after: null, before: null });
  return first?.total ?? 0;
}
