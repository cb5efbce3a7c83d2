import { createHash } from "node:crypto";

const PAGE = 5000;

/**
 * A digest of every row of every table by table, so that two databases can be held against each
 * other: all but when a revision was made, and the inner tables of the full-text indexes.
 */
export async function digestsOf(d1: D1Database): Promise<Record<string, string>> {
  const { results: tables } = await d1
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
      AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name <> 'd1_migrations' ORDER BY name`,
    )
    .all<{ name: string }>();
  const digests: Record<string, string> = {};
  for (const { name } of tables) digests[name] = await digestOf(d1, name);
  return digests;
}

async function digestOf(d1: D1Database, table: string): Promise<string> {
  const hash = createHash("sha256");
  let rows = 0;
  for (let page: object[] = []; rows === 0 || page.length === PAGE; rows += page.length) {
    page = (await d1.prepare(`SELECT * FROM ${table} ORDER BY 1, 2 LIMIT ${PAGE} OFFSET ${rows}`).all<object>())
      .results;
    for (const row of page) hash.update(`${JSON.stringify({ ...row, at: undefined })}\n`);
    if (page.length === 0) break;
  }
  return `${rows} rows ${hash.digest("hex").slice(0, 16)}`;
}
