import { env } from "cloudflare:workers";
import { parse } from "csv-parse/sync";
import { getTableName } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { csvFiles } from "../../cli/export/csv.ts";
import { guarded, unguarded } from "../../cli/export/formula-guard.ts";
import { connect } from "../../drizzle/client/database.ts";
import { nouns } from "../../src/nouns/index.ts";
import { parts } from "../../src/nouns/part/index.ts";
import { loadDataset } from "../load-dataset.ts";
import { say } from "../say.ts";

const FORMULA = '=HYPERLINK("https://example.com","say, more")';

beforeAll(async () => {
  await loadDataset();
  const json = {
    actors: [{ slug: "formula", type: "STATE", name: FORMULA, aliases: [{ name: '\'Tis, "here"', sort: "VARIANT" }] }],
  };
  await say(json);
});

async function textOf(name: string): Promise<string> {
  let text = "";
  for await (const part of csvFiles[`${name}.csv`]!(connect(env.DB))) text += part;
  return text;
}

async function rowsOf(name: string): Promise<Record<string, string>[]> {
  const rows = parse<Record<string, string>>(await textOf(name), { columns: true, record_delimiter: "\r\n" });
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, unguarded(cell)])));
}

describe("a CSV file", () => {
  it.each([
    ["actors", "actors"],
    ["aliases", "aliases"],
    ["identifiers", "identifiers"],
    ["articles", "articles"],
    ["offices", "offices"],
    ["alliances", "alliances"],
    ["alliance-statuses", "alliance_statuses"],
    ["memberships", "memberships"],
    ["events", "events"],
    ["event-participants", "event_participants"],
    ["statements", "statements"],
    ["statement-targets", "statement_targets"],
    ["citations", "citations"],
  ])("of %s has a row for each of the table's", async (name, table) => {
    const rows = await rowsOf(name);
    expect(rows).toHaveLength((await env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>("n"))!);
    expect(rows.length).toBeGreaterThan(0);
  });

  it("is each of a table, and there is no other", () => {
    const said = Object.values(parts).filter(({ input }) => input !== null);
    const tables = [...Object.values(nouns), ...said].map(({ table }) => getTableName(table).replaceAll("_", "-"));
    expect(Object.keys(csvFiles).toSorted()).toEqual(tables.map((name) => `${name}.csv`).toSorted());
  });

  it("has cells that lead to rows of other files", async () => {
    expect(await rowsOf("memberships")).toContainEqual({
      alliance: "nato",
      key: "nato/finland/member",
      actor: "finland",
      role: "MEMBER",
      from: "2023-04-04",
      to: "",
      attestedOn: "",
      rank: "NORMAL",
    });
    expect((await rowsOf("citations")).filter(({ key }) => key === "nato/finland/member")).toMatchObject([
      { fact: "membership", article: "mirage-finland", exact: "" },
      { fact: "membership", article: "eata-nato-member-countries", exact: "" },
    ]);
  });

  it("ends its lines with CRLF and quotes what has commas, quotes or line ends, as RFC 4180 has it", async () => {
    const text = await textOf("actors");
    expect(text).toMatch(/^slug,type,name,[^\r\n]*\r\n/);
    expect(text.endsWith("\r\n")).toBe(true);
    expect(text).toContain(`formula,STATE,"'=HYPERLINK(""https://example.com"",""say, more"")",`);
  });

  it("runs nothing in a spreadsheet, and gives every text back to who takes one apostrophe off", async () => {
    expect((await rowsOf("actors")).find(({ slug }) => slug === "formula")?.["name"]).toBe(FORMULA);
    expect((await rowsOf("aliases")).find(({ actor }) => actor === "formula")?.["name"]).toBe('\'Tis, "here"');
  });
});

describe("the guard against formulas", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "''", "'"])("changes %j, and back", (text) => {
    expect(guarded(text)).toBe(`'${text}`);
    expect(unguarded(guarded(text))).toBe(text);
  });

  it.each(["Japan", "1984-01-07", "../2021-03-12", "“quoted”", "a=b", ""])("leaves %j as it is", (text) => {
    expect(guarded(text)).toBe(text);
    expect(unguarded(text)).toBe(text);
  });
});
