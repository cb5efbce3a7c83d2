import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withLocalDatabase } from "../../cli/local/local-database.ts";
import { migrate } from "../../cli/local/migrate.ts";
import { reindex } from "../../cli/local/reindex.ts";
import { root, runTool } from "../../cli/local/tool.ts";
import { countStale } from "../../drizzle/search/mend.ts";
import { actorsFound, wordsIn } from "./local-search.ts";

/** D1's bound of a statement, in bytes. */
const LONGEST = 100_000;

let folder: string;
let file: string;
/** What was said by what writes the file, and by what executes it. */
let said: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-dataset-sql-"));
  file = join(folder, "dataset.sql");
  const made = spawnSync(process.execPath, ["cli/command/dataset-sql.ts", file], { cwd: root, encoding: "utf8" });
  await migrate(folder);
  const filled = runTool("wrangler", "d1", "execute", "DB", "--local", "--persist-to", folder, "--file", file);
  said = [`${made.stdout}${made.stderr}`, filled.ok ? "filled" : filled.output];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a database that the data set's SQL has filled finds all that it has at once, and has nothing stale", async () => {
  expect(said).toEqual([`The data set is in ${file}\n`, "filled"]);
  await withLocalDatabase(folder, async (d1) => {
    expect(await countStale(d1)).toBe(0);
    expect(await d1.prepare("SELECT count(*) AS open FROM revisions WHERE open = 1").first("open")).toBe(0);
    expect(await actorsFound(d1, "Türkiye")).toContain("turkiye");
    expect(await actorsFound(d1, "日本")).toContain("japan");
    const written = await wordsIn(d1);
    await reindex(d1, { all: true });
    expect(await wordsIn(d1)).toEqual(written);
  });
});

test("no statement of that SQL is longer than D1 takes", () => {
  const longest = Math.max(
    ...readFileSync(file, "utf8")
      .split(";\n")
      .map((statement) => Buffer.byteLength(statement)),
  );
  expect(longest).toBeLessThanOrEqual(LONGEST);
});
