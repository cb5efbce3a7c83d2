import { spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withLocalDatabase } from "../../cli/local/local-database.ts";
import { migrate } from "../../cli/local/migrate.ts";
import { migratedDatabase } from "../../cli/local/migrated-database.ts";
import { root, runTool } from "../../cli/local/tool.ts";

const OBJECTS =
  "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '%d1_%' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name <> 'sqlite_sequence' ORDER BY type, name";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-migrate-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("the local database gets what the migrations say, and wrangler finds none left to apply", async () => {
  await migrate(folder);
  const objects = await withLocalDatabase(folder, async (d1) => (await d1.prepare(OBJECTS).all()).results);
  const told = migratedDatabase().prepare(OBJECTS).all();
  expect(objects.map(plain)).toEqual(told.map(plain));
  const { output } = runTool("wrangler", "d1", "migrations", "list", "DB", "--local", "--persist-to", folder);
  expect(output).toContain("No migrations to apply");
  await migrate(folder);
});

it("the local database is for its owner's eyes only, and a folder that was there stays as it was", async () => {
  const shared = join(folder, "shared");
  mkdirSync(shared);
  chmodSync(shared, 0o755);
  for (const state of [shared, join(folder, "made/anew")]) await withLocalDatabase(state, () => Promise.resolve());
  const modes = ["shared", "shared/v3", "shared/in-use", "made/anew", "made/anew/v3", "made/anew/in-use"].map((path) =>
    (statSync(join(folder, path)).mode & 0o777).toString(8),
  );
  expect(modes).toEqual(["755", "700", "700", "700", "700", "700"]);
});

/** The file of the database, with nothing of it elsewhere. */
function fileOf(state: string): string {
  const [file] = globSync("v3/d1/*/*.sqlite", { cwd: state }).filter((name) => !name.endsWith("metadata.sqlite"));
  return join(state, file!);
}

it.each<[how: string, damage: (file: string) => void]>([
  [
    "whose head is overwritten",
    (file) => {
      const open = openSync(file, "r+");
      writeSync(open, "no database at all, but a text".repeat(10), 0);
      closeSync(open);
    },
  ],
  ["that was cut off", (file) => truncateSync(file, 5 * 4096)],
])("a database %s is named in one line that says what to do", async (_, damage) => {
  const file = fileOf(folder);
  // What is not yet in the file is brought there: it would mend it.
  const database = new DatabaseSync(file);
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  database.close();
  const whole = readFileSync(file);
  damage(file);
  const refused = await migrate(folder).catch((error: unknown) => (error as Error).message);
  writeFileSync(file, whole);
  expect(refused).toMatch(/^[^\n]*\.sqlite is damaged \([^\n]*npm run restore[^\n]*$/);
  expect(refused).toContain(file);
});

it("a file that may not grow any more is named in one line that says where to look", () => {
  const state = join(folder, "bounded");
  const loading = ["-c", 'ulimit -f 600 && exec "$0" cli/command/load.ts --persist-to "$1"', process.execPath, state];
  const { status, stderr } = spawnSync("bash", loading, { cwd: root, encoding: "utf8" });
  expect(status).toBe(1);
  const said = stderr.trim().split("\n").at(-1);
  expect(said).toContain(state);
  expect(said).toMatch(/\.sqlite cannot be read or written: .*ulimit -f/);
});

/** SQLite keeps the spaces before and after a statement's comments. */
function plain({ type, name, sql }: Record<string, unknown>): string {
  return `${String(type)} ${String(name)} ${String(sql).replaceAll(/\s+/g, " ").trim()}`;
}
