import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { fillStatements, isToBeFilled } from "../../drizzle/query/fill.ts";
import { parsePartialDate, tryPartialDate } from "../../src/domain/time/partial-date.ts";
import { periodFrom, writtenDays } from "../../src/domain/time/period.ts";
import { ask } from "../ask.ts";
import { contents } from "../changes/database.ts";
import { loadDataset } from "../load-dataset.ts";
import { run } from "../revise.ts";
import { say } from "../say.ts";

const hedges = ["?", "~", "%"];
const bases = ["1952", "1952-02", "1952-03-31", "2000-02-29", "0002", "0001-01-02", "9999", "9999-12", "1999-12-31"];
const singles = bases.flatMap((base) => hedges.map((hedge) => base + hedge));
const ranges = ["1950?/1952", "1950/1952~", "1950-03%/1952-01-15?", "../1952?", "1950-06~/..", "/1952%", "1950?/"];
const dates = [...singles, ...ranges].filter((date) => tryPartialDate(date) !== null);

const cited = { citations: [{ article: "of-2020", exact: null }] };

/** Articles, statements, events, offices and memberships of every hedged date. */
const facts = {
  actors: [
    { slug: "somebody", type: "PERSON", name: "Somebody" },
    { slug: "somewhere", type: "STATE", name: "Somewhere" },
  ],
  articles: [
    { slug: "of-2020", title: "An article of 2020", publishedOn: "2020-02-02", language: "en" },
    ...dates.map((date, n) => ({ slug: `article-${n}`, title: `Article ${n}`, publishedOn: date, language: "en" })),
  ],
  alliances: dates.map((_, n) => ({ slug: `tie-${n}`, name: `Tie ${n}`, kind: "FORUM" })),
  memberships: dates.map((date, n) => ({
    alliance: `tie-${n}`,
    actor: "somewhere",
    role: "MEMBER",
    from: date,
    ...cited,
  })),
  offices: dates.map((date, n) => ({
    key: `office-${n}`,
    title: "Minister",
    person: "somebody",
    body: "somewhere",
    to: date,
    ...cited,
  })),
  statements: dates.map((date, n) => ({
    key: `statement-${n}`,
    form: "PARAPHRASE",
    text: `Text ${n}`,
    language: "en",
    speaker: "somebody",
    saidOn: date,
    article: "of-2020",
    targets: [{ actor: "somewhere", stance: "NEUTRAL" }],
    ...cited,
  })),
  events: dates
    .filter((date) => !date.includes("..") && !/^\/|\/$/.test(date))
    .map((date, n) => ({ key: `event-${n}`, kind: "VISIT", title: `Visit ${n}`, date, announcedOn: date, ...cited })),
};

const text = (value: string | null) => (value === null ? "null" : `'${value}'`);

/** The rows as they were written before 0.2.0: with the days as written, and without a horizon. */
async function unfill(): Promise<void> {
  const statements: string[] = [];
  for (const table of ["memberships", "obligations", "offices", "alliance_statuses"]) {
    const { results } = await env.DB.prepare(`SELECT id, from_edtf, to_edtf FROM ${table}`).all<
      Record<string, string>
    >();
    for (const { id, from_edtf: from = null, to_edtf: to = null } of results) {
      const { fromEarliest, fromLatest, toEarliest, toLatest } = writtenDays({ from, to });
      statements.push(
        `UPDATE ${table} SET attested_until = NULL, written_from_earliest = NULL, written_from_latest = NULL, written_to_earliest = NULL, written_to_latest = NULL, from_earliest = '${fromEarliest}', from_latest = '${fromLatest}', to_earliest = '${toEarliest}', to_latest = '${toLatest}' WHERE id = ${id}`,
      );
    }
  }
  for (const [table, date, days] of [
    ["articles", "published_on", "published"],
    ["statements", "said_on", "said"],
    ["events", "announced_on", "announced"],
  ] as const) {
    const { results } = await env.DB.prepare(`SELECT id, ${date} AS date FROM ${table} WHERE ${date} IS NOT NULL`).all<
      Record<string, string>
    >();
    for (const { id, date = "" } of results) {
      const { earliest, latest } = parsePartialDate(date).written;
      statements.push(
        `UPDATE ${table} SET ${days}_earliest = '${earliest}', ${days}_latest = '${latest}' WHERE id = ${id}`,
      );
      if (table === "statements")
        statements.push(`UPDATE statement_targets SET said_earliest = '${earliest}' WHERE statement_id = ${id}`);
    }
  }
  const { results } = await env.DB.prepare("SELECT id, date, to_edtf FROM events").all<Record<string, string>>();
  for (const { id, date = "", to_edtf = "" } of results.filter(({ date }) => /[?~%]/.test(date ?? ""))) {
    // A date before 0.2.0 was read as it is written, and the day after it with no hedge.
    const to = to_edtf.replace(/[?~%]$/, "");
    const [from, end] = [writtenDays({ from: date, to: null }), periodFrom(null, to)];
    statements.push(
      `UPDATE events SET to_edtf = ${text(to)}, from_earliest = '${from.fromEarliest}', from_latest = '${from.fromLatest}', to_earliest = '${end.toEarliest}', to_latest = '${end.toLatest}' WHERE id = ${id}`,
    );
  }
  await run(...statements);
}

const filled = async () => env.DB.prepare(isToBeFilled()).first<number>("filled");

describe("what was written before 0.2.0", () => {
  let before: Record<string, unknown[]>;
  let asked: unknown;

  const members = async (certainty: string, revision?: number) =>
    (
      await ask(
        `query ($c: Certainty) { alliance(slug: "nato") { members(asOf: "2999-12-31", certainty: $c) { totalCount } } }`,
        { c: certainty },
        revision,
      )
    ).data;

  beforeAll(async () => {
    await loadDataset();
    await say(facts);
    before = await contents();
    await unfill();
    asked = await members("CERTAIN");
  });

  it("is filled to what is written of the same facts today, once", async () => {
    expect(await filled()).toBe(1);
    expect(await contents()).not.toMatchObject({ memberships: before["memberships"] });
    await run(...fillStatements());
    const after = await contents();
    for (const table of Object.keys(before).filter((name) => name !== "revisions"))
      expect([table, after[table]]).toEqual([table, before[table]]);
    expect(await filled()).toBe(0);
  });

  it("is answered as it was, where a request is pinned to a revision before the filling", async () => {
    expect(asked).toEqual({ alliance: { members: { totalCount: 32 } } });
    expect(await members("CERTAIN", 3)).toEqual(asked);
    expect(await members("CERTAIN", 4)).toEqual({ alliance: { members: { totalCount: 0 } } });
    expect(await members("POSSIBLE", 4)).toEqual(asked);
    expect(await members("CERTAIN")).toEqual({ alliance: { members: { totalCount: 0 } } });
  });
});
