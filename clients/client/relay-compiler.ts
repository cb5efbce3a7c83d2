import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import compiler from "relay-compiler";
import { schemaFile } from "../question/schema.ts";

/**
 * What Relay's compiler makes of the `graphql` tags of modules, each under the name of its query or fragment.
 * @throws with what the compiler says where it does not take them
 */
export function compiledByRelay(modules: Readonly<Record<string, string>>): ReadonlyMap<string, unknown> {
  if (compiler === null) throw new Error("Relay has no compiler for this machine");
  const folder = mkdtempSync(join(tmpdir(), "entente-relay-"));
  try {
    for (const name of ["source", "artifact"]) mkdirSync(join(folder, name));
    for (const [name, text] of Object.entries(modules))
      writeFileSync(join(folder, "source", `${name}.js`), `import { graphql } from "relay-runtime";\n${text}`);
    cpSync(schemaFile, join(folder, "schema.graphql"));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "commonjs" }));
    const config = {
      src: "source",
      artifactDirectory: "artifact",
      schema: "schema.graphql",
      language: "javascript",
      eagerEsModules: false,
    };
    writeFileSync(join(folder, "relay.config.json"), JSON.stringify(config));
    const { status, stdout, stderr } = spawnSync(compiler, ["relay.config.json"], { cwd: folder, encoding: "utf8" });
    if (status !== 0) throw new Error(`${stdout}${stderr}`);
    const load = createRequire(join(folder, "artifact", "index.js"));
    return new Map(
      readdirSync(join(folder, "artifact")).map((file) => [basename(file, ".graphql.js"), load(`./${file}`)]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
