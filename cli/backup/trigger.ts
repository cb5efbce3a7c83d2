import { indexTables } from "../../drizzle/search/index-name.ts";

interface Trigger {
  name: string;
  sql: string;
}

/** Triggers out of action. */
export interface Suspension {
  /** The statements that suspend them, and those that bring them back. */
  before: string[];
  after: string[];
  /** The tables that they write: what is in these follows from what is in others. */
  written: Set<string>;
}

/**
 * Suspends the triggers that would write again what a backup holds: a history, a count. Those that do nothing but keep
 * the full-text indexes go on, since no backup holds these.
 */
export async function suspendedTriggers(d1: D1Database): Promise<Suspension> {
  const { results: virtual } = await d1
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'virtual'")
    .all<{ name: string }>();
  const indexes = new Set([...virtual.map(({ name }) => name), ...indexTables]);
  const { results } = await d1.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all<Trigger>();
  const suspended = results.filter((trigger) => !writtenBy(trigger).every((table) => indexes.has(table)));
  return {
    before: suspended.map(({ name }) => `DROP TRIGGER "${name}"`),
    after: suspended.map(({ sql }) => sql),
    written: new Set(suspended.flatMap(writtenBy)),
  };
}

// What is updated on a conflict is the table that is inserted into.
const WRITE =
  /\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|DELETE\s+FROM|(?<!\bDO\s+)UPDATE(?:\s+OR\s+\w+)?)\s+["`]?(\w+)/gi;

/** The tables that a trigger's body writes. One that only raises an error writes none, and is none of an index. */
function writtenBy({ sql }: Trigger): string[] {
  const body = sql.slice(sql.search(/\bBEGIN\b/i));
  const tables = [...body.matchAll(WRITE)].map(([, table = ""]) => table);
  return tables.length === 0 ? [""] : tables;
}
