/**
 * `node cli/build/print-changeset-schema.ts [--check]`: writes the JSON Schema of change sets to
 * dataset/changeset.schema.json, or checks that the file is as it would be written.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { toJsonSchema } from "@valibot/to-json-schema";
import { changesetInput } from "../../src/nouns/changeset.ts";

const FILE = "dataset/changeset.schema.json";
const path = join(import.meta.dirname, "../..", FILE);

const { values } = parseArgs({ options: { check: { type: "boolean" } } });
const { $schema, ...schema } = toJsonSchema(changesetInput(), { typeMode: "input", errorMode: "ignore" });
const head = { $schema, $id: "urn:entente:changeset", title: "Entente change set" };
const text = `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;

if (!values.check) {
  writeFileSync(path, text);
} else if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
  console.error(`${FILE} is not what src/nouns says: run node cli/build/print-changeset-schema.ts`);
  process.exitCode = 1;
}
