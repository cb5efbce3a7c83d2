import { basename, dirname, resolve } from "node:path";
import { childrenOf } from "../../local/json/json-children.ts";
import { entryAt } from "../../local/json/json-entry.ts";
import type { JsonPlace } from "../../local/json/json-reader.ts";
import type { FileOptions } from "../../local/file-bytes.ts";
import { MOST } from "../../local/file-limit.ts";
import { bareName, writingOf } from "../file/file-name.ts";
import { bareList, type JsonFile, jsonFile, listsIn } from "../file/json-file.ts";
import { lineEntries } from "../file/line-entries.ts";
import type { Origin, Refusal } from "../file/piece.ts";
import { slugOf } from "../slug.ts";
import { listNamed, listOfEntry, type PopoloList, popoloLists } from "./popolo-class.ts";

/** An entry of Popolo, as it is found. */
export interface PopoloEntry {
  list: PopoloList;
  json: unknown;
  origin: Origin;
  /** The scheme of the ids that it has and refers to. */
  scheme: string;
}

/** The Popolo entries of a file, be it JSON, or an entry a line. @throws FileError where it cannot be read */
export function* popoloFile(path: string, options: FileOptions & { file: string }): Generator<PopoloEntry | Refusal> {
  if (writingOf(path) !== "lines") return yield* popoloEntries(jsonFile(path, options));
  for (const read of lineEntries(path, { ...options, most: MOST.document })) {
    if ("reason" in read) yield read;
    else yield* popoloEntry(read.json, read.origin);
  }
}

/** The Popolo entries of a JSON file: an object with lists, or a list of entries of one class. */
export function* popoloEntries(source: JsonFile): Generator<PopoloEntry | Refusal> {
  const { file, bytes } = source;
  const bare = bareList(source);
  if (bare !== null) {
    for (const place of bare) yield* entriesAt(source, place, undefined);
    return;
  }
  for (const { name, at, reason } of listsIn(source)) {
    const list = popoloLists.find((one) => one === name);
    if (list === undefined || isNull(bytes, at)) continue;
    if (reason !== null) yield { file, line: at.line, reason };
    else for (const place of childrenOf(bytes, at)) yield* entriesAt(source, place, list);
  }
}

function* entriesAt(
  { file, bytes }: JsonFile,
  place: JsonPlace,
  list: PopoloList | undefined,
): Generator<PopoloEntry | Refusal> {
  const entry = entryAt(bytes, place);
  if ("reason" in entry) yield { file, line: entry.line, reason: entry.reason };
  else yield* popoloEntry(entry.json, { file, line: place.line }, list);
}

/** An entry of a list, or of the one that its file's name or its own fields tell, and what it has within it. */
function* popoloEntry(json: unknown, origin: Origin, list?: PopoloList): Generator<PopoloEntry | Refusal> {
  const own = list ?? listNamed(origin.file) ?? listOfEntry(json);
  if (own === undefined) {
    yield { ...origin, reason: `cannot be told what it is: name its file ${popoloLists.join(".json, ")}.json` };
    return;
  }
  const scheme = schemeOf(origin.file);
  yield { list: own, json, origin, scheme };
  const { id, memberships, posts } = Object(json) as Record<string, unknown>;
  const owner = own === "persons" ? "person_id" : own === "organizations" ? "organization_id" : null;
  if (owner === null) return;
  const nested = { memberships, ...(own === "organizations" && { posts }) };
  for (const [list, entries] of Object.entries(nested) as [PopoloList, unknown][]) {
    if (!Array.isArray(entries)) continue;
    for (const entry of entries as unknown[]) yield { list, json: { [owner]: id, ...Object(entry) }, origin, scheme };
  }
}

/**
 * The scheme of the ids in a file, named after it. Files that are one list each, `persons.json` and `memberships.json`, refer
 * to each other and are named after their folder.
 */
function schemeOf(file: string): string {
  const name = listNamed(file) === undefined ? bareName(file) : basename(dirname(resolve(file)));
  return `popolo-${slugOf(name) || "file"}`;
}

function isNull(bytes: Buffer, { start }: JsonPlace): boolean {
  return bytes.toString("latin1", start, start + 4) === "null";
}
