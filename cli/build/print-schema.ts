/**
 * `npm run schema`: writes schema/schema.graphql, and schema/client-cache.json with what the caches of clients are to be told of it.
 * With `--check`, says whether they are up to date.
 */
import { join } from "node:path";
import { lexicographicSortSchema, printSchema } from "graphql";
import { schema } from "../../schema/index.ts";
import { clientCache } from "./client-cache.ts";
import { keepGenerated } from "./generated-file.ts";
import { root } from "../local/tool.ts";

const sorted = lexicographicSortSchema(schema);
const files = {
  "schema/schema.graphql": `${printSchema(sorted)}\n`,
  "schema/client-cache.json": `${JSON.stringify(clientCache(sorted), null, 2)}\n`,
};

for (const [file, content] of Object.entries(files)) {
  const check = process.argv.includes("--check");
  keepGenerated({ file: join(root, file), content, command: "npm run schema", check });
}
