import { env } from "cloudflare:workers";
import { getTableName } from "drizzle-orm";
import * as tables from "../../drizzle/tables/index.ts";
import { run } from "../revise.ts";

/** What no change writes: how texts are folded, and the lineage. */
const lasting: readonly unknown[] = [tables.textVersions, tables.lineages];

const names = Object.values(tables)
  .filter((table) => !lasting.includes(table))
  .map((table) => getTableName(table));

/** Every row of every other table, so that two states of the database can be held against each other. */
export async function contents(): Promise<Record<string, unknown[]>> {
  const results = await env.DB.batch(names.map((name) => env.DB.prepare(`SELECT * FROM ${name} ORDER BY 1`)));
  return Object.fromEntries(names.map((name, index) => [name, results[index]?.results ?? []]));
}

/** What no test has entered. */
const kept: readonly unknown[] = [tables.revisions, ...lasting];

/** Takes all rows away, and all that tells of them. */
export async function empty(): Promise<void> {
  const data = Object.values(tables).filter((table) => !kept.includes(table));
  await run(...data.map((table) => `DELETE FROM ${getTableName(table)}`));
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%_history'",
  ).all<{ name: string }>();
  const traces = ["revisions", "changes", ...results.map(({ name }) => name)];
  await env.DB.batch(traces.map((name) => env.DB.prepare(`DELETE FROM ${name}`)));
}

/** The rows of one table that differ between two states. */
export function changedRows(before: Record<string, unknown[]>, after: Record<string, unknown[]>): string[] {
  return names.flatMap((name) => {
    const old = new Set(before[name]?.map((row) => JSON.stringify(row)));
    return (after[name] ?? [])
      .map((row) => JSON.stringify(row))
      .filter((row) => !old.has(row))
      .map(() => name);
  });
}
