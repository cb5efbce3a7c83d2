import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { csvFiles } from "../../cli/export/csv.ts";
import { d1Destination } from "../../cli/import/destination/d1-destination.ts";
import { csvRowsIn } from "../../cli/import/file/csv-rows.ts";
import { isRefusal, lists, type Piece } from "../../cli/import/file/piece.ts";
import { readTables } from "../../cli/import/native/read-tables.ts";
import { tableNamed } from "../../cli/import/native/table-name.ts";
import { run } from "../../cli/import/run.ts";
import { withoutMark } from "../../cli/local/text/encoding.ts";
import { empty } from "../changes/database.ts";
import { allOf, exportSource } from "../export-source.ts";
import { loadDataset } from "../load-dataset.ts";
import { say } from "../say.ts";

const destination = d1Destination(env.DB, { author: "test", now: () => "2026-11-30T00:00:00.000Z" });
let texts: Record<string, string>;

beforeAll(async () => {
  await loadDataset();
  const aliases = [{ name: '\'Tis, "here"', sort: "VARIANT" }];
  await say({ actors: [{ slug: "formula", type: "STATE", name: '=HYPERLINK("https://example.com")', aliases }] });
  texts = {};
  for (const [name, make] of Object.entries(csvFiles)) texts[name] = await allOf(make(await exportSource()));
});

async function exported(): Promise<string[]> {
  const source = await exportSource();
  return Promise.all(lists.map((list) => allOf(source.lines(list))));
}

function read(files: Record<string, string>) {
  const tables = Object.entries(files).map(([file, text]) => ({
    file,
    table: file.replace(".csv", ""),
    rows: csvRowsIn([withoutMark(Buffer.from(text))], file),
  }));
  return [...readTables(tables)];
}

describe("the tables of an export", () => {
  it("make the same entries again, in an empty database and where they are", async () => {
    const before = await exported();
    const reads = read(texts);
    expect(reads.filter(isRefusal)).toEqual([]);
    const pieces = reads.filter((one): one is Piece => !isRefusal(one));
    const again = () => run(destination, pieces, { source: "native", size: 500 });
    expect(await again()).toMatchObject({ added: 0, changed: 0, refusals: [] });
    await empty();
    expect(await again()).toMatchObject({ changed: 0, unchanged: 0, refusals: [] });
    expect(await exported()).toEqual(before);
  });

  it("are told by their columns, in whatever order, and by their names where a column is missing", () => {
    for (const [name, text] of Object.entries(texts)) {
      const columns = withoutMark(Buffer.from(text)).toString().split("\r\n")[0]!.toLowerCase().split(",");
      const keys = columns.map((column) => column.replace(/[^a-z0-9]/g, ""));
      expect(tableNamed("mine.csv", keys.toReversed())).toBe(name.replace(".csv", ""));
      expect(tableNamed(name, keys.slice(0, 1))).toBe(name.replace(".csv", ""));
    }
    expect(tableNamed("actors.csv", ["slug", "colour"])).toBeUndefined();
  });

  it("are refused where one is without those that it goes with, and a row that is part of nothing alone", () => {
    const { "actors.csv": actors = "", "aliases.csv": aliases = "", "identifiers.csv": identifiers = "" } = texts;
    expect(() => read({ "actors.csv": actors })).toThrow("actors.csv goes with aliases.csv and identifiers.csv");
    const more = `${aliases}nobody-at-all,,Name,,VARIANT\r\n`;
    const all = read({ "actors.csv": actors, "aliases.csv": more, "identifiers.csv": identifiers });
    const line = aliases.split("\r\n").length;
    const reason = "is part of nobody-at-all, which none of the tables has";
    expect(all.filter(isRefusal).at(-1)).toEqual({ file: "aliases.csv", line, reason });
  });
});
