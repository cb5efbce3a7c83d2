import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importPath } from "../../cli/command/import.ts";
import { argumentsOf } from "../../cli/import/arguments.ts";
import { csvRows } from "../../cli/import/file/csv-rows.ts";
import { drillSource } from "../../cli/drill/import-source.ts";
import { Manytreaties } from "../../cli/import/manytreaties/manytreaties.ts";
import type { Refusal } from "../../cli/import/file/piece.ts";
import { sourceAt } from "../../cli/import/file/source.ts";
import { copyMigrated } from "../prepared/prepared.ts";

const root = join(import.meta.dirname, "../..");
const treaties = join(root, "../shared/data/manytreaties");
const absent = !existsSync(treaties);
const aside = absent ? " (skipped: there is no ../shared/data/manytreaties)" : "";

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-import-"));
  await copyMigrated(join(folder, "db"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    Buffer.isBuffer(content) ? content : typeof content === "string" ? content : JSON.stringify(content),
  );
  return path;
}

function command(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["cli/command/import.ts", ...options, "--persist-to", join(folder, "db")],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  return { status, said: stdout.trim().split("\n").toReversed(), complained: stderr.trim() };
}

describe("npm run import", () => {
  it("imports, tells of what is refused, and does nothing the second time", () => {
    const facts = drillSource(4);
    facts.alliances[3]!.memberships[0]!.from = "1972-06-31?";
    const path = write("facts.json", facts);
    const rejects = join(folder, "rejects.ndjson");

    const dry = command(path, "--dry-run");
    expect(dry.said[0]).toMatch(/^Dry run of .* \(native\): 24 added, 0 changed, 0 left alone, 1 refused$/);
    expect(dry.said[1]).toMatch(/^1 batch, nothing written/);
    const first = command(path, "--batch", "5", "--rejects", rejects);
    expect(first.complained).toBe("");
    expect(first.said[0]).toMatch(/: 24 added, 0 changed, 0 left alone, 1 refused$/);
    expect(first.said[1]).toMatch(/^\d+ batches, revisions 2 to \d+; [\d.]+ s, [\d,]+ rows a second$/);
    expect(first.said[2]).toMatch(
      /facts\.json:1: from: "1972-06-31\?": June 1972 has 30 days: write one from 01 to 30$/,
    );
    expect(JSON.parse(readFileSync(rejects, "utf8"))).toMatchObject({ line: 1 });
    expect(first.status).toBe(0);
    expect(command(path, "--batch", "5", "--strict").status).toBe(2);
    expect(command(path, "--batch", "5").said[0]).toMatch(/: 0 added, 0 changed, 24 left alone, 1 refused$/);
  });

  it("reads an address as a file, and writes nothing where the file is not whole", async () => {
    const packed = gzipSync(JSON.stringify(drillSource(3)));
    const server = createServer((request, response) =>
      response.end(request.url === "/whole/events.json.gz" ? packed : packed.subarray(0, 200)),
    ).listen(0, "127.0.0.1");
    await once(server, "listening");
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const persistTo = join(folder, "fetched");
    await copyMigrated(persistTo);
    try {
      const cut = await importPath({ ...argumentsOf([`${at}/cut/events.json.gz`]), persistTo }).catch(String);
      expect(cut).toContain(`${at}/cut/events.json.gz is damaged: its gzip is cut off`);
      const whole = { ...argumentsOf([`${at}/whole/events.json.gz`]), persistTo };
      expect(await importPath(whole)).toMatchObject({ source: `${at}/whole/events.json.gz (native)`, refusals: [] });
      expect(await importPath(whole)).toMatchObject({ added: 0, changed: 0 });
    } finally {
      server.close();
    }
  });

  it("says in one line what is wrong", () => {
    expect(command("nowhere.csv")).toMatchObject({ status: 1, complained: "there is no nowhere.csv" });
  });

  it.each([
    [["dataset", "--format", "xml"], '--format takes one of native, cow, manytreaties, archigos, popolo, not "xml"'],
    [["dataset", "--batch", "0"], '--batch takes a whole number from 1 to 100000, not "0"'],
    [["dataset", "--faster"], "Unknown option '--faster'"],
    [["dataset", "docs"], "give one file or folder, or addresses: npm run import -- PATH"],
    [[], "give one file or folder, or addresses: npm run import -- PATH"],
  ])("refuses %j", (argv, complaint) => {
    expect(() => argumentsOf(argv)).toThrow(complaint);
  });
});

describe("a format", () => {
  it("is recognized by what is in the file", () => {
    const popolo = write("people.json", { persons: [], memberships: [] });
    const parties = write("p.csv.gz", gzipSync("stateID,treatyID,Title\nFRA,X,Y\n"));
    const members = write("m.csv", "\uFEFFversion4id,ccode,mem_st_year\n1,2,1900\n");
    const roleOf = (path: string) => sourceAt(path).files.map(({ role }) => role);
    expect([popolo, parties, members].map(roleOf)).toEqual([["popolo"], ["parties"], ["cowMembers"]]);
    expect(() => sourceAt(join(root, "package.json"), undefined)).toThrow(
      "package.json has nothing in any of the formats native",
    );
    expect(() => sourceAt(join(root, "dataset"), "cow")).toThrow("nothing in the format cow");
    expect(() => sourceAt(folder, undefined)).toThrow("choose one with --format");
    expect(sourceAt(folder, "popolo").files.map(({ path }) => path)).toEqual([popolo]);
    expect(sourceAt(join(root, "dataset")).format).toBe("native");
  });

  it("is that of most of its lists, and the chosen one where it may be that", () => {
    const [both, person] = [join(folder, "both.json"), { id: "p", name: "Penny Wong" }];
    const rolesOf = (json: object, format?: "native" | "popolo") => {
      writeFileSync(both, JSON.stringify(json));
      return sourceAt(both, format).files.map(({ role }) => role);
    };
    const assembly = { persons: [person], organizations: [], memberships: [], events: [{ id: "term/1" }] };
    expect(rolesOf(assembly)).toEqual(["popolo"]);
    expect(rolesOf({ ...assembly, articles: [] })).toEqual(["popolo"]);
    expect(rolesOf({ alliances: [], statuses: [], memberships: [] })).toEqual(["changeset"]);
    expect(rolesOf({ events: [] })).toEqual(["changeset"]);
    expect(rolesOf({ persons: [person], events: [] }, "popolo")).toEqual(["popolo"]);
    expect(rolesOf({ persons: [person], actors: [], articles: [] }, "popolo")).toEqual(["popolo"]);
    expect(rolesOf(assembly, "native")).toEqual(["changeset"]);
    expect(() => rolesOf({ events: [] }, "popolo")).toThrow("nothing in the format popolo");
    rmSync(both);
  });

  it("of a table keeps the lines of its records, also where a cell has several", () => {
    const path = write("lines.csv", 'treatyID,Title,Begin\nA,"one\ntwo",1900\nB,x,1901\n');
    const lines: number[] = [];
    for (const row of csvRows(path, { file: "lines.csv" })) lines.push("cells" in row ? row.origin.line : -1);
    expect(lines).toEqual([2, 4]);
  });
});

describe.skipIf(absent)(`manytreaties${aside}`, () => {
  it("is 4,532 agreements and 98,320 parties, of which those with an impossible date are refused", () => {
    const source = new Manytreaties();
    const refusals: Refusal[] = [];
    const counts = { agreement: 0, party: 0 };
    for (const [noun, file] of [
      ["agreement", "agreements_GGO.csv.gz"],
      ["party", "parties_GGO.csv.gz"],
    ] as const) {
      for (const row of csvRows(join(treaties, file), { file })) {
        if (!("cells" in row)) throw new Error(row.reason);
        counts[noun] += 1;
        refusals.push(...[source[noun](row) ?? []].flat());
      }
    }
    expect(counts).toEqual({ agreement: 4532, party: 98_320 });
    const told = refusals.map(({ file, line, reason }) => `${file}:${line} ${reason.slice(0, 24)}`);
    expect(told.filter((one) => one.startsWith("agreements"))).toEqual([
      'agreements_GGO.csv.gz:965 End: "1972-06-31?": June',
      ...[999, 1064, 1115, 1176, 1320].map((line) => `agreements_GGO.csv.gz:${line} End: "1976-06-31": June `),
      'agreements_GGO.csv.gz:3521 End: "2010-XX-XX-": only',
      'agreements_GGO.csv.gz:3675 Force: "0014-022005" is ',
    ]);
    expect(told).toHaveLength(23);
    const alliances = [...source.pieces([])].filter(({ list }) => list === "alliances");
    // Each row is an alliance of its own, and agreements that only parties tell of are 342 more.
    expect(alliances).toHaveLength(4532 - 8 + 342);
  });

  it("has a beginning that is taken over whole, and left alone the second time", () => {
    const head = (file: string, lines: number) =>
      gzipSync(
        gunzipSync(readFileSync(join(treaties, file)))
          .toString("utf8")
          .split("\n")
          .slice(0, lines)
          .join("\n"),
      );
    const beginning = mkdtempSync(join(folder, "treaties-"));
    writeFileSync(join(beginning, "agreements_GGO.csv.gz"), head("agreements_GGO.csv.gz", 60));
    writeFileSync(join(beginning, "parties_GGO.csv.gz"), head("parties_GGO.csv.gz", 400));
    expect(command(beginning).said[0]).toMatch(/added, \d+ changed, \d+ left alone, 0 refused$/);
    expect(command(beginning).said[0]).toMatch(/: 0 added, 0 changed, [\d,]+ left alone, 0 refused$/);
  });
});
