import { readFileSync, writeFileSync } from "node:fs";
import type { Cell } from "./cell.ts";
import { nameOf, number, table, time, times } from "./table.ts";

const [START, END] = ["<!-- measured from here -->", "<!-- measured to here -->"];
const QUESTIONS = [
  ["raa-partners", "partners"],
  ["actor-page", "actor's page"],
] as const;

/** The two questions that most is said by, for all who work the answer out. */
export function headline(cells: readonly Cell[]): string {
  const contenders = [...Map.groupBy(cells, ({ title }) => title).values()]
    .map((own) => ({ ...own[0]!, of: (question: string) => own.find((cell) => cell.question === question) }))
    .filter(({ of }) => QUESTIONS.every(([name]) => of(name)?.ratio != null));
  type Row = (typeof contenders)[number];
  const columns = (what: string, value: (cell: Cell) => string) =>
    QUESTIONS.map(([name, short]): [string, (row: Row) => string] => [
      `${what}, ${short}`,
      ({ of }) => value(of(name)!),
    ]);
  return table(contenders, [
    ["", nameOf],
    ...columns("CPU ms", ({ cpu }) => time(cpu)),
    ...columns("ratio", ({ ratio }) => times(ratio)),
    ...columns("SQL", ({ statements }) => number(statements)),
  ]);
}

/** Writes a text into a page, between the marks that are there for it. */
export function writeBetweenMarks(file: string, text: string): void {
  const page = readFileSync(file, "utf8");
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start === -1 || end < start) throw new Error(`${file} lacks the marks that what was measured goes between`);
  writeFileSync(file, `${page.slice(0, start)}${START}\n\n${text}\n\n${page.slice(end)}`);
}
