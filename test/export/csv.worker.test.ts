import { allOf, exportSource } from "../export-source.ts";
import { env } from "cloudflare:workers";
import { parse } from "csv-parse/sync";
import { getTableName } from "drizzle-orm";
import fc from "fast-check";
import { type Row, tables } from "../../cli/export/table.ts";
import type { ExportSource } from "../../src/changes/export.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { csvFiles } from "../../cli/export/csv.ts";
import { guarded, unguarded } from "../../cli/export/formula-guard.ts";
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
  for await (const part of csvFiles[`${name}.csv`]!(await exportSource())) text += part;
  return text;
}

async function rowsOf(name: string): Promise<Record<string, string>[]> {
  const rows = parse<Record<string, string>>(await textOf(name), {
    bom: true,
    columns: true,
    record_delimiter: "\r\n",
  });
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
    ["obligations", "obligations"],
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
    expect(text).toMatch(/^\uFEFFslug,type,name,[^\r\n]*\r\n/);
    expect(text.endsWith("\r\n")).toBe(true);
    expect(text).toContain(`formula,STATE,"'=HYPERLINK(""https://example.com"",""say, more"")",`);
  });

  it("runs nothing in a spreadsheet, and gives every text back to who takes one apostrophe off", async () => {
    expect((await rowsOf("actors")).find(({ slug }) => slug === "formula")?.["name"]).toBe(FORMULA);
    expect((await rowsOf("aliases")).find(({ actor }) => actor === "formula")?.["name"]).toBe('\'Tis, "here"');
  });
});

describe("any texts at all", () => {
  /** Of what a file is torn or run by, and of what comes around it. */
  const piece = fc.constantFrom(
    ..."=+-@＝＋－＠'\",;\t \n\r\v\f\u0085\u2028\u2029\u00A0\uFEFF\u200B\u0000a日𝄞",
    "\r\n",
    "\n=1",
    '"=1',
    ",=1",
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
  const [actors] = [tables["actors"]!];

  const written = (rows: Row[]) => {
    const source = {
      entries: async function* () {
        yield rows;
      },
    } as unknown as ExportSource;
    return allOf(csvFiles["actors.csv"]!(source));
  };

  it("stay in their cells, run in none of them, and come back whole", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ slug: text, name: text, description: text }), { minLength: 1, maxLength: 4 }),
        async (rows) => {
          const file = await written(rows);
          const [header, ...lines] = parse(file, { bom: true, record_delimiter: "\r\n", relax_column_count: false });
          expect(header).toEqual(actors.columns);
          for (const cell of lines.flat()) expect(cell).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u);
          const back = lines.map((cells) => Object.fromEntries(cells.map((cell, n) => [header![n], unguarded(cell)])));
          expect(back).toEqual(
            rows.map((row) => ({ ...Object.fromEntries(actors.columns.map((name) => [name, ""])), ...row })),
          );
          // Whatever else a reader takes for the end of a line stands in quotes.
          for (const bare of file.replace(/"(?:[^"]|"")*"/g, "").split("\r\n"))
            expect(bare).not.toMatch(/[\n\r\v\f\u0085\u2028\u2029]/);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("the guard against formulas", () => {
  it.each([
    " =1",
    "\n=1",
    "\u200B=1",
    "\u00A0@x",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    "'=1",
    "''",
    "'",
  ])("changes %j, and back", (text) => {
    expect(guarded(text)).toBe(`'${text}`);
    expect(unguarded(guarded(text))).toBe(text);
  });

  it.each(["Japan", "1984-01-07", "../2021-03-12", "“quoted”", "a=b", ""])("leaves %j as it is", (text) => {
    expect(guarded(text)).toBe(text);
    expect(unguarded(text)).toBe(text);
  });
});
