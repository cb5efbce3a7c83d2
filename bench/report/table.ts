import type { Cell } from "./cell.ts";

type Column<T> = [heading: string, value: (row: T) => string];

/** A table in Markdown: the first column to the left, the others to the right. */
export function table<T>(rows: readonly T[], columns: readonly Column<T>[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(([heading]) => heading)),
    line(columns.map((_, place) => (place === 0 ? "---" : "---:"))),
    ...rows.map((row) => line(columns.map(([, value]) => value(row)))),
  ].join("\n");
}

export const time = (milliseconds: number) => milliseconds.toFixed(milliseconds < 100 ? 2 : 0);
export const times = (ratio: number | null) => (ratio === null ? "" : ratio.toFixed(2));
export const number = (value: number) =>
  Number.isInteger(value) ? value.toLocaleString("en") : value.toLocaleString("en", { maximumFractionDigits: 1 });

/** Ours and the floors stand out. */
export const nameOf = ({ title, kind }: Pick<Cell, "title" | "kind">) =>
  kind === "ours" || kind === "floor" ? `**${title}**` : title;

/** All that was measured of one question. */
export function questionTable(cells: readonly Cell[]): string {
  return table(cells, [
    ["contender", nameOf],
    ["CPU ms", ({ cpu }) => time(cpu)],
    ["ratio", ({ ratio }) => times(ratio)],
    ["p50 ms", ({ p50 }) => time(p50)],
    ["p99 ms", ({ p99 }) => time(p99)],
    ["p50 of 16", ({ several }) => (several === null ? "" : time(several.p50))],
    ["p99 of 16", ({ several }) => (several === null ? "" : time(several.p99))],
    ["requests/s of 16", ({ several }) => (several === null ? "" : number(Math.round(several.throughput)))],
    ["SQL", ({ statements }) => number(statements)],
    ["rows", ({ rows }) => (rows === null ? "?" : number(Math.round(rows)))],
  ]);
}
