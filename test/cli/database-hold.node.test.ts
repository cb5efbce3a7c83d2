import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { holdDatabase } from "../../cli/local/database-hold.ts";
import { copyMigrated } from "../prepared/prepared.ts";

const root = join(import.meta.dirname, "../..");
let folder: string;
let state: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-hold-"));
  state = join(folder, "state");
  await copyMigrated(state);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function command(script: string, ...options: string[]) {
  const env = { ...process.env, npm_lifecycle_event: undefined };
  const args = [`cli/command/${script}.ts`, ...options, "--persist-to", state];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", env });
  return { status, complained: stderr.trim() };
}

/** Another process that holds the database, until it is killed. */
async function holder(use: string): Promise<ChildProcess> {
  const program = `import { holdDatabase } from "./cli/local/database-hold.ts";
    holdDatabase(${JSON.stringify(state)}, ${JSON.stringify(use)}); console.log("held"); setInterval(() => {}, 1000);`;
  const env = { ...process.env, npm_lifecycle_event: "start" };
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], { cwd: root, env });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return child;
}

describe("a local database that the service uses", () => {
  it("is refused to who writes it, in words that say who holds it, and is free when that is killed", async () => {
    const service = await holder("shared");
    const refused = `the local database is in use by npm start (process ${service.pid}): stop that first`;
    for (const [script, ...options] of [
      ["restore", "x.gz"],
      ["import", "dataset"],
    ]) {
      expect(command(script!, ...options)).toEqual({ status: 1, complained: refused });
    }
    service.kill("SIGKILL");
    await once(service, "exit");
    expect(command("reindex")).toEqual({ status: 0, complained: "" });
    expect(readdirSync(join(state, "in-use/holders"))).toEqual([]);
  });

  it("is held though somebody who has it too takes their note away while it is read", () => {
    const notes = join(state, "in-use/holders");
    symlinkSync("gone", join(notes, `${process.ppid}`));
    holdDatabase(state, "shared")();
    expect(readdirSync(notes)).toEqual([]);
  });

  it("is tried on by an import that writes nothing", async () => {
    await holder("shared");
    writeFileSync(join(folder, "one.json"), '{"actors": [{"slug": "elbonia", "type": "STATE", "name": "Elbonia"}]}');
    const { status, complained } = command("import", join(folder, "one.json"), "--dry-run");
    expect({ status, complained }).toEqual({ status: 0, complained: "" });
  });

  it("is read by a backup and an export", () => {
    const release = holdDatabase(state, "shared");
    expect(command("backup", join(folder, "file.gz"))).toEqual({ status: 0, complained: "" });
    expect(command("export", join(folder, "facts"))).toEqual({ status: 0, complained: "" });
    release();
  });
});

describe("a local database that is written", () => {
  it("is refused to all others", async () => {
    const writer = await holder("alone");
    expect(() => holdDatabase(state, "shared")).toThrow(`(process ${writer.pid})`);
    expect(() => holdDatabase(state, "alone")).toThrow(`(process ${writer.pid})`);
    expect(command("import", "dataset", "--dry-run").complained).toContain(`(process ${writer.pid})`);
    writer.kill("SIGKILL");
    await once(writer, "exit");
    holdDatabase(state, "alone")();
  });
});
