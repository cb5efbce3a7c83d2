import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportTo } from "../../cli/command/export.ts";
import { argumentsOf } from "../../cli/import/arguments.ts";
import { drillSource } from "../../cli/drill/import-source.ts";
import { lists } from "../../cli/import/file/piece.ts";
import { importPath } from "../../cli/command/import.ts";
import { KillableServer } from "../../cli/drill/killed-server.ts";
import { localSettings, localToken } from "../../cli/local/local-identity.ts";
import { copyLoaded } from "../prepared/loaded.ts";
import { bundled } from "../prepared/prepared.ts";
import { LossyProxy } from "./lossy-proxy.ts";

const root = join(import.meta.dirname, "../..");
const cow = join(root, "../shared/data/cow");

let folder: string;
let address: string;
let token: string;
let reader: string;
const server = new KillableServer();
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-import-service-"));
  const file = await bundled();
  await copyLoaded(at("service"));
  cpSync(at("service"), at("local"), { recursive: true });
  // What these tests export of it in a minute is more than a client may.
  const variables = { ...(await localSettings(at("key.json"))), LIMIT_BUDGET: "0" };
  token = await localToken({ name: "Ada", role: "editor", hours: 1 }, at("key.json"));
  reader = await localToken({ name: "Bob", role: "reader", hours: 1 }, at("key.json"));
  address = await server.serve({ file, persistTo: at("service"), variables });
});
afterAll(async () => {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, json: unknown): string {
  writeFileSync(at(name), JSON.stringify(json));
  return at(name);
}

function toService(path: string, { to = address, dryRun = false } = {}) {
  return importPath({ path, dryRun, service: { base: new URL(`${to}/`), token: dryRun ? null : token } });
}

/** What a local import of the same gives. */
async function toLocal(path: string) {
  return importPath({ path, persistTo: at("local") });
}

async function served(): Promise<string[]> {
  return Promise.all(
    lists.map(async (list) => {
      const response = await fetch(`${address}/export/${list}.ndjson`);
      expect(response.status).toBe(200);
      return response.text();
    }),
  );
}

async function stored(): Promise<string[]> {
  mkdirSync(at("exported"), { recursive: true });
  await exportTo({ folder: at("exported"), format: "ndjson", persistTo: at("local") });
  return lists.map((list) => readFileSync(join(at("exported"), `${list}.ndjson`), "utf8"));
}

const people = {
  persons: [
    { id: "p1", name: "Anthony Albanese", identifiers: [{ scheme: "wikidata", identifier: "Q335635" }] },
    { id: "p2", name: "Penny Wong" },
  ],
  organizations: [{ id: "o1", name: "Parliament of Australia", classification: "legislature" }],
  memberships: [
    { person_id: "p1", organization_id: "o1", role: "Member", start_date: "1996-03-02" },
    { person_id: "p2", organization_id: "o1", role: "Senator", start_date: "2002-07-01" },
    { person_id: "p9", organization_id: "o1", role: "Senator" },
  ],
};

function facts() {
  const json = drillSource(60);
  json.alliances[3]!.memberships[0]!.from = "1972-06-31?";
  Object.assign(json.alliances[4]!, { kind: "FRIENDSHIP" });
  Object.assign(json.alliances[5]!, { colour: "red" });
  json.alliances[6]!.memberships[0]!.actor = "nobody-at-all";
  return json;
}

describe("an import into a running service", () => {
  it.each([
    ["change sets", () => write("facts.json", facts())],
    ["Popolo", () => write("people.json", people)],
    ["COW", () => cow],
  ])("of %s comes to what a local one does, and the second time to nothing", async (name, source) => {
    const path = source();
    if (name === "COW" && !existsSync(path)) return;
    const { refusals, added, changed, unchanged } = await toLocal(path);
    const first = await toService(path);
    expect(first).toMatchObject({ added, changed, unchanged, refusals });
    expect(await served()).toEqual(await stored());
    const second = await toService(path);
    expect(second).toMatchObject({ added: 0, changed: 0, unchanged: added + changed + unchanged, revisions: null });
  });

  it("tells in a dry run what it would come to, and writes nothing", async () => {
    const before = await served();
    const path = write("dry.json", { ...drillSource(70), alliances: facts().alliances });
    const dry = await toService(path, { dryRun: true });
    expect(await served()).toEqual(before);
    const { added, changed, unchanged, refusals } = await toService(path);
    expect(dry).toMatchObject({ added, changed, unchanged, refusals, dryRun: true });
  });

  it("is done once where answers are lost, in requests of less than 64 KB", async () => {
    const proxy = new LossyProxy(address);
    try {
      const to = await proxy.listen();
      const json = drillSource(600);
      const path = write("lossy.json", json);
      const { revision } = await dataset();
      const report = await toService(path, { to });
      expect(report.refusals).toEqual([]);
      expect(report.batches).toBeGreaterThan(2);
      expect(await dataset()).toEqual({ revision: revision + report.batches });
      expect(proxy.lost).toBeGreaterThan(0);
      expect(proxy.largest).toBeLessThan(65_536);
    } finally {
      proxy.close();
    }
  });

  it("is refused without the role of an editor, and nothing is written", async () => {
    const before = await dataset();
    const path = write("few.json", drillSource(2));
    const service = { base: new URL(`${address}/`), token: reader };
    await expect(importPath({ path, service })).rejects.toThrow(/refuses: .*editor/);
    expect(await dataset()).toEqual(before);
  });

  it("is a command, with the token in the environment", () => {
    const path = write("three.json", drillSource(3));
    const { status, stdout } = spawnSync(process.execPath, ["cli/command/import.ts", path, "--url", address], {
      cwd: root,
      env: { ...process.env, ENTENTE_TOKEN: token },
      encoding: "utf8",
    });
    expect(stdout).toContain("19 left alone, 0 refused");
    expect(status).toBe(0);
  });
});

async function dataset(): Promise<{ revision: number }> {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ dataset { revision } }" }),
  });
  const answer: { data: { dataset: { revision: number } } } = await response.json();
  return answer.data.dataset;
}

describe("the address of a service", () => {
  const environment = { ENTENTE_TOKEN: "x", ENTENTE_URL: "https://entente.example/api" };

  it("is that of --url, or with --remote that of ENTENTE_URL", () => {
    const base = (...argv: string[]) => argumentsOf(["dataset", ...argv], environment).service?.base.href;
    expect(base()).toBeUndefined();
    expect(base("--url", "http://localhost:8787")).toBe("http://localhost:8787/");
    expect(base("--remote")).toBe("https://entente.example/api/");
  });

  it.each([
    [["--url", "http://entente.example"], "a token is sent over https only"],
    [["--url", "entente"], "entente is no address"],
    [["--url", "https://a.example", "--remote"], "give --url or --remote, not both"],
    [["--url", "https://a.example", "--persist-to", "x"], "--persist-to is for a local database"],
    [["--token-file", "x"], "--token-file is for --url and --remote"],
    [["--remote", "--token-file", "nowhere"], "nowhere cannot be read"],
  ])("is refused for %j", (argv, complaint) => {
    expect(() => argumentsOf(["dataset", ...argv], environment)).toThrow(complaint);
  });

  it("needs a token, but for a dry run", () => {
    writeFileSync(at("token"), "abc\n");
    const ofFile = argumentsOf(["dataset", "--remote", "--token-file", at("token")], environment);
    expect(ofFile.service?.token).toBe("abc");
    expect(() => argumentsOf(["dataset", "--url", "https://a.example"], {})).toThrow("a token of an editor is needed");
    expect(() => argumentsOf(["dataset", "--remote"], {})).toThrow("there is none");
    expect(argumentsOf(["dataset", "--url", "https://a.example", "--dry-run"], {}).service?.token).toBeNull();
  });
});
