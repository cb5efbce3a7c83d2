/**
 * `npm run import-scale -- [--runs 5]`: reads 1,000 and 10,000 memberships of Popolo, and of a change set, each in one line of
 * JSON, as an import does, in turns and processes of their own. Fails where ten times as many take more than twelve times as
 * long, or more than 256 MiB.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { batchesOf, changesetOf } from "../import/destination/batch.ts";
import { root } from "../local/tool.ts";
import { readSource } from "../import/file/read-source.ts";
import { sourceAt } from "../import/file/source.ts";

const MOST_TIMES = 12;
const MOST_MIB = 256;
const SIZES = [1000, 10_000] as const;

interface Measured {
  milliseconds: number;
  mib: number;
}

const makers: Readonly<Record<string, (size: number) => object>> = {
  popolo: (size) => ({
    persons: numbers(size).map((id) => ({ id, name: `Member ${id % 100}`, birth_date: "1950" })),
    organizations: [{ id: 1, name: "Assembly" }],
    memberships: numbers(size).map((id) => ({
      person_id: id,
      organization_id: 1,
      role: "member",
      start_date: "2010-05-06",
    })),
  }),
  // Each is refused, so that its line is told.
  refused: (size) => ({
    persons: [],
    memberships: numbers(size).map((id) => ({ id, person_id: id, organization_id: 1 })),
  }),
  native: (size) => ({
    alliances: [
      {
        slug: "pact",
        name: "Pact",
        kind: "TREATY",
        memberships: numbers(size).map((id) => ({
          actor: `state-${id}`,
          role: "MEMBER",
          citations: [{ article: "a" }],
        })),
      },
    ],
  }),
};

function numbers(size: number): number[] {
  return Array.from({ length: size }, (_, index) => index + 1);
}

/** Reads a file to the end of its last batch. */
async function measure(path: string): Promise<Measured> {
  const start = performance.now();
  const { pieces } = await readSource(sourceAt(path), { actors: () => Promise.resolve([]) });
  for (const batch of batchesOf(pieces(), { rows: 2000 })) changesetOf(batch);
  return { milliseconds: performance.now() - start, mib: process.resourceUsage().maxRSS / 1024 };
}

function measuredApart(path: string): Measured {
  const command = [...flags(), import.meta.filename, "--measure", path];
  const { stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  if (stderr !== "") throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

/** How `npm run import` runs Node. */
function flags(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: { import: string } };
  return scripts.import.split(" ").filter((word) => word.startsWith("--"));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function compare(folder: string, name: string, runs: number): boolean {
  const paths = SIZES.map((size) => join(folder, `${name}-${size}.json`));
  SIZES.forEach((size, index) => writeFileSync(paths[index]!, JSON.stringify(makers[name]!(size))));
  const pairs = Array.from({ length: runs }, () => paths.map(measuredApart));
  const times = median(pairs.map(([few, many]) => many!.milliseconds / few!.milliseconds));
  const mib = Math.max(...pairs.flat().map(({ mib }) => mib));
  const [few, many] = [0, 1].map((index) => median(pairs.map((pair) => pair[index]!.milliseconds)).toFixed(0));
  console.log(
    `${name}: ${few} ms and ${many} ms, ${times.toFixed(1)} times as long; ${mib.toFixed(0)} MiB at the most`,
  );
  return times <= MOST_TIMES && mib <= MOST_MIB;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { runs: { type: "string", default: "5" }, measure: { type: "string" } } });
  if (values.measure !== undefined) console.log(JSON.stringify(await measure(values.measure)));
  else {
    const folder = mkdtempSync(join(tmpdir(), "entente-scale-"));
    try {
      const good = Object.keys(makers).map((name) => compare(folder, name, Number(values.runs)));
      if (good.includes(false)) process.exitCode = 1;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
