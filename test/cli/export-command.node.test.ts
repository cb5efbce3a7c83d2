import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandOf, exportTo } from "../../cli/command/export.ts";
import { importPath } from "../../cli/command/import.ts";
import { sourceAt } from "../../cli/import/file/source.ts";
import { byteLines, isBlank } from "../../cli/import/file/byte-lines.ts";
import { fileChunks } from "../../cli/local/file-bytes.ts";
import { copyLoaded } from "../prepared/loaded.ts";
import { copyMigrated } from "../prepared/prepared.ts";

const root = join(import.meta.dirname, "../..");
let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-export-"));
  await copyMigrated(at("empty"));
  await copyLoaded(at("db"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function command(script: string, ...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`cli/command/${script}.ts`, ...options], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, said: stdout.trim().split("\n"), complained: stderr.trim() };
}

function filesIn(name: string): Record<string, string> {
  return Object.fromEntries(readdirSync(at(name)).map((file) => [file, readFileSync(join(at(name), file), "utf8")]));
}

describe("npm run export", () => {
  it("writes what imported into an empty database is exported again byte for byte", async () => {
    const { status, said, complained } = command("export", at("one"), "--persist-to", at("db"));
    expect({ status, complained }).toEqual({ status: 0, complained: "" });
    const nouns = ["actors", "articles", "offices", "alliances", "events", "statements"];
    expect(said.map((line) => line.replace(/: [\d,]+ bytes$/, ""))).toEqual(
      nouns.map((noun) => join(at("one"), `${noun}.ndjson`)),
    );
    const again = { persistTo: at("again") };
    cpSync(at("empty"), again.persistTo, { recursive: true });
    const first = await importPath({ ...again, path: at("one"), batch: 50 });
    expect(first).toMatchObject({ changed: 0, unchanged: 0, refusals: [] });
    await exportTo({ ...again, folder: at("two"), format: "ndjson" });
    expect(filesIn("two")).toEqual(filesIn("one"));
    expect(await importPath({ ...again, path: at("one") })).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: first.added,
    });
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

  it.each([
    ["empty", 1, "--revision is 1: there is none yet"],
    ["db", 99, /--revision is 99: there are 1 to \d$/],
  ])("refuses a revision that the database %s has not", async (name, revision, complaint) => {
    const exported = exportTo({ folder: at("none"), format: "ndjson", persistTo: at(name), revision });
    await expect(exported).rejects.toThrow(complaint);
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
      { line: 3, reason: "is not JSON: it ends too early" },
      { line: 9, reason: "type: must be one of STATE, PERSON, ORGANIZATION" },
    ]);
  });

  it("knows no file of entries by another name", () => {
    writeFileSync(at("things.ndjson"), "{}\n");
    expect(() => sourceAt(at("things.ndjson"))).toThrow("has nothing in any of the formats");
  });
});

describe("the lines of a file", () => {
  it("are whole, whatever their length and letters, and a file need not end with one", () => {
    const long = "日\u2028本".repeat(50_000);
    writeFileSync(at("long.txt"), `\uFEFFa\n\n${long}\r\nz`);
    const lines = [...byteLines(fileChunks(at("long.txt")))].filter((line) => !isBlank(line));
    expect(lines.map(({ number, bytes }) => ({ number, text: bytes?.toString() }))).toEqual([
      { number: 1, text: "a" },
      { number: 3, text: `${long}\r` },
      { number: 4, text: "z" },
    ]);
  });
});
