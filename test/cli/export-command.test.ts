import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandOf, exportTo } from "../../cli/export.ts";
import { importPath } from "../../cli/import.ts";
import { sourceAt } from "../../cli/import/source.ts";
import { textLines } from "../../cli/import/text-lines.ts";
import { loadDataset } from "../../cli/load.ts";
import { migrate } from "../../cli/migrate.ts";

const root = join(import.meta.dirname, "../..");
let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-export-"));
  migrate(at("empty"));
  cpSync(at("empty"), at("db"), { recursive: true });
  await loadDataset({ persistTo: at("db"), quiet: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function command(script: string, ...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`cli/${script}.ts`, ...options], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, said: stdout.trim().split("\n"), complained: stderr.trim() };
}

function filesIn(name: string): Record<string, string> {
  return Object.fromEntries(readdirSync(at(name)).map((file) => [file, readFileSync(join(at(name), file), "utf8")]));
}

describe("npm run export", () => {
  it("writes what imported into an empty database is exported again byte for byte", () => {
    expect(command("export", at("one"), "--persist-to", at("db"))).toMatchObject({ status: 0, complained: "" });
    expect(Object.keys(filesIn("one"))).toEqual(
      ["actors", "alliances", "articles", "events", "offices", "statements"].map((noun) => `${noun}.ndjson`),
    );
    cpSync(at("empty"), at("again"), { recursive: true });
    const imported = command("import", at("one"), "--persist-to", at("again"), "--batch", "50");
    expect(imported).toMatchObject({ status: 0, complained: "" });
    expect(imported.said[0]).toMatch(/\(native\): \d+ added, 0 changed, 0 left alone, 0 refused$/);
    expect(command("export", at("two"), "--persist-to", at("again")).status).toBe(0);
    expect(filesIn("two")).toEqual(filesIn("one"));
    expect(command("import", at("one"), "--persist-to", at("again")).said[0]).toMatch(/: 0 added, 0 changed, /);
  });

  it("takes the place of an older file of the same name, and leaves nothing half written", async () => {
    mkdirSync(at("net"));
    writeFileSync(join(at("net"), "network.graphml"), "older");
    const written = await exportTo({ folder: at("net"), format: "graphml", persistTo: at("db") });
    const graph = readFileSync(join(at("net"), "network.graphml"));
    expect(graph.toString()).toMatch(/^<\?xml [^]*<\/graphml>\n$/);
    expect(written).toEqual([["network.graphml", graph.length]]);
    expect(readdirSync(at("net"))).toEqual(["network.graphml"]);
  });

  it.each([
    [["x", "--format", "xlsx"], '--format takes one of ndjson, csv, graphml, not "xlsx"'],
    [[], "give one folder: npm run export -- FOLDER"],
    [["x", "y"], "give one folder: npm run export -- FOLDER"],
  ])("refuses %j", (options, complaint) => {
    expect(() => commandOf(options)).toThrow(complaint);
  });
});

describe("an import of entries, one a line", () => {
  it("takes them in any order, and tells the line of what it refuses", async () => {
    const lines = [
      { slug: "line-b", type: "ORGANIZATION", organizationType: "AGENCY", name: "B", parent: "line-c" },
      "{",
      { slug: "line-c", type: "ORGANIZATION", organizationType: "OTHER", name: "C", country: "line-d" },
      { slug: "line-d", type: "STATE", name: "D" },
      { slug: "line-e", type: "PLANET", name: "E" },
    ];
    const file = at("actors.ndjson");
    writeFileSync(file, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n\n"));
    cpSync(at("empty"), at("lines"), { recursive: true });
    const report = await importPath({ path: file, persistTo: at("lines"), batch: 1 });
    expect(report).toMatchObject({ added: 3, changed: 0, unchanged: 0 });
    expect(report.refusals).toMatchObject([
      { line: 3, reason: "not JSON" },
      { line: 9, reason: "type: must be one of STATE, PERSON, ORGANIZATION" },
    ]);
  });

  it("knows no file of entries by another name", async () => {
    writeFileSync(at("things.ndjson"), "{}\n");
    await expect(sourceAt(at("things.ndjson"), undefined)).rejects.toThrow("has nothing in any of the formats");
  });
});

describe("the lines of a file", () => {
  it("are whole, whatever their length and letters, and a file need not end with one", () => {
    const long = "日\u2028本".repeat(50_000);
    writeFileSync(at("long.txt"), `\uFEFFa\n\n${long}\r\nz`);
    expect([...textLines(at("long.txt"))]).toEqual([
      { number: 1, text: "a" },
      { number: 3, text: `${long}\r` },
      { number: 4, text: "z" },
    ]);
  });
});
