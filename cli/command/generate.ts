/**
 * `npm run generate -- --statements 100000 [--memberships 120000] [--seed 1] [--persist-to DIR]`: fills the local database with the
 * data set, generated statements, and memberships of generated treaties, for measuring; the same seed gives the same rows.
 */
import { parseArgs } from "node:util";
import { mergeTextIndexes } from "../../drizzle/search/merge-text-indexes.ts";
import { generateRows } from "../local/generated/rows.ts";
import { loadDataset } from "./load.ts";
import { reindex } from "../local/reindex.ts";
import { withLocalDatabase } from "../local/local-database.ts";
import { isHelped } from "./usage.ts";

export interface GenerateCommand {
  statements: number;
  memberships?: number;
  seed: number;
  persistTo: string | undefined;
}

/** Migrates and loads the local database, fills it, and prints how fast. */
export async function generate({ statements, memberships = 0, seed, persistTo }: GenerateCommand): Promise<void> {
  const loaded = await loadDataset({ persistTo, quiet: true });
  if (loaded?.outcome !== "applied") throw new Error("the data set could not be loaded, and nothing was generated");
  const told = { statements: 0, memberships: 0 };
  const wanted = { statements, memberships };
  let start = performance.now();
  await withLocalDatabase(persistTo, async (d1) => {
    await generateRows(d1, {
      ...wanted,
      seed,
      progress: (written, what) => {
        if (written - told[what] < 100_000 && written !== wanted[what]) return;
        const rate = Math.round(((written - told[what]) / (performance.now() - start)) * 1000);
        console.log(`${written.toLocaleString("en")} ${what}, ${rate.toLocaleString("en")} a second`);
        told[what] = written;
        start = performance.now();
      },
    });
    await reindex(d1);
    await mergeTextIndexes(d1);
  });
}

function countOf(option: string, text: string, least: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > 100_000_000) {
    throw new Error(`--${option} takes a whole number from ${least} on, not "${text}"`);
  }
  return number;
}

if (import.meta.main && !isHelped(import.meta.filename)) {
  try {
    const { values } = parseArgs({
      options: {
        statements: { type: "string", default: "0" },
        memberships: { type: "string", default: "0" },
        seed: { type: "string", default: "1" },
        "persist-to": { type: "string" },
      },
    });
    const statements = countOf("statements", values.statements, 0);
    const memberships = countOf("memberships", values.memberships, 0);
    if (statements + memberships === 0) {
      throw new Error(
        "npm run generate -- --statements 100000 [--memberships 120000] [--seed 1] [--persist-to DIR]: give a number of one or both",
      );
    }
    await generate({
      statements,
      memberships,
      seed: countOf("seed", values.seed, 1),
      persistTo: values["persist-to"],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
