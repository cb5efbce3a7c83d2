import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { keepingAround } from "../../cli/build/recreated-table.ts";

const MIGRATION = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE \`__new_facts\` (\`id\` integer PRIMARY KEY, \`text\` text, CHECK(length("text") < 100)) STRICT;
--> statement-breakpoint
INSERT INTO \`__new_facts\`(\`id\`, \`text\`) SELECT \`id\`, \`text\` FROM \`facts\`;--> statement-breakpoint
DROP TABLE \`facts\`;--> statement-breakpoint
ALTER TABLE \`__new_facts\` RENAME TO \`facts\`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX \`facts_text\` ON \`facts\` (\`text\`);`;

const TRIGGER = "CREATE TRIGGER facts_deleted AFTER DELETE ON facts BEGIN\n  INSERT INTO log VALUES (old.id);\nEND";
const VIEW = "CREATE VIEW long_facts AS SELECT id FROM facts WHERE length(text) > 3";

function database(): DatabaseSync {
  const made = new DatabaseSync(":memory:");
  made.exec(`CREATE TABLE facts (id integer PRIMARY KEY, text text);
    CREATE TABLE citations (fact integer REFERENCES facts (id));
    CREATE TABLE log (id integer);
    ${VIEW}; ${TRIGGER};
    INSERT INTO facts VALUES (1, 'it is so');
    INSERT INTO citations VALUES (1);`);
  return made;
}

it("a table that is made anew keeps its rows, what refers to them, its triggers and the views that read it", () => {
  const around = { triggers: [{ table: "facts", sql: TRIGGER }], views: { long_facts: VIEW } };
  const made = database();
  made.exec(`BEGIN; ${keepingAround(MIGRATION, around)} COMMIT`);
  expect(made.prepare("SELECT * FROM long_facts").all()).toEqual([{ id: 1 }]);
  expect(made.prepare("SELECT * FROM citations").all()).toEqual([{ fact: 1 }]);
  expect(made.prepare("SELECT * FROM log").all()).toEqual([]);
  made.exec("DELETE FROM citations; DELETE FROM facts");
  expect(made.prepare("SELECT * FROM log").all()).toEqual([{ id: 1 }]);
});

it("drizzle-kit's own migration cannot be applied where a view reads the table", () => {
  expect(() => database().exec(MIGRATION)).toThrow("error in view long_facts");
});

it("a migration that makes no table anew stays as it is", () => {
  const text = "CREATE TABLE `facts` (`id` integer PRIMARY KEY) STRICT;";
  expect(keepingAround(text, { triggers: [], views: { v: "CREATE VIEW v AS SELECT 1" } })).toBe(text);
});
