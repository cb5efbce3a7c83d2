/**
 * `npm run generate -- --statements 100000 [--seed 1] [--persist-to DIR]`: fills the local
 * database with the data set and generated statements, for measuring; the same seed gives the same rows.
 */
import { parseArgs } from "node:util";
import { mergeTextIndexes } from "../../drizzle/search/merge-text-indexes.ts";
import { generateRows } from "../local/generated-rows.ts";
import { loadDataset } from "./load.ts";
import { reindex } from "../local/reindex.ts";
import { withLocalDatabase } from "../local/local-database.ts";
import { isHelped } from "./usage.ts";

export interface GenerateCommand {
  statements: number;
  seed: number;
  persistTo: string | undefined;
}

/** Migrates and loads the local database, fills it, and prints how fast. */
export async function generate({ statements, seed, persistTo }: GenerateCommand): Promise<void> {
  const loaded = await loadDataset({ persistTo, quiet: true });
  if (loaded?.outcome !== "applied") throw new Error("the data set could not be loaded, and nothing was generated");
  const start = performance.now();
  const rate = (written: number) => Math.round((written / (performance.now() - start)) * 1000).toLocaleString("en");
  let told = 0;
  await withLocalDatabase(persistTo, async (d1) => {
    await generateRows(d1, {
      statements,
      seed,
      progress: (written) => {
        if (written - told < 100_000 && written !== statements) return;
        told = written;
        console.log(`${written.toLocaleString("en")} statements, ${rate(written)} a second`);
      },
    });
    await reindex(d1);
    await mergeTextIndexes(d1);
  });
}

function countOf(option: string, text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 100_000_000) {
    throw new Error(`--${option} takes a whole number from 1 on, not "${text}"`);
  }
  return number;
}

if (import.meta.main && !isHelped(import.meta.filename)) {
  try {
    const { values } = parseArgs({
      options: {
        statements: { type: "string" },
        seed: { type: "string", default: "1" },
        "persist-to": { type: "string" },
      },
    });
    if (values.statements === undefined) {
      throw new Error("npm run generate -- --statements 100000 [--seed 1] [--persist-to DIR]");
    }
    await generate({
      statements: countOf("statements", values.statements),
      seed: countOf("seed", values.seed),
      persistTo: values["persist-to"],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
