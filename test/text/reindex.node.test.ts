import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withLocalDatabase } from "../../cli/local/local-database.ts";
import { copyMigrated } from "../prepared/prepared.ts";
import { reindexNoted } from "../../cli/local/reindex.ts";
import { root } from "../../cli/local/tool.ts";
import { countStale, mendPage } from "../../drizzle/search/mend.ts";
import { revise } from "../../src/changes/write/revision.ts";
import { actorsFound, wordsIn } from "./local-search.ts";

let folder: string;
const on = <T>(use: (d1: D1Database) => Promise<T>) => withLocalDatabase(folder, use);

function reindex(...options: string[]): string {
  const command = ["cli/command/reindex.ts", "--persist-to", folder, ...options];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout;
}

const revisions = (d1: D1Database) =>
  d1
    .prepare("SELECT count(*) AS count, max(author) AS author FROM revisions")
    .first<{ count: number; author: string }>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-reindex-"));
  await copyMigrated(folder);
  await on((d1) =>
    revise(d1, { at: "2026-11-24T00:00:00.000Z", author: "a test", reason: "by SQL" }, [
      `WITH RECURSIVE counted(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n < 1199)
      INSERT INTO actors (slug, type, name) SELECT 's-' || n, 'STATE', 'State ' || n || ' 国' || n FROM counted`,
    ]),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("what was killed after a page has folded that page, and goes on from there when it is run again", async () => {
  await on(async (d1) => {
    expect(await countStale(d1)).toBe(1200);
    expect(await mendPage(d1)).toBe(1000);
  });
  await on(async (d1) => {
    expect(await countStale(d1)).toBe(200);
    expect(await actorsFound(d1, "state 7")).toContain("s-7");
    expect(await actorsFound(d1, "国1100")).toEqual([]);
  });
  expect(reindex()).toMatch(/^200 folded in /);
  await on(async (d1) => {
    expect(await countStale(d1)).toBe(0);
    expect(await actorsFound(d1, "state 1100")).toEqual(["s-1100"]);
    expect(await actorsFound(d1, "国1100")).toEqual(["s-1100"]);
    expect(await revisions(d1)).toEqual({ count: 2, author: "cli/reindex.ts" });
  });
});

test("where nothing is stale it folds nothing and makes no revision, and with --all it folds all again", async () => {
  const before = await on(wordsIn);
  expect(await on((d1) => reindexNoted(d1))).toBe(0);
  expect(await on(revisions)).toMatchObject({ count: 2 });
  await on((d1) => d1.batch([d1.prepare("DELETE FROM entry_words"), d1.prepare("DELETE FROM name_terms")]));
  expect(reindex("--all")).toMatch(/^1,200 folded in /);
  expect(await on(wordsIn)).toEqual(before);
  expect(await on(revisions)).toMatchObject({ count: 3 });
});

test("texts that another version has folded are folded anew", async () => {
  await on(async (d1) => {
    await d1.prepare("UPDATE text_versions SET version = 0").run();
    expect(await countStale(d1)).toBe("all");
  });
  expect(await on((d1) => reindexNoted(d1))).toBe(1200);
  expect(await on(countStale)).toBe(0);
});
