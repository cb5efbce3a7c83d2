import type { SQL } from "drizzle-orm";
import { SQLiteDialect } from "drizzle-orm/sqlite-core/dialect";
import { type ClaimTable, claimTables, worksOutDeciding } from "../claim/deciding.ts";
import type { D1Client } from "../client/d1-client.ts";
import { derivedTables } from "../derived-tables.ts";
import { historyOf, type LiveTable, liveTables } from "../history/live-table.ts";
import { textIndexes } from "../search/index-name.ts";
import { views } from "../views/index.ts";

/** What a pinned statement reads in the place of a table or view. */
type Shadow = (revision: number) => string;

const WORDS = /'[^']*'|\w+/g;

const shadows: ReadonlyMap<string, Shadow> = new Map([
  ...liveTables.map((table): [string, Shadow] => [table.name, asOf(table)]),
  ["revisions", until("revisions", "number")],
  ["changes", until("changes", "revision")],
  ...Object.entries({ ...views, ...derivedTables }).map(([name, query]): [string, Shadow] => [name, defined(query)]),
  // The indexes are of the present: no revision can be read from them.
  ...textIndexes.map((name): [string, Shadow] => [name, refused(name)]),
]);

/** Time-travel rewriting: D1 as it was at a revision, where each query reads the history in the place of the tables. It writes nothing. */
export function pinned(d1: D1Client, revision: number): D1Client {
  return { batch: (statements) => d1.batch(statements), prepare: (text) => d1.prepare(pin(text, revision)) };
}

/**
 * The statement with a WITH clause that shadows each table and view it reads, itself or through a
 * view: SQLite finds the names of that clause before those of tables, within it too.
 */
export function pin(text: string, revision: number): string {
  const [, verb, recursive = "", rest = ""] = /^\s*(with|select)\b(\s+recursive\b)?([^]*)$/i.exec(text) ?? [];
  if (verb === undefined) throw new Error("a pinned request only reads");
  const found = shadowsIn(text, revision);
  if (found.size === 0) return text;
  const clause = [...found].map(([name, select]) => `${name} as not materialized (${select})`).join(",\n");
  return verb.toLowerCase() === "with" ? `with${recursive} ${clause},${rest}` : `with ${clause}\nselect${rest}`;
}

function shadowsIn(text: string, revision: number, found = new Map<string, string>()): ReadonlyMap<string, string> {
  for (const word of text.match(WORDS) ?? []) {
    const shadow = found.has(word) ? undefined : shadows.get(word);
    if (shadow === undefined) continue;
    const select = shadow(revision);
    found.set(word, select);
    shadowsIn(select, revision, found);
  }
  return found;
}

/** The signs keep the planner from reading by revision what the statement's own conditions look up. */
function asOf(table: LiveTable): Shadow {
  const { name } = table;
  const history = historyOf(name);
  return (revision) => {
    const isOf = (row: string) =>
      `+${row}from_revision <= ${revision} and (${row}to_revision is null or +${row}to_revision > ${revision})`;
    const columns = table.columns.map((column) => column.name);
    if (isClaim(name)) {
      const rivals = { table: history, also: isOf("better.") };
      columns.push(`${worksOutDeciding(name, history, rivals)} as decides`);
    }
    return `select ${columns.join(", ")} from ${history} where ${isOf("")}`;
  };
}

function isClaim(table: string): table is ClaimTable {
  return claimTables.some((one) => one === table);
}

/** Of what only ever grows: its rows until the revision. */
function until(table: string, column: string): Shadow {
  return (revision) => `select * from main.${table} where ${column} <= ${revision}`;
}

function defined(query: () => SQL): Shadow {
  let text: string | undefined;
  return () => (text ??= new SQLiteDialect().sqlToQuery(query()).sql);
}

function refused(name: string): Shadow {
  return () => {
    throw new Error(`a pinned request cannot read ${name}`);
  };
}
