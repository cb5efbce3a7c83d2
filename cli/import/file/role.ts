import type { FileOptions } from "../../local/file-bytes.ts";
import { tableNamed } from "../native/table-name.ts";
import { listNamed, listOfEntry } from "../popolo/popolo-class.ts";
import { csvHeader } from "./csv-rows.ts";
import { bareName, writingOf } from "./file-name.ts";
import { bareList, jsonFile, listsIn } from "./json-file.ts";
import { lineEntries } from "./line-entries.ts";
import { type List, lists } from "./piece.ts";
import { columnKey } from "./table-row.ts";
import { entryAt } from "../../local/json/json-entry.ts";

export const formats = ["native", "cow", "manytreaties", "archigos", "popolo"] as const;
export type Format = (typeof formats)[number];

/** The kinds of contents that a file may have: a change set, entries of one of its lists, a table of them, Popolo data, or one of the tables of others. */
export const roles = {
  changeset: "native",
  entries: "native",
  table: "native",
  popolo: "popolo",
  cowMembers: "cow",
  cowStates: "cow",
  agreements: "manytreaties",
  parties: "manytreaties",
  leaders: "archigos",
} as const satisfies Record<string, Format>;
export type Role = keyof typeof roles;

type Options = FileOptions & { file: string };

/** The formats that are tables alone. */
const TABLES: ReadonlySet<Format> = new Set(["cow", "manytreaties", "archigos"]);

/** The lists of Popolo that tell it from change sets. It has events as well: those are terms. */
const POPOLO_LISTS = ["persons", "organizations", "memberships", "posts"];

/** The format that was chosen, and whether for this file alone: of a folder with other files it says only which of them are meant. */
interface Choice {
  format: Format | undefined;
  isAlone: boolean;
}

/** The roles that a file may have, the likeliest first; where there is none, what the file has instead, in words. */
export function rolesOf(path: string, options: Options, choice: Choice): Role[] | string {
  const writing = writingOf(path);
  if (writing === "lines") return rolesOfLines(path, options, choice);
  if (writing === "json") return rolesOfJson(path, options, choice);
  if (choice.format === "popolo") return "is a table";
  const header = csvHeader(path, options);
  if (header === null) return "is empty";
  const has = (...columns: string[]) => columns.every((column) => header.keys.includes(columnKey(column)));
  if (has("version4id", "ccode", "mem_st_year")) return ["cowMembers"];
  if (has("stateabb", "ccode", "statenme")) return ["cowStates"];
  if (has("obsid", "gwcode", "leadid", "startdate", "enddate", "exit")) return ["leaders"];
  if (has("stateID", "treatyID")) return ["parties"];
  if (has("treatyID", "Title", "Begin")) return ["agreements"];
  if (tableNamed(path, header.keys) !== undefined) return ["table"];
  return `has the columns ${header.columns.join(", ").slice(0, 200)}`;
}

/** The list whose entries are in a file that `npm run export` wrote: it is named after it. */
export function listOf(path: string): List | undefined {
  const name = bareName(path);
  return lists.find((list) => list === name);
}

function rolesOfLines(path: string, options: Options, { format, isAlone }: Choice): Role[] | string {
  const [first] = lineEntries(path, options).take(1);
  const json = first !== undefined && "json" in first ? first.json : undefined;
  const isOurs = listOf(path) !== undefined;
  const isTheirs = (listNamed(path) ?? listOfEntry(json)) !== undefined || (isAlone && format === "popolo");
  // Both have events, of which ours have keys.
  if (isOurs && isTheirs) return hasId(json) ? ["popolo", "entries"] : ["entries", "popolo"];
  if (isOurs || isTheirs) return [isOurs ? "entries" : "popolo"];
  return first === undefined ? "is empty" : "has lines of which nothing tells what they are: name it after its list";
}

function rolesOfJson(path: string, options: Options, { format, isAlone }: Choice): Role[] | string {
  if (format !== undefined && TABLES.has(format)) return "is JSON";
  const source = jsonFile(path, options);
  if (source.bytes.length === 0) return "is empty";
  const bare = bareList(source);
  if (bare !== null) {
    const entry = bare[0] && entryAt(source.bytes, bare[0]);
    const isKnown = (listNamed(path) ?? listOfEntry(entry && "json" in entry ? entry.json : undefined)) !== undefined;
    return isKnown || (isAlone && format === "popolo")
      ? ["popolo"]
      : "is a list of which nothing tells what it holds: name it after that";
  }
  const names = listsIn(source).map(({ name }) => name);
  const count = (known: readonly string[]) => known.filter((name) => names.includes(name)).length;
  // One list alone does not tell: each format has some that are named like those of the other.
  const [ours, theirs] = [count(lists.filter((list) => list !== "events")), count(POPOLO_LISTS)];
  const changeset: Role[] = count(lists) > 0 ? ["changeset"] : [];
  const popolo: Role[] = theirs > 0 || (count(["events"]) > 0 && listNamed(path) === "events") ? ["popolo"] : [];
  const found = theirs > ours ? [...popolo, ...changeset] : [...changeset, ...popolo];
  return found.length > 0 ? found : `has ${names.slice(0, 9).join(", ") || "no lists"}`;
}

function hasId(json: unknown): boolean {
  return typeof json === "object" && json !== null && "id" in json && !("key" in json);
}
