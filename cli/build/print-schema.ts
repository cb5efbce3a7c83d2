/** `npm run schema`: writes schema/schema.graphql. With `--check`, says whether it is up to date. */
import { join } from "node:path";
import { lexicographicSortSchema, printSchema } from "graphql";
import { schema } from "../../schema/index.ts";
import { keepGenerated } from "./generated-file.ts";
import { root } from "../local/tool.ts";

keepGenerated({
  file: join(root, "schema/schema.graphql"),
  content: `${printSchema(lexicographicSortSchema(schema))}\n`,
  command: "npm run schema",
  check: process.argv.includes("--check"),
});
