#!/usr/bin/env bash
# drizzle-kit 1.0.0-rc.4 and drizzle-orm 1.0.0-rc.4 (SQLite), applied by sql.js 1.13.0, on Node 20.
#
# Behaviour: SQLite cannot change a CHECK, so drizzle-kit makes the table anew under another name, drops the old one and renames.
# What it does not know of suffers. The triggers of the table are gone afterwards, without a word. Where a view reads the
# table, the migration cannot be applied at all: SQLite looks at all views when it renames.
#
# Seen: a table with a trigger, and a CHECK that is added
#   triggers before and after: 1 and 0
#   with a view that reads the table: error in view long_facts: no such table: main.facts
#
# Here: cli/build/recreated-table.ts makes triggers and views again, and test/cli/recreated-table.unit.test.ts holds that.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund drizzle-kit@1.0.0-rc.4 drizzle-orm@1.0.0-rc.4 sql.js@1.13.0 >/dev/null 2>&1
cat > before.ts <<'TS'
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
export const facts = sqliteTable("facts", { id: integer("id").primaryKey(), text: text("text").notNull() });
TS
cat > after.ts <<'TS'
import { sql } from "drizzle-orm";
import { check, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
export const facts = sqliteTable(
  "facts",
  { id: integer("id").primaryKey(), text: text("text").notNull() },
  (table) => [check("facts_text_short", sql`length(${table.text}) < 100`)],
);
TS
for name in before after; do
  npx drizzle-kit generate --dialect sqlite --schema "./$name.ts" --out ./migrations --name "$name" >/dev/null 2>&1
  sleep 1
done
cat > run.mjs <<'JS'
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import initSqlJs from "sql.js";

const folders = readdirSync("migrations").filter((name) => /_(before|after)$/.test(name)).sort();
const [before, after] = folders.map((name) => readFileSync(join("migrations", name, "migration.sql"), "utf8"));
const SQL = await initSqlJs();
const triggers = (database) => database.exec("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'")[0].values[0][0];

const plain = new SQL.Database();
plain.run(before);
plain.run("CREATE TABLE log (id integer); CREATE TRIGGER facts_gone AFTER DELETE ON facts BEGIN INSERT INTO log VALUES (old.id); END");
const had = triggers(plain);
plain.run(after);
console.log(`triggers ${had} ${triggers(plain)}`);

const viewed = new SQL.Database();
viewed.run(before);
viewed.run("CREATE VIEW long_facts AS SELECT id FROM facts WHERE length(text) > 3");
try {
  viewed.run(after);
  console.log("applied");
} catch (error) {
  console.log(error.message);
}
JS
seen=$(node run.mjs)
expected='triggers 1 0
error in view long_facts: no such table: main.facts'
if [ "$seen" != "$expected" ]; then
  printf 'It is otherwise now:\n%s\n' "$seen"
  exit 1
fi
echo "As written: a CHECK that is added takes the triggers away, and cannot be applied where a view reads the table"
