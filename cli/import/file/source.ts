import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { csvRows } from "./csv-rows.ts";
import { type List, lists } from "./piece.ts";

export const formats = ["native", "cow", "manytreaties", "popolo"] as const;
export type Format = (typeof formats)[number];

/** What a file holds: a change set, entries of one of its lists, Popolo data, or one of the tables. */
const roles = {
  changeset: "native",
  entries: "native",
  popolo: "popolo",
  cowMembers: "cow",
  cowStates: "cow",
  agreements: "manytreaties",
  parties: "manytreaties",
} as const satisfies Record<string, Format>;
type Role = keyof typeof roles;

/** The lists of Popolo that are read as such. It has events as well: those are terms, and do not tell it from change sets. */
const POPOLO_LISTS = ["persons", "organizations", "memberships", "posts"];

export interface SourceFile {
  path: string;
  /** As the report names it. */
  file: string;
  role: Role;
}

export interface Source {
  format: Format;
  files: SourceFile[];
}

/** Why nothing can be imported from a path. */
export class SourceError extends Error {
  override readonly name = "SourceError";
}

/**
 * What there is to import at a path: a file, or those of a folder that have one of the formats.
 * @throws SourceError where there is nothing, or more than one format
 */
export async function sourceAt(path: string, format: Format | undefined): Promise<Source> {
  const found: SourceFile[] = [];
  for (const one of filesAt(path)) {
    const possible = await rolesOf(one);
    const role = possible.find((role) => (format ?? roles[role]) === roles[role]);
    if (role !== undefined) found.push({ path: one, file: relative(process.cwd(), one) || one, role });
  }
  const present = new Set(found.map(({ role }) => roles[role]));
  const [only] = present;
  if (only === undefined)
    throw new SourceError(
      `${path} has nothing in ${format ? `the format ${format}` : `any of the formats ${formats.join(", ")}`}`,
    );
  if (present.size > 1)
    throw new SourceError(`${path} has files of ${[...present].join(" and ")}: choose one with --format`);
  return { format: only, files: found };
}

function filesAt(path: string): string[] {
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind === undefined) throw new SourceError(`there is no ${path}`);
  if (!kind.isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => /\.(?:json|ndjson|csv|csv\.gz)$/i.test(name));
  return names.toSorted().map((name) => join(path, name));
}

/** The list whose entries are in a file that `npm run export` wrote: it is named after it. */
export function listOf(path: string): List | undefined {
  return lists.find((list) => basename(path) === `${list}.ndjson`);
}

/** Whether all there is is what was exported: that is complete in itself. */
export function isExport({ files }: Source): boolean {
  return files.every(({ role }) => role === "entries");
}

/** What a file may be held for, the likeliest first. */
async function rolesOf(path: string): Promise<Role[]> {
  if (/\.ndjson$/i.test(path)) return listOf(path) === undefined ? [] : ["entries"];
  if (/\.json$/i.test(path)) return rolesOfJson(path);
  for await (const { cells } of csvRows(path, path)) {
    const has = (...columns: string[]) => columns.every((column) => column in cells);
    if (has("version4id", "ccode", "mem_st_year")) return ["cowMembers"];
    if (has("stateabb", "ccode", "statenme")) return ["cowStates"];
    if (has("stateID", "treatyID")) return ["parties"];
    if (has("treatyID", "Title", "Begin")) return ["agreements"];
    return [];
  }
  return [];
}

function rolesOfJson(path: string): Role[] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  } catch {
    throw new SourceError(`${path} is not JSON`);
  }
  const count = (names: readonly string[]) =>
    names.filter((name) => Array.isArray(Reflect.get(Object(json), name))).length;
  // One list alone does not tell: each format has some that are named like those of the other.
  const [ours, theirs] = [count(lists.filter((list) => list !== "events")), count(POPOLO_LISTS)];
  const changeset: Role[] = count(lists) > 0 ? ["changeset"] : [];
  const popolo: Role[] = theirs > 0 ? ["popolo"] : [];
  return theirs > ours ? [...popolo, ...changeset] : [...changeset, ...popolo];
}
