import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { root } from "../local/tool.ts";

export interface GeneratedFile {
  file: string;
  content: string;
  /** What the reader should run to make it anew. */
  command: string;
  /** To compare, and to write nothing. */
  check: boolean;
}

/** Writes a file that is committed though it is generated, or fails where it differs from what would be written. */
export function keepGenerated({ file, content, command, check }: GeneratedFile): void {
  if (!check) return writeFileSync(file, content);
  if (existsSync(file) && readFileSync(file, "utf8") === content) return;
  console.error(`${relative(root, file)} is out of date: run ${command}`);
  process.exitCode = 1;
}
