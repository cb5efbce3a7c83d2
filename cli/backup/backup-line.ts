import { createHash } from "node:crypto";
import type { Cell } from "./table-row.ts";

/**
 * A backup is gzipped NDJSON: a header, then of each table a line with its columns and a line for each row, and at the
 * end the number of rows and the SHA-256 of all lines before. The same data makes the same lines.
 */
export interface Header {
  backup: "entente";
  version: 1;
  revision: number;
  /** The migrations that the database was at, by their names. */
  migrations: string[];
}

export interface TableLine {
  table: string;
  columns: string[];
}

export type RowLine = Cell[];

export interface EndLine {
  rows: number;
  sha256: string;
}

export type Line = Header | TableLine | RowLine | EndLine;

/** Why a file is no backup that can be restored. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

/** Makes the end line of the lines that it is given. */
export class LineSum {
  readonly #hash = createHash("sha256");
  #rows = 0;

  /** Counts a line in, and gives it as it stands in the file. */
  add(line: Line): string {
    const text = `${JSON.stringify(line)}\n`;
    this.addText(text, Array.isArray(line));
    return text;
  }

  addText(text: string, isRow: boolean): void {
    this.#hash.update(text);
    if (isRow) this.#rows += 1;
  }

  end(): EndLine {
    return { rows: this.#rows, sha256: this.#hash.copy().digest("hex") };
  }
}
