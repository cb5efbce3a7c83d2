import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { membershipQuestions, type Question, questions } from "../query/question.ts";
import { type Cell, cellsOf } from "./cell.ts";
import { costsPage } from "./costs-page.ts";
import { headline, writeBetweenMarks } from "./headline.ts";
import type { Report } from "./measured.ts";
import { resultsPage } from "./page.ts";
import { questionTable } from "./table.ts";

/** They do not do what the floor does. */
const CACHED = new Set(["entente-hit", "entente-304"]);
const FOLDER = join(import.meta.dirname, "..");

/** Writes bench/RESULTS.md with its plots, docs/costs.md, and the table of docs/speed.md. */
export async function writeReport(report: Report): Promise<void> {
  writeFileSync(join(FOLDER, "RESULTS.md"), resultsPage(report));
  writeFileSync(join(FOLDER, "../docs/costs.md"), costsPage(report));
  const cold = cellsOf(report.entries).filter(({ contender }) => !CACHED.has(contender));
  writeBetweenMarks(join(FOLDER, "../docs/speed.md"), headline(cold));
  const { plotRatios, plotLatencies } = await import("./plot.ts");
  const plain = ({ title, question, ...cell }: Cell) => ({
    ...cell,
    contender: title,
    question: questions.find(({ name }) => name === question)!.title,
  });
  const ratios = cold.filter(({ ratio }) => ratio !== null);
  await plotRatios(join(FOLDER, "ratio.svg"), ratios.map(plain) as never);
  const grown = cellsOf(report.growing).map((cell) => ({ ...plain(cell), statements: report.statements[cell.size]! }));
  await plotLatencies(join(FOLDER, "latency.svg"), grown);
}

export function printReport({ entries, memberships }: Report): void {
  printCells(cellsOf(entries), questions);
  for (const over of memberships) {
    console.log(`\nOver ${over.title}`);
    printCells(cellsOf(over.entries), membershipQuestions);
  }
}

function printCells(cells: readonly Cell[], asked: readonly Question[]): void {
  for (const { name, title } of asked) {
    const own = cells.filter(({ question }) => question === name);
    if (own.length > 0) console.log(`\n${title} (${name})\n\n${questionTable(own)}`);
  }
}
