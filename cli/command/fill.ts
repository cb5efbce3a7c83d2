/**
 * `npm run fill [-- --persist-to DIR | --sql FILE]`: works out until when facts are borne out in a database that was written
 * before 0.2.0, as one revision; with --sql writes the SQL of it, for a database elsewhere. `npm start` does so by itself.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fill, fillSql } from "../local/fill.ts";
import { withMigratedDatabase } from "../local/migrate.ts";
import { root } from "../local/tool.ts";
import { isHelped } from "./usage.ts";

if (isHelped(import.meta.filename)) process.exit();

try {
  const { values } = parseArgs({ options: { "persist-to": { type: "string" }, sql: { type: "string" } } });
  if (values.sql === undefined) {
    const persistTo = resolve(values["persist-to"] ?? join(root, ".wrangler/state"));
    const isFilled = await withMigratedDatabase(persistTo, fill);
    console.log(isFilled ? "All facts have a horizon now: one revision more" : "There is nothing to fill");
  } else {
    writeFileSync(resolve(values.sql), fillSql());
    console.log(`The SQL is in ${values.sql}: run it once, on a migrated database`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
