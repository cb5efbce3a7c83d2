import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { generateRows } from "../../cli/local/generated/rows.ts";
import { pin } from "../../drizzle/query/time-travel.ts";
import { type Noted, statementsOf } from "../drizzle/noted-statements.ts";
import { aliasesIn, faultsOf, type Step } from "../drizzle/query-plan.ts";
import { loadDataset } from "../load-dataset.ts";

const questions = import.meta.glob<string>("../queries/*.graphql", { query: "?raw", import: "default", eager: true });
const variables = import.meta.glob<Record<string, unknown>>("../queries/*.variables.json", {
  import: "default",
  eager: true,
});

let views = "";

beforeAll(async () => {
  await loadDataset();
  await generateRows(env.DB, { statements: 3000, seed: 1 });
  const { results } = await env.DB.prepare("select sql from sqlite_master where type = 'view'").all<{ sql: string }>();
  views = results.map(({ sql }) => sql).join("\n");
});

/** A plan's faults without the names that a query gives tables, which a pinned plan has not. */
async function faultsIn({ text, values }: Noted, revision?: number): Promise<string[]> {
  const { results } = await env.DB.prepare(`explain query plan ${revision === undefined ? text : pin(text, revision)}`)
    .bind(...values)
    .all<Step>();
  const steps = results.map((step) => ({ ...step, detail: asLive(step.detail) }));
  const faults = faultsOf(steps, aliasesIn(text, views));
  return faults.map((fault) => fault.replace(/(SCAN|SEARCH) \w+/, "$1").replaceAll("COVERING ", ""));
}

function asLive(detail: string): string {
  return detail
    .replaceAll("_history", "")
    .replaceAll("main.", "")
    .replaceAll("PRIMARY KEY (id=?)", "INTEGER PRIMARY KEY (rowid=?)");
}

/** Asks for `dataset.counts`, which are kept for the present only. */
const countsAll = /by-id/;

const ofThePresent = /\b(?:search|resolve)\(/;
const files = Object.keys(questions).filter((file) => !ofThePresent.test(questions[file] ?? ""));

/** What a pinned plan may do besides: where the live one counts or compares whole tables, by other indexes. */
const allowed: Readonly<Record<string, RegExp>> = {
  "by-id": /^SCAN \(/,
  disagreements: /^SCAN \(events\)$/,
};

describe("a pinned golden query scans and sorts nothing that the live one does not", () => {
  it.each(files)("%s", async (file) => {
    const noted = await statementsOf(questions[file] ?? "", variables[file.replace(".graphql", ".variables.json")]);
    for (const statement of noted) {
      const live = await faultsIn(statement);
      const pinned = await faultsIn(statement, 2);
      expect(pinned.filter((fault) => !live.includes(fault) && !mayBe(fault, file))).toEqual([]);
    }
  });
});

describe("a pinned golden query reads rows in the order of what the live one reads", () => {
  it.each(files)("%s", async (file) => {
    const noted = await statementsOf(questions[file] ?? "", variables[file.replace(".graphql", ".variables.json")]);
    const newest = await env.DB.prepare("select max(number) as number from revisions").first<number>("number");
    const rowsRead = async (change: (text: string) => string) => {
      const results = await env.DB.batch(noted.map(({ text, values }) => env.DB.prepare(change(text)).bind(...values)));
      return results.reduce((sum, { meta }) => sum + meta.rows_read, 0);
    };
    const live = await rowsRead((text) => text);
    expect(await rowsRead((text) => pin(text, newest ?? 0))).toBeLessThan(
      3 * live + (countsAll.test(file) ? 9000 : 2000),
    );
  });
});

function mayBe(fault: string, file: string): boolean {
  return allowed[file.slice("../queries/".length, -".graphql".length)]?.test(fault) ?? false;
}
