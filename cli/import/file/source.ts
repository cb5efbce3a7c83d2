import { readdirSync, statSync, type Stats } from "node:fs";
import { join, relative } from "node:path";
import { FileError, whyNotOpened } from "../../local/file-bytes.ts";
import { InputError } from "../../local/input-error.ts";
import { writingOf } from "./file-name.ts";
import type { Refusal } from "./piece.ts";
import { type Format, formats, type Role, roles, rolesOf } from "./role.ts";

export interface SourceFile {
  path: string;
  /** As the report names it. */
  file: string;
  role: Role;
  /** That of its byte order mark, else UTF-8, where it is left out. */
  encoding?: string | undefined;
}

export interface Source {
  format: Format;
  files: SourceFile[];
  /** Files that hold nothing. */
  refusals: Refusal[];
}

/** What is told of files by their paths, where they come from elsewhere: how messages name them, and in which encoding they are. */
export type ToldOf = ReadonlyMap<string, Pick<SourceFile, "file" | "encoding">>;

/** Why nothing can be imported from a path. */
export class SourceError extends InputError {
  override readonly name = "SourceError";
}

/**
 * What there is to import at a path: a file, or those of a folder that have one of the formats. What is chosen wins over
 * what is guessed.
 * @throws SourceError where there is nothing, or more than one format
 * @throws FileError where a file cannot be read
 */
export function sourceAt(path: string, format?: Format, encoding?: string, told: ToldOf = new Map()): Source {
  const files: SourceFile[] = [];
  const refusals: Refusal[] = [];
  const others: string[] = [];
  const isAlone = kindOf(path)?.isDirectory() !== true;
  for (const one of filesAt(path)) {
    const { file, encoding: toldEncoding } = told.get(one) ?? { file: relative(process.cwd(), one) || one };
    const options = { file, encoding: encoding ?? toldEncoding };
    const possible = rolesOf(one, options, { format, isAlone });
    if (possible === "is empty") refusals.push({ file, line: 1, reason: possible });
    if (typeof possible === "string") {
      others.push(`${file} ${possible}`);
      continue;
    }
    const role = possible.find((role) => (format ?? roles[role]) === roles[role]);
    if (role !== undefined) files.push({ path: one, role, ...options });
  }
  const present = new Set(files.map(({ role }) => roles[role]));
  const [only] = present;
  if (only === undefined) {
    const wanted = format ? `the format ${format}` : `any of the formats ${formats.join(", ")}`;
    throw new SourceError([`${path} has nothing in ${wanted}`, ...others.slice(0, 3)].join(": "));
  }
  if (present.size > 1)
    throw new SourceError(`${path} has files of ${[...present].join(" and ")}: choose one with --format`);
  return { format: only, files, refusals };
}

function filesAt(path: string): string[] {
  const kind = kindOf(path);
  if (kind === undefined) throw new SourceError(`there is no ${path}`);
  if (!kind.isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => writingOf(name) !== undefined)
    .toSorted()
    .map((name) => join(path, name))
    .filter((file) => kindOf(file)?.isDirectory() !== true);
}

function kindOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new FileError(path, whyNotOpened(error as NodeJS.ErrnoException), { cause: error });
  }
}

/** Whether all there is is what was exported: that is complete in itself. */
export function isExport({ files }: Source): boolean {
  return files.every(({ role }) => role === "entries" || role === "table");
}
