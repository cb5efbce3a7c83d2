/**
 * `npm run import-drill -- [PATH] [--kills 50] [--batch 100] [--seed 1] [--folder DIR]`: kills imports
 * with SIGKILL at any moment and shows that what they end in is what an undisturbed import ends in.
 * Without a PATH it imports facts that it makes up.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { drill } from "./import-run.ts";
import { drillSource } from "./import-source.ts";
import { migrate } from "../local/migrate.ts";

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      kills: { type: "string", default: "50" },
      batch: { type: "string", default: "100" },
      seed: { type: "string", default: "1" },
      folder: { type: "string" },
    },
  });
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), "entente-drill-"));
  const made = join(folder, "facts.json");
  const databases = join(folder, "databases");
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(made, JSON.stringify(drillSource(200)));
    const migrated = join(folder, "migrated");
    await migrate(migrated);
    const result = await drill({
      migrated,
      path: positionals[0] ?? made,
      batch: Number(values.batch),
      kills: Number(values.kills),
      folder: databases,
      random: randomFrom(Number(values.seed)),
      tell: console.log,
    });
    const { kills, halfway, identical, seconds } = result;
    console.log(
      `${kills} kills, ${halfway} of them halfway; ${identical} of ${result.databases} databases are like that of an undisturbed import, which took ${seconds.toFixed(1)} s`,
    );
    if (identical !== result.databases) process.exitCode = 1;
  } finally {
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Mulberry32: the same seed kills at the same moments. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
