import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { quietly, root } from "../local/tool.ts";

/** The commit that the start of the Worker, and its answers in the bench, are held against. */
export const BASELINE = "95f46dd";

/**
 * A checkout of the baseline, with its own packages as its own lockfile has them. It is made once and stays in `.wrangler`.
 * @throws Error where git does not know the commit, as in a shallow clone, or its packages cannot be installed
 */
function baselineFolder(): string {
  const folder = join(root, `.wrangler/baseline-${BASELINE}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const archive = join(unfinished, "baseline.tar");
  run(root, "git", ["archive", "--output", archive, BASELINE]);
  run(unfinished, "tar", ["-xf", archive]);
  rmSync(archive);
  const npm = process.env["npm_execpath"];
  const [command, options] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
  run(unfinished, command, [...options, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel", "error"]);
  renameSync(unfinished, folder);
  return folder;
}

/** The results of a function of one of the baseline's own modules for some texts: it is run there, and answers in JSON. */
export function askBaseline(module: string, name: string, ...texts: string[]): unknown {
  const folder = baselineFolder();
  const script = `
    const { ${name} } = await import(${JSON.stringify(join(folder, module))});
    process.stdout.write("\\n" + JSON.stringify(await ${name}(...${JSON.stringify(texts)})));`;
  const said = run(folder, process.execPath, ["--input-type=module", "--eval", script]);
  return JSON.parse(said.slice(said.lastIndexOf("\n"))) as unknown;
}

function run(folder: string, command: string, options: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, options, {
    cwd: folder,
    env: quietly,
    encoding: "utf8",
  });
  if (status !== 0)
    throw new Error(`${command} ${options[0]} for the baseline ${BASELINE}: ${error?.message ?? stderr}`);
  return stdout;
}
