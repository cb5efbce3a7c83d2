import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withLocalDatabase } from "../../cli/local/local-database.ts";
import { migrate } from "../../cli/local/migrate.ts";
import { migratedDatabase } from "../../cli/local/migrated-database.ts";
import { runTool } from "../../cli/local/tool.ts";

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

/** SQLite keeps the spaces before and after a statement's comments. */
function plain({ type, name, sql }: Record<string, unknown>): string {
  return `${String(type)} ${String(name)} ${String(sql).replaceAll(/\s+/g, " ").trim()}`;
}
