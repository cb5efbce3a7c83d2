import { questions } from "../query/question.ts";
import { type Cell, cellsOf } from "./cell.ts";
import type { Report } from "./measured.ts";
import { number, table, time } from "./table.ts";

/**
 * What Cloudflare charges beyond what a plan includes, in dollars a million: requests and milliseconds of CPU
 * (https://developers.cloudflare.com/workers/platform/pricing/), rows read
 * (https://developers.cloudflare.com/d1/platform/pricing/). As of 24 November 2026.
 */
const DOLLARS = { request: 0.3, millisecond: 0.02, row: 0.001 };

const WAYS = { entente: "worked out", "entente-hit": "hit", "entente-304": "304" };

/** How each question grows beyond what is measured, and why: docs/costs.md says what stands behind it. */
const REASONS: Readonly<Record<string, string>> = {
  "raa-partners": "reads alliances, not statements",
  "actor-page": "21 statements along the index of their speaker; the total is a sum of tallies",
  statements: "11 mentions along the index of their target; the total is a sum of tallies",
  "statements-deep": "as page 1: a cursor is a place in the index",
  search: "names do not become more; a word of statements would find as many more as there are",
  network: "reads alliances, not statements",
  node: "one row by its number",
};

/** docs/costs.md */
export function costsPage({ entries, growing }: Report): string {
  const cells = cellsOf(entries).filter(({ contender }) => contender in WAYS);
  const grown = cellsOf(growing).filter(({ contender }) => contender === "entente");
  return `${[
    "# What a question costs",
    "Written by `npm run bench`, with [bench/RESULTS.md](../bench/RESULTS.md): the questions are those of `bench/query`, the machine is the one that is named there. What a service costs as a whole, with storage, logs and shares of hits, is reckoned in [scale.md](scale.md).",
    `Dollars are for a million requests beyond what the plan includes: $${DOLLARS.request} for the requests themselves, $${DOLLARS.millisecond} a million ms of CPU, $${DOLLARS.row} a million rows read. CPU is that of all processes of workerd on this machine, with D1 and the kernel's part of it, which Cloudflare does not charge to a Worker: the sums are upper bounds.`,
    "## For a million requests, over 100,000 statements",
    priceTable(cells),
    "A hit is told apart from a 304 by its body alone; neither asks D1 anything within `CACHE_STALENESS_MS`. Beyond that, once for an isolate, each reads 2 rows.",
    "## By the number of statements",
    growthTable(grown),
    "Up to a million are measured. Twenty million are reckoned: a question of which the rows do not grow from ten thousand to a million reads along indexes from a place that they tell, and an index of twenty times as many rows is at most one level deeper. So it reads as many rows, and at most one page more for each place it looks up: some microseconds. What does grow, and with what, is listed in [rows-read.md](rows-read.md) and reckoned in [scale.md](scale.md#what-statements-cost); and twenty million statements do not fit into one D1.",
  ].join("\n\n")}\n`;
}

function priceTable(cells: readonly Cell[]): string {
  const rows = questions.map(({ title, name }) => ({
    title,
    of: (contender: string) => cells.find((cell) => cell.question === name && cell.contender === contender)!,
  }));
  const columns = (what: string, value: (cell: Cell) => string) =>
    Object.entries(WAYS).map(([contender, way]): [string, (row: (typeof rows)[number]) => string] => [
      `${what}, ${way}`,
      ({ of }) => value(of(contender)),
    ]);
  return table(rows, [
    ["question", ({ title }) => title],
    ...columns("CPU ms", ({ cpu }) => time(cpu)),
    ...columns("rows", ({ rows: read }) => number(Math.round(read ?? 0))),
    ...columns("dollars", (cell) => dollars(cell)),
  ]);
}

function growthTable(cells: readonly Cell[]): string {
  const sizes = [...new Set(cells.map(({ size }) => size))].filter((size) => size !== "shipped");
  const rows = questions.map(({ title, name }) => ({
    title,
    name,
    of: (size: string) => cells.find((cell) => cell.question === name && cell.size === size)!,
  }));
  const columns = (what: string, value: (cell: Cell) => string) =>
    sizes.map((size): [string, (row: (typeof rows)[number]) => string] => [
      `${what}, ${Number(size).toLocaleString("en")}`,
      ({ of }) => value(of(size)),
    ]);
  return table(rows, [
    ["question", ({ title }) => title],
    ...columns("CPU ms", ({ cpu }) => time(cpu)),
    ...columns("rows", ({ rows: read }) => number(Math.round(read ?? 0))),
    ...columns("dollars a million", (cell) => dollars(cell)),
    ["at 20 million", ({ name, of }) => `${number(Math.round(of(sizes.at(-1)!).rows ?? 0))} rows: ${REASONS[name]}`],
  ]);
}

function dollars({ cpu, rows }: Cell): string {
  return (DOLLARS.request + cpu * DOLLARS.millisecond + (rows ?? 0) * DOLLARS.row).toFixed(2);
}
