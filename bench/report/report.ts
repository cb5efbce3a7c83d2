import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Contender } from "../contender/contender.ts";
import type { Entry } from "../measure/entry.ts";
import { questions } from "../query/question.ts";
import { cellsOf } from "./cell.ts";
import { resultsPage } from "./page.ts";
import { questionTable } from "./table.ts";

export interface Report {
  entries: readonly Entry[];
  /** Over growing data. */
  growing: readonly Entry[];
  missing: readonly { contender: Contender; reason: string }[];
  rounds: number;
  /** How long the whole run took. */
  seconds: number;
}

const FOLDER = join(import.meta.dirname, "..");

/** Writes bench/RESULTS.md and its plots. */
export async function writeReport(report: Report): Promise<void> {
  writeFileSync(join(FOLDER, "RESULTS.md"), resultsPage(report));
  await Promise.resolve();
}

export function printReport({ entries }: Report): void {
  const cells = cellsOf(entries);
  for (const { name, title } of questions) {
    const own = cells.filter(({ question }) => question === name);
    if (own.length > 0) console.log(`\n${title} (${name})\n\n${questionTable(own)}`);
  }
}
