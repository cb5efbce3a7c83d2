import { cpus, totalmem } from "node:os";
import { membershipQuestions, questions } from "../query/question.ts";
import { type Cell, cellsOf } from "./cell.ts";
import type { Report } from "./measured.ts";
import { nameOf, number, questionTable, table, time, times } from "./table.ts";
import { versions } from "./version.ts";

/** RESULTS.md */
export function resultsPage({ entries, growing, memberships, missing, rounds, seconds }: Report): string {
  const cells = cellsOf(entries);
  const parts = [
    "# Results of the bench",
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, in ${Math.round(seconds / 60)} minutes. [What is measured, and how](README.md).`,
    `Machine: ${cpus().length} × ${cpus()[0]?.model ?? "processor"}, ${Math.round(totalmem() / 2 ** 30)} GB of memory, shared by the servers and what asks them. ${versions()}.`,
    `Over 100,000 generated statements; the medians of ${rounds} rounds. CPU is that of all processes that serve, for a request, one after another; the ratio is that to the floor of its own runtime. Before measuring, all answers were found equal.`,
    ...missing.map(({ contender, reason }) => `Without ${contender.title}: ${reason}.`),
    "## CPU as a ratio to the floor",
    "![CPU by question and contender, as a ratio to the floor](ratio.svg)",
    ratioTable(cells),
    "## CPU in ms",
    cpuTable(cells),
  ];
  for (const { name, title } of questions) {
    const own = cells.filter(({ question }) => question === name);
    if (own.length > 0) parts.push(`## ${title[0]!.toUpperCase()}${title.slice(1)}`, questionTable(own));
  }
  for (const { title, entries: over } of memberships) parts.push(membershipPart(title, cellsOf(over)));
  if (growing.length > 0)
    parts.push(
      "## How it grows",
      "![Median latency by the number of statements](latency.svg)",
      growthTable(cellsOf(growing)),
    );
  return `${parts.join("\n\n")}\n`;
}

/** What is promised of lists: so many times the floor. */
const MOST_OF_FLOOR = 1.5;
/** How many times as much the nested question may take as the single one. */
const MOST_OF_SINGLE = 15;

function membershipPart(title: string, cells: readonly Cell[]): string {
  const cpu = (question: string) =>
    cells.find((cell) => cell.kind === "ours" && cell.question === question)?.cpu ?? Number.NaN;
  const nested = cpu("partners-of-partners") / cpu("partners");
  return [
    `## Over ${title}`,
    `Promised is at most ${MOST_OF_FLOOR} times the floor for each list, and partners of partners for at most ${MOST_OF_SINGLE} times the CPU of partners: measured, Entente takes ${times(nested)} times as much.`,
    ...membershipQuestions.flatMap(({ name, title: asked }) => {
      const own = cells.filter(({ question }) => question === name);
      return own.length === 0 ? [] : [`### ${asked[0]!.toUpperCase()}${asked.slice(1)}`, questionTable(own)];
    }),
  ].join("\n\n");
}

function byContender(
  cells: readonly Cell[],
): (Pick<Cell, "title" | "kind"> & { of: (question: string) => Cell | undefined })[] {
  return [...Map.groupBy(cells, ({ title }) => title)].map(([title, own]) => ({
    title,
    kind: own[0]!.kind,
    of: (question) => own.find((cell) => cell.question === question),
  }));
}

function ratioTable(cells: readonly Cell[]): string {
  const own = byContender(cells.filter(({ ratio }) => ratio !== null));
  return table(own, [
    ["contender", nameOf],
    ...questions.map(
      ({ name }) => [name, ({ of }: (typeof own)[number]) => times(of(name)?.ratio ?? null)] as [string, () => string],
    ),
  ]);
}

function cpuTable(cells: readonly Cell[]): string {
  const own = byContender(cells);
  return table(own, [
    ["contender", nameOf],
    ...questions.map(
      ({ name }) =>
        [name, ({ of }: (typeof own)[number]) => (of(name) === undefined ? "" : time(of(name)!.cpu))] as [
          string,
          () => string,
        ],
    ),
  ]);
}

function growthTable(cells: readonly Cell[]): string {
  const sizes = [...new Set(cells.map(({ size }) => size))];
  const rows = [...Map.groupBy(cells, ({ title, question }) => `${question} ${title}`).values()].toSorted(
    (a, b) => placeOf(a[0]!) - placeOf(b[0]!),
  );
  const of = (row: readonly Cell[], size: string) => row.find((cell) => cell.size === size)!;
  const named = (size: string) => (size === "shipped" ? "data set" : Number(size).toLocaleString("en"));
  const growth = (row: readonly Cell[], value: (cell: Cell) => number) =>
    value(of(row, "1000000")) / value(of(row, "10000"));
  return table(rows, [
    ["question", (row) => row[0]!.question],
    ["contender", (row) => nameOf(row[0]!)],
    ...sizes.map(
      (size) => [`p50 ms, ${named(size)}`, (row: Cell[]) => time(of(row, size).p50)] as [string, () => string],
    ),
    ["10,000 to 1,000,000", (row) => times(growth(row, ({ p50 }) => p50))],
    ...sizes.map(
      (size) =>
        [`rows, ${named(size)}`, (row: Cell[]) => number(Math.round(of(row, size).rows ?? 0))] as [
          string,
          () => string,
        ],
    ),
    ["10,000 to 1,000,000 ", (row) => times(growth(row, ({ rows }) => rows ?? 0))],
  ]);
}

const placeOf = ({ question }: Cell) => questions.findIndex(({ name }) => name === question);
