import type pg from "pg";
import { HttpClient, type HttpRequest } from "../measure/http-client.ts";
import type { Work } from "./contender.ts";

interface Counts {
  statements: number;
  rows: number;
}

/** A backend tells of what it has done once a second at most, and when it is asked something again. */
const PATIENCE_MS = 1200;

const COUNTS = `select
  (select coalesce(sum(calls), 0)::integer from information_schema.pg_stat_statements
    where query not like '%pg_stat%' and query !~* '^(begin|commit|rollback|set)') as statements,
  (select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::integer from pg_stat_user_tables) as rows`;

/** What PostgreSQL has counted: its statements, and the rows that it has read of tables. */
export async function workOfPostgres(
  client: pg.Client,
  origin: string,
  groups: readonly (readonly HttpRequest[])[],
): Promise<Work[]> {
  const http = new HttpClient(origin, 1);
  const works: Work[] = [];
  for (const requests of groups) {
    await askTwice(http, requests);
    const before = await counts(client);
    await askTwice(http, requests);
    const after = await counts(client);
    works.push({
      statements: (after.statements - before.statements) / (2 * requests.length),
      rows: (after.rows - before.rows) / (2 * requests.length),
    });
  }
  http.close();
  return works;
}

async function askAll(http: HttpClient, requests: readonly HttpRequest[]): Promise<void> {
  for (const request of requests) {
    await http.ask(request);
  }
}

async function askTwice(http: HttpClient, requests: readonly HttpRequest[]): Promise<void> {
  await askAll(http, requests);
  await new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
  });
  await askAll(http, requests);
}

async function counts(client: pg.Client): Promise<Counts> {
  const { rows } = await client.query<Counts>(COUNTS);
  return rows[0]!;
}
