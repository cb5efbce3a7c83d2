import { nouns } from "../../../src/nouns/index.ts";
import { fieldsOf } from "../../../src/nouns/structure.ts";
import { childrenOf, isList } from "../../local/json/json-children.ts";
import { entryAt } from "../../local/json/json-entry.ts";
import type { JsonPlace } from "../../local/json/json-reader.ts";
import { type JsonFile, listsIn } from "../file/json-file.ts";
import {
  isNestedList,
  isRefusal,
  type List,
  lists,
  type Origin,
  type Part,
  type Piece,
  type Read,
} from "../file/piece.ts";
import { referredFirst } from "../referred-first.ts";

/** The fields that refer to entries of the same list, which decide their order. */
function ownReferences(list: List): string[] {
  return fieldsOf(nouns[list]).flatMap(({ name, references }) => (references === list ? [name] : []));
}

/** Entente's own change sets as pieces, each after all that it refers to. What is wrong with one is said when it is applied. */
export function* readNative(documents: readonly JsonFile[]): Generator<Read> {
  const pieces: Piece[] = [];
  for (const document of documents) {
    for (const read of piecesOf(document)) {
      if (isRefusal(read)) yield read;
      else pieces.push(read);
    }
  }
  const byList = Map.groupBy(pieces, ({ list }) => list);
  for (const list of lists) yield* inOrder(list, byList.get(list) ?? []);
}

function* piecesOf({ file, bytes }: JsonFile): Generator<Read> {
  for (const { name, at, reason } of listsIn({ file, bytes })) {
    const { line } = at;
    if (name === "$schema") continue;
    const list = lists.find((one) => one === name);
    if (list === undefined) yield { file, line, reason: `${name} is not a list of a change set` };
    else if (reason !== null) yield { file, line, reason };
    else for (const place of childrenOf(bytes, at)) yield entryPiece({ file, bytes }, list, place);
  }
}

function entryPiece({ file, bytes }: JsonFile, list: List, place: JsonPlace): Read {
  const entry = entryAt(bytes, place);
  if ("reason" in entry) return { file, ...entry };
  const nested = list === "alliances" ? nestedLines(bytes, place) : null;
  return pieceOf(list, entry.json, (path) => ({ file, line: nested?.get(path) ?? place.line }));
}

/** The lines of what an entry's lists hold, by JSON pointer. */
function nestedLines(bytes: Buffer, place: JsonPlace): Map<string, number> {
  const lines = new Map<string, number>();
  for (const list of childrenOf(bytes, place)) {
    if (!isList(bytes, list)) continue;
    for (const { name, line } of childrenOf(bytes, list)) lines.set(`/${list.name}/${name}`, line);
  }
  return lines;
}

/** An entry, of which `originAt` tells where the value at a JSON pointer stands. */
export function pieceOf(list: List, json: unknown, originAt: (path: string) => Origin): Piece {
  const piece: Piece = { list, json, origin: originAt("") };
  if (list !== "alliances" || typeof json !== "object" || json === null) return piece;
  const alliance: [string, unknown][] = [];
  for (const [name, value] of Object.entries(json)) {
    if (!isNestedList(name) || !Array.isArray(value)) alliance.push([name, value]);
    else piece[name] = value.map((json: unknown, index): Part => ({ json, origin: originAt(`/${name}/${index}`) }));
  }
  return { ...piece, json: Object.fromEntries(alliance) };
}

/** Whether an entry names another of its list. */
export function refersToItsLike({ list, json }: Piece): boolean {
  return ownReferences(list).some((field) => Reflect.get(Object(json), field) !== undefined);
}

export function inOrder(list: List, pieces: readonly Piece[]): Piece[] {
  const fields = ownReferences(list);
  const byName = new Map(pieces.map((piece) => [nameOf(piece), piece]));
  return referredFirst(pieces, ({ json }) => fields.map((field) => byName.get(Reflect.get(Object(json), field))));
}

function nameOf({ json }: Piece): unknown {
  const { slug, key } = Object(json) as Record<string, unknown>;
  return slug ?? key;
}
