/**
 * `npm run rows-read [-- --folder DIR] [--sizes 10000,100000,1000000]`: how many rows D1 reads for
 * each golden query and for pages deep in a list, at each number of statements; writes
 * docs/rows-read.md. The databases are kept where a folder is given.
 */
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { writeCursor } from "../../schema/connection/cursor.ts";
import worker from "../../src/worker.ts";
import { generate } from "../command/generate.ts";
import { loadDataset } from "../command/load.ts";
import { withLocalDatabase } from "../local/local-database.ts";
import { noteRowsRead } from "./note-rows-read.ts";
import { type Measured, rowsReadPage } from "./rows-read-page.ts";
import { root } from "../local/tool.ts";

interface Question {
  name: string;
  query: string;
  variables: Record<string, unknown>;
}

const SEED = 1;
const PAGE = 20;
/** Settings without a deadline: queries that take long are measured too. */
const PATIENT = { LIMIT_DEADLINE_MS: 600_000, CACHE_STALENESS_MS: 0, LOG_REQUESTS: false };
/** Totals that no tally has: docs/decisions/0012-tallies.md. */
const COUNTS = {
  "statements not critical of NATO":
    'statements(filter: { targetAlliance: "nato", not: { targetAlliance: "nato", stance: CRITICAL } })',
  "statements in Japanese": 'statements(filter: { language: "ja" })',
  "statements that may be of May 2022": 'statements(filter: { saidBetween: { from: "2022-05-01", to: "2022-05-31" } })',
  "articles that mention two persons": 'articles(filter: { mentions: ["yoon-suk-yeol", "rishi-sunak"] })',
};
const PAGES = "query Page($after: String) { statements(first: 20, after: $after) { nodes { text } } }";

function goldenQuestions(): Question[] {
  return globSync(join(root, "test/queries/*.graphql"))
    .toSorted()
    .map((file) => {
      const variables = file.replace(".graphql", ".variables.json");
      return {
        name: basename(file, ".graphql"),
        query: readFileSync(file, "utf8"),
        variables: existsSync(variables)
          ? (JSON.parse(readFileSync(variables, "utf8")) as Record<string, unknown>)
          : {},
      };
    });
}

/** The page's number counts from 1; null where the list is shorter. */
async function pageQuestion(d1: D1Database, page: number): Promise<Question | null> {
  const name = `statements, page ${page.toLocaleString("en")}`;
  if (page === 1) return { name, query: PAGES, variables: {} };
  const row = await d1
    .prepare("select said_earliest, id from statements order by said_earliest, ordinal limit 1 offset ?")
    .bind((page - 1) * PAGE - 1)
    .first<{ said_earliest: string; id: number }>();
  if (row === null) return null;
  return { name, query: PAGES, variables: { after: writeCursor("Query.statements{}", [row.said_earliest, row.id]) } };
}

// Node has none, and what comes by POST is not shared.
Object.assign(globalThis, { caches: {} });

async function rowsReadBy(d1: D1Database, { name, query, variables }: Question): Promise<Measured> {
  const { database, total } = noteRowsRead(d1);
  const request = new Request("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const start = performance.now();
  const response = await worker.fetch(request as never, { DB: database, ...PATIENT } as unknown as Env);
  const milliseconds = performance.now() - start;
  const { errors } = await response.json<{ errors?: { message: string }[] }>();
  if (errors !== undefined) throw new Error(`${name}: ${errors.map(({ message }) => message).join("; ")}`);
  return { name, rows: await total(), milliseconds };
}

async function measure(d1: D1Database): Promise<Measured[]> {
  const pages = await Promise.all([1, 100, 10_000].map((page) => pageQuestion(d1, page)));
  const counts = Object.entries(COUNTS).map(([name, list]) => ({
    name: `totalCount of ${name}`,
    query: `{ ${list} { totalCount } }`,
    variables: {},
  }));
  const questions = [...goldenQuestions(), ...pages.filter((question) => question !== null), ...counts];
  const measured: Measured[] = [];
  for (const question of questions) {
    try {
      measured.push(await rowsReadBy(d1, question));
    } catch (error) {
      console.error(`Left out: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }
  return measured;
}

async function measureSize(folder: string, statements: number): Promise<Measured[]> {
  const persistTo = join(folder, String(statements));
  if (!existsSync(persistTo)) await generate({ statements, seed: SEED, persistTo });
  // A kept database may lack the newest migrations.
  await loadDataset({ persistTo, quiet: true });
  return withLocalDatabase(persistTo, async (d1) => {
    const { count } = (await d1
      .prepare("select count(*) as count from statements where key glob 'generated-*'")
      .first<{ count: number }>()) ?? { count: 0 };
    if (count !== statements) throw new Error(`${persistTo} holds ${count} generated statements: delete it`);
    return measure(d1);
  });
}

try {
  const { values } = parseArgs({
    options: { folder: { type: "string" }, sizes: { type: "string", default: "10000,100000,1000000" } },
  });
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), "entente-rows-read-"));
  try {
    const sizes = values.sizes.split(",").map(Number);
    const measured: { statements: number; queries: Measured[] }[] = [];
    for (const statements of sizes) {
      measured.push({ statements, queries: await measureSize(folder, statements) });
    }
    const page = rowsReadPage(measured, {
      machine: `${cpus().length} × ${cpus()[0]?.model ?? "processor"}, ${Math.round(totalmem() / 2 ** 30)} GB of memory`,
      command: "npm run rows-read",
      day: new Date().toISOString().slice(0, 10),
    });
    writeFileSync(join(root, "docs/rows-read.md"), page);
    console.log(page);
  } finally {
    if (values.folder === undefined) rmSync(folder, { recursive: true });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
