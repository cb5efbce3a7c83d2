/**
 * `npm run rows-read [-- --folder DIR] [--sizes 10000,100000,1000000] [--memberships 1000,20000,120000]`: how many rows D1 reads for
 * each golden query and for pages deep in a list, at each number of statements, and for each golden query and what is asked about
 * memberships at each number of them; writes docs/rows-read.md, of which a part
 * whose sizes are given as "" stays as it is. The databases are kept where a folder is given.
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
import { type Axis, type Measured, withAxis } from "./rows-read-page.ts";
import { root } from "../local/tool.ts";

interface Question {
  name: string;
  query: string;
  variables: Record<string, unknown>;
}

const SEED = 1;
const PAGE = 20;
/** On which most of the generated treaties hold. */
const DAY = "2015-01-01";
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
/** What goes through memberships: of the state that is a party to the most treaties. */
const MEMBERSHIPS = {
  "partners, first 20": `partners(asOf: "${DAY}", first: 20) { totalCount nodes { name } }`,
  "partners ranked": `partners(asOf: "${DAY}", first: 20, orderBy: { field: SHARED_ALLIANCES, direction: DESC }) { nodes { name } }`,
  "partnerships, first 20": `partnerships(asOf: "${DAY}", first: 20) { totalCount nodes { status partner { name } } }`,
  "partners of partners, 10 × 10": `partners(asOf: "${DAY}", first: 10) { nodes { partners(asOf: "${DAY}", first: 10) { nodes { name } } } }`,
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

async function questionsOf(d1: D1Database, axis: Axis): Promise<Question[]> {
  if (axis === "memberships") return [...goldenQuestions(), ...(await membershipQuestions(d1))];
  const pages = await Promise.all([1, 100, 10_000].map((page) => pageQuestion(d1, page)));
  const counts = Object.entries(COUNTS).map(([name, list]) => ({
    name: `totalCount of ${name}`,
    query: `{ ${list} { totalCount } }`,
    variables: {},
  }));
  return [...goldenQuestions(), ...pages.filter((question) => question !== null), ...counts];
}

async function membershipQuestions(d1: D1Database): Promise<Question[]> {
  const { results } = await d1
    .prepare(
      `select slug from actors where type = 'STATE'
        order by (select count(*) from memberships where actor_id = actors.id) desc, id limit 2`,
    )
    .all<{ slug: string }>();
  const [slug, other] = results.map((row) => row.slug);
  const about = Object.entries(MEMBERSHIPS).map(([name, list]) => ({
    name,
    query: `query Memberships($slug: String!) { actor(slug: $slug) { ${list} } }`,
    variables: { slug },
  }));
  const paths = {
    name: "paths of length 2",
    query: `query Paths($from: ID!, $to: ID!) { paths(from: $from, to: $to, asOf: "${DAY}", maxLength: 2) { length } }`,
    variables: { from: slug, to: other },
  };
  return [...about, paths];
}

async function measure(d1: D1Database, axis: Axis): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const question of await questionsOf(d1, axis)) {
    try {
      measured.push(await rowsReadBy(d1, question));
    } catch (error) {
      console.error(`Left out: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }
  return measured;
}

/** Of each axis, how many of its rows are generated. */
const GENERATED: Readonly<Record<Axis, string>> = {
  statements: "select count(*) as count from statements where key glob 'generated-*'",
  memberships: "select count(*) as count from memberships where key glob 'generated-*'",
};

async function measureSize(folder: string, axis: Axis, size: number): Promise<Measured[]> {
  const persistTo = join(folder, axis === "statements" ? String(size) : `${axis}-${size}`);
  if (!existsSync(persistTo)) await generate({ statements: 0, [axis]: size, seed: SEED, persistTo });
  // A kept database may lack the newest migrations.
  await loadDataset({ persistTo, quiet: true });
  return withLocalDatabase(persistTo, async (d1) => {
    const count = await d1.prepare(GENERATED[axis]).first<number>("count");
    if (count !== size) throw new Error(`${persistTo} holds ${count} generated ${axis}: delete it`);
    return measure(d1, axis);
  });
}

try {
  const { values } = parseArgs({
    options: {
      folder: { type: "string" },
      sizes: { type: "string", default: "10000,100000,1000000" },
      memberships: { type: "string", default: "1000,20000,120000" },
    },
  });
  const wanted: Record<Axis, string> = { statements: values.sizes, memberships: values.memberships };
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), "entente-rows-read-"));
  const file = join(root, "docs/rows-read.md");
  try {
    for (const axis of ["statements", "memberships"] as const) {
      const sizes = wanted[axis].split(",").filter((size) => size !== "");
      if (sizes.length === 0) continue;
      const measured: { size: number; queries: Measured[] }[] = [];
      for (const size of sizes.map(Number)) {
        measured.push({ size, queries: await measureSize(folder, axis, size) });
      }
      const page = withAxis(readFileSync(file, "utf8"), axis, measured, {
        machine: `${cpus().length} × ${cpus()[0]?.model ?? "processor"}, ${Math.round(totalmem() / 2 ** 30)} GB of memory`,
        command: "npm run rows-read",
        day: new Date().toISOString().slice(0, 10),
      });
      writeFileSync(file, page);
      console.log(page);
    }
  } finally {
    if (values.folder === undefined) rmSync(folder, { recursive: true });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
