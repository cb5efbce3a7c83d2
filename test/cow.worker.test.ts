import { exportSource } from "./export-source.ts";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { readCow } from "../cli/import/cow/cow.ts";
import { COW_PUBLISHER, cowSightings } from "../cli/import/cow/cow-state.ts";
import { d1Destination } from "../cli/import/destination/d1-destination.ts";
import { knownTo } from "../cli/import/known.ts";
import { isRefusal, type Piece } from "../cli/import/file/piece.ts";
import { run, type Tally } from "../cli/import/run.ts";
import { ask } from "./ask.ts";
import { type Exported, exported } from "../src/changes/export.ts";
import { contents, empty } from "./changes/database.ts";
import question from "./cow/japan-1910.graphql?raw";
import { columnKey } from "../cli/import/file/table-row.ts";
import { table } from "./import/table.ts";
import { loadDataset } from "./load-dataset.ts";
import { say } from "./say.ts";

// The data of Correlates of War lies beside the project for those who have it: it may not be shipped.
const files = import.meta.glob<string>("../../shared/data/cow/*.csv", {
  query: "?raw",
  import: "default",
  eager: true,
});
const text = (name: string) => Object.entries(files).find(([file]) => file.endsWith(name))?.[1] ?? "";
const absent = Object.keys(files).length === 0;

const destination = d1Destination(env.DB, { author: "test", now: () => "2026-11-24T00:00:00.000Z" });

async function importCow() {
  const tables = { members: table(text("by_member.csv")), states: table(text("states2016.csv")) };
  const known = await knownTo(destination, [COW_PUBLISHER, ...cowSightings(tables.members, tables.states)]);
  const pieces = [...readCow(tables, known)].filter((read): read is Piece => !isRefusal(read));
  return run(destination, pieces, { source: "cow", size: 2000 });
}

async function exportAll(): Promise<Record<Exported, string>> {
  const texts: Partial<Record<Exported, string>> = {};
  const source = await exportSource();
  for (const noun of exported) {
    let text = "";
    for await (const lines of source.lines(noun)) text += lines;
    texts[noun] = text;
  }
  return texts as Record<Exported, string>;
}

async function count(sql: string, ...values: unknown[]): Promise<number | null> {
  return env.DB.prepare(`SELECT count(*) AS n FROM ${sql}`)
    .bind(...values)
    .first<number>("n");
}

/** The alliances of Correlates of War alone, on a day. */
async function edgesOn(asOf: string): Promise<{ certainty: string }[]> {
  const { data } = await ask<{ network: { edges: { certainty: string }[]; truncated: boolean } }>(
    `query ($asOf: Date) { network(asOf: $asOf, kinds: [DEFENCE_PACT, NEUTRALITY, NON_AGGRESSION, ENTENTE]) { edges { certainty } truncated } }`,
    { asOf },
  );
  expect(data.network.truncated).toBe(false);
  return data.network.edges;
}

/** The states in alliances that the file itself tells of on a day, without our code. */
function rowsOn(day: string): Set<string> {
  const dayOf = (row: ReadonlyMap<string, string>, prefix: string) =>
    ["year", "month", "day"]
      .map((part) => row.get(columnKey(`${prefix}_${part}`))!.padStart(part === "year" ? 4 : 2, "0"))
      .join("-");
  const rows = table(text("by_member.csv")).map(({ cells }) => cells);
  return new Set(
    rows
      .filter((row) => dayOf(row, "mem_st") <= day && (row.get("memendyear") === "" || day <= dayOf(row, "mem_end")))
      .map((row) => `${row.get("ccode")} ${row.get("version4id")}`),
  );
}

describe.skipIf(absent)(`Formal Alliances${absent ? " (skipped: there is no ../shared/data/cow)" : ""}`, () => {
  let tally: Tally;

  beforeAll(async () => {
    await loadDataset();
    tally = await importCow();
  });

  it("are 414 alliances and 1,221 memberships, none refused", async () => {
    expect(tally.refusals).toEqual([]);
    expect(await count("alliances WHERE slug LIKE 'cow-%'")).toBe(414);
    expect(await count("memberships WHERE key LIKE 'cow-%'")).toBe(1221);
  });

  it("leave Japan, on 1 January 1910, the United Kingdom and the United States as partners", async () => {
    const { data, errors, statements } = await ask(question);
    expect(errors).toBeUndefined();
    expect(statements).toHaveLength(1);
    await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot("cow/japan-1910.json");
  });

  it("make no state twice: each that was there has COW's code now, and all else that it had", async () => {
    expect(await count("actors WHERE name IN ('Japan', 'United Kingdom', 'Germany', 'Türkiye', 'Turkey')")).toBe(4);
    const { data } = await ask<{ actor: Record<string, object[]> }>(
      '{ actor(slug: "turkiye") { name ... on State { isoAlpha3 } aliases { name } identifiers { scheme value } } }',
    );
    expect(data.actor).toMatchObject({ name: "Türkiye", isoAlpha3: "TUR" });
    expect(data.actor["aliases"]).toContainEqual({ name: "Turkey" });
    expect(data.actor["identifiers"]).toContainEqual({ scheme: "cow", value: "640" });
    expect(data.actor["identifiers"]).toContainEqual({ scheme: "wikidata", value: "Q43" });
  });

  it("make the states of the past that are not there", async () => {
    expect(await count("actors WHERE slug IN ('austria-hungary', 'yugoslavia', 'hanover', 'korea')")).toBe(4);
  });

  it("say of no censored date that it is a day", async () => {
    const { results } = await env.DB.prepare(
      "SELECT from_edtf, to_edtf, attested_until FROM memberships WHERE key IN ('cow-1/200/1816-01-01', 'cow-1/235/1816-01-01')",
    ).all();
    expect(results).toHaveLength(2);
    for (const row of results)
      expect(row).toEqual({ from_edtf: "1386-05-09/1816-01-01", to_edtf: null, attested_until: "2012-12-31" });
    expect(await count("memberships WHERE key LIKE 'cow-%' AND from_edtf = '1816-01-01'")).toBe(0);
    expect(await count("memberships WHERE key LIKE 'cow-%' AND attested_on = '2012-12-31'")).toBe(359);
    expect(await count("memberships WHERE key LIKE 'cow-%' AND to_edtf IS NULL AND attested_on IS NULL")).toBe(0);
  });

  it.each(["1816-07-01", "1914-07-28", "1950-01-01", "1991-03-31", "2012-12-31"])(
    "lose nobody on %s, a day that they tell of to the day",
    async (day) => {
      const edges = await edgesOn(day);
      const told = rowsOn(day);
      expect(told.size).toBeGreaterThan(10);
      expect(edges.map(({ certainty }) => certainty)).toEqual(Array.from(told, () => "CERTAIN"));
    },
  );

  it.each(["2013-01-01", "2022-05-07", "2999-12-31"])("leave nothing certain on %s, after their end", async (day) => {
    const edges = await edgesOn(day);
    expect(edges).toHaveLength(rowsOn("2012-12-31").size);
    expect(new Set(edges.map(({ certainty }) => certainty))).toEqual(new Set(["POSSIBLE"]));
  });

  it("have a citation for every status and membership, and no words that are not at hand", async () => {
    expect(
      await count(
        "memberships AS fact WHERE key LIKE 'cow-%' AND NOT EXISTS (SELECT 1 FROM citations WHERE membership_id = fact.id)",
      ),
    ).toBe(0);
    expect(
      await count(
        "citations WHERE exact IS NOT NULL AND article_id = (SELECT id FROM articles WHERE slug LIKE 'cow-%')",
      ),
    ).toBe(0);
  });

  it("change nothing when they are imported again", async () => {
    const before = await contents();
    expect(await importCow()).toMatchObject({ added: 0, changed: 0, refusals: [], revisions: null });
    expect(await contents()).toEqual(before);
  });

  it("are exported, applied to an empty database and exported again byte for byte", async () => {
    const before = await exportAll();
    expect(before.alliances.split("\n")).toHaveLength(414 + 10 + 1);
    await empty();
    const entries = Object.entries(before).map(([noun, text]) => [
      noun,
      JSON.parse(`[${text.trimEnd().replaceAll("\n", ",")}]`),
    ]);
    await say(Object.fromEntries(entries) as object);
    expect(await exportAll()).toEqual(before);
  });
});
