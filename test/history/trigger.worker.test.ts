import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { historyOf, liveTables, writtenColumns } from "../../drizzle/history/live-table.ts";
import { loadDataset } from "../load-dataset.ts";
import { run } from "../revise.ts";

beforeAll(async () => {
  await loadDataset();
  // No data set holds such rows.
  await run("insert into redirects (id, actor_id, slug, former) values (1, 1, 'former', 900002)");
});

/** A column of each table that may hold these two values one after the other, and what makes a copy of a row another one. */
const samples: Readonly<Record<string, { column: string; values: [string, string]; copy: Record<string, string> }>> = {
  actors: {
    column: "description",
    values: ["'One'", "'Two'"],
    copy: { slug: "'copy'", iso_alpha2: "null", iso_alpha3: "null" },
  },
  aliases: { column: "name", values: ["'One'", "'Two'"], copy: {} },
  alliance_statuses: { column: "key", values: ["'one'", "'two'"], copy: { key: "'copy'" } },
  alliances: { column: "description", values: ["'One'", "null"], copy: { slug: "'copy'", organization_id: "null" } },
  articles: { column: "summary", values: ["null", "'Two'"], copy: { slug: "'copy'" } },
  citations: {
    column: "article_id",
    values: ["(select max(id) from articles)", "(select min(id) from articles)"],
    copy: {},
  },
  event_participants: { column: "actor_id", values: ["90", "91"], copy: { actor_id: "92" } },
  events: { column: "title", values: ["'One'", "'Two'"], copy: { key: "'copy'" } },
  identifiers: { column: "value", values: ["'one'", "'two'"], copy: { value: "'copy'" } },
  memberships: { column: "rank", values: ["'PREFERRED'", "'DEPRECATED'"], copy: { key: "'copy'" } },
  obligations: { column: "rank", values: ["'PREFERRED'", "'DEPRECATED'"], copy: { key: "'copy'" } },
  offices: { column: "title", values: ["'One'", "'Two'"], copy: { key: "'copy'" } },
  redirects: { column: "slug", values: ["'one'", "'two'"], copy: { slug: "'copy'", former: "900001" } },
  statement_targets: {
    column: "stance",
    values: ["'CRITICAL'", "'SUPPORTIVE'"],
    copy: { actor_id: "null", alliance_id: "(select max(id) from alliances)" },
  },
  statements: { column: "text", values: ["'One'", "'Two'"], copy: { key: "'copy'" } },
};

const newest = async () => env.DB.prepare("select max(number) from revisions").first<number>("max(number)");

/** The history of a row: its revisions, and what they left in the column. */
async function spans(table: string, id: number): Promise<unknown[]> {
  const { column } = samples[table]!;
  const { results } = await env.DB.prepare(
    `select from_revision as "from", to_revision as "to", ${column} as value from ${historyOf(table)} where id = ? order by from_revision`,
  )
    .bind(id)
    .all();
  return results;
}

async function value(sql: string): Promise<unknown> {
  return env.DB.prepare(`select ${sql} as value`).first("value");
}

function copyOf(table: string, id: number): string {
  const columns = writtenColumns(liveTables.find(({ name }) => name === table)!);
  const cells = columns.map((name) => (name === "id" ? String(id) : (samples[table]!.copy[name] ?? name)));
  return `insert into ${table} (${columns.join(", ")}) select ${cells.join(", ")} from ${table} order by id limit 1`;
}

it("knows every live table", () => {
  expect(Object.keys(samples)).toEqual(liveTables.map(({ name }) => name));
});

describe.each(Object.entries(samples))("%s", (table, { column, values: [one, two] }) => {
  const id = 900_000;
  const set = (sql: string) => `update ${table} set ${column} = ${sql} where id = ${id}`;
  const remove = `delete from ${table} where id = ${id}`;
  const execute = (sql: string) => env.DB.prepare(sql).run();

  it("has a history of the loaded rows", async () => {
    const columns = liveTables.find(({ name }) => name === table)!.columns.map(({ name }) => name);
    const live = await env.DB.prepare(`select ${columns.join(", ")} from ${table} order by id`).all();
    const told = await env.DB.prepare(
      `select ${columns.join(", ")} from ${historyOf(table)} where from_revision <= 2 and to_revision is null order by id`,
    ).all();
    expect(live.results.length).toBeGreaterThan(0);
    expect(told.results).toEqual(live.results);
  });

  it("keeps what it was in each revision from its entry to its end, one row a revision", async () => {
    await run(copyOf(table, id), set(one));
    const first = (await newest())!;
    await run(set(two), set(one), set(two));
    await run(remove);
    const [before, after] = [await value(one), await value(two)];
    expect(await spans(table, id)).toEqual([
      { from: first, to: first + 1, value: before },
      { from: first + 1, to: first + 2, value: after },
    ]);
  });

  it("keeps nothing of what comes and goes in one revision, nor of an update that changes nothing", async () => {
    const before = await spans(table, id);
    await run(copyOf(table, id), set(one), remove);
    await run(`update ${table} set ${column} = ${column}`);
    expect(await spans(table, id)).toEqual(before);
    const touched = await env.DB.prepare("select count(*) from changes where revision = ?")
      .bind(await newest())
      .first();
    expect(touched).toEqual({ "count(*)": 0 });
  });

  it("is not changed while no revision is open", async () => {
    await expect(execute(copyOf(table, id))).rejects.toThrow("no revision is open");
    await run(copyOf(table, id), set(one));
    const before = await spans(table, id);
    await expect(execute(set(two))).rejects.toThrow("no revision is open");
    await expect(execute(remove)).rejects.toThrow("no revision is open");
    expect(await spans(table, id)).toEqual(before);
    await run(remove);
  });
});

describe("revisions", () => {
  const open = (number: number) =>
    env.DB.prepare(
      `insert into revisions (number, at, author, reason, open) values (${number}, '2026-11-24T00:00:00.000Z', 'x', 'x', 1)`,
    );

  it("are all closed after each batch", async () => {
    expect(await value("(select count(*) from revisions where open is not 0)")).toBe(0);
  });

  it("are open one at a time", async () => {
    const number = (await newest())! + 1;
    await expect(env.DB.batch([open(number), open(number + 1)])).rejects.toThrow("a revision is open already");
  });

  it("stay as they were closed", async () => {
    await expect(env.DB.prepare("update revisions set open = 1 where number = 1").run()).rejects.toThrow(
      "as it was closed",
    );
    await expect(env.DB.prepare("update revisions set author = 'y'").run()).rejects.toThrow("as it was closed");
  });
});

it("keeps the id of a row that is gone from being given again", async () => {
  const { results } = await env.DB.prepare("select max(id) as live from actors").all<{ live: number }>();
  expect(await value("(select max(id) from actors_history)")).toBe(900_000);
  expect(results[0]!.live).toBeLessThan(900_000);
});
