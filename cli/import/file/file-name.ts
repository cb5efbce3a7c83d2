import { basename } from "node:path";

/** How a file is written: one JSON text, one entry a line, or a table. */
export type Writing = "json" | "lines" | "table";

const WRITINGS: Readonly<Record<string, Writing>> = {
  json: "json",
  ndjson: "lines",
  jsonl: "lines",
  csv: "table",
  tsv: "table",
};
const ENDING = new RegExp(String.raw`\.(${Object.keys(WRITINGS).join("|")})(?:\.gz)?$`, "i");

/** How a file is written by its name, gzipped or not; undefined where the name does not tell. */
export function writingOf(path: string): Writing | undefined {
  const ending = ENDING.exec(path)?.[1];
  return ending === undefined ? undefined : WRITINGS[ending.toLowerCase()];
}

/** The name of a file without its folder, and without what says how it is written. */
export function bareName(path: string): string {
  return basename(path).replace(ENDING, "");
}
