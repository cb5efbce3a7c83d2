import { nouns } from "../../../src/nouns/index.ts";
import { fieldsOf } from "../../../src/nouns/structure.ts";
import { type JsonFile, lineOf } from "./json-line.ts";
import { type List, lists, type Origin, type Part, type Piece, type Read } from "../file/piece.ts";

/** The fields that refer to entries of the same list, which decide their order. */
function ownReferences(list: List): string[] {
  return fieldsOf(nouns[list]).flatMap(({ name, references }) => (references === list ? [name] : []));
}

/** Entente's own change sets as pieces, each after all that it refers to. What is wrong with one is said when it is applied. */
export function* readNative(documents: readonly JsonFile[]): Generator<Read> {
  for (const { file, text, json } of documents) {
    for (const field of Object.keys(Object(json))) {
      if (field !== "$schema" && !lists.some((list) => list === field)) {
        yield { file, line: lineOf(text, `/${field}`), reason: `${field} is not a list of a change set` };
      }
    }
  }
  for (const list of lists)
    yield* inOrder(
      list,
      documents.flatMap((document) => piecesOf(document, list)),
    );
}

function piecesOf({ file, text, json }: JsonFile, list: List): Piece[] {
  return listIn(json, list).map((entry, index) =>
    pieceOf(list, entry, (path) => ({
      file,
      // The line is sought only where it is told: that is for what is refused.
      get line() {
        return lineOf(text, `/${list}/${index}${path}`);
      },
    })),
  );
}

/** An entry, of which `originAt` tells where the value at a JSON pointer stands. */
export function pieceOf(list: List, json: unknown, originAt: (path: string) => Origin): Piece {
  const piece: Piece = { list, json, origin: originAt("") };
  if (list !== "alliances" || typeof json !== "object" || json === null) return piece;
  const { statuses, memberships, ...alliance } = json as Record<string, unknown>;
  const parts = (name: string, value: unknown) =>
    Array.isArray(value)
      ? { [name]: value.map((json: unknown, index): Part => ({ json, origin: originAt(`/${name}/${index}`) })) }
      : value === undefined
        ? {}
        : { json: { ...alliance, [name]: value } };
  return Object.assign(piece, { json: alliance }, parts("statuses", statuses), parts("memberships", memberships));
}

/** Whether an entry names another of its list. */
export function refersToItsLike({ list, json }: Piece): boolean {
  return ownReferences(list).some((field) => Reflect.get(Object(json), field) !== undefined);
}

export function inOrder(list: List, pieces: readonly Piece[]): Piece[] {
  const fields = ownReferences(list);
  const byName = new Map(pieces.map((piece) => [nameOf(piece), piece]));
  const done = new Set<Piece>();
  const sorted: Piece[] = [];
  const visit = (piece: Piece): void => {
    if (done.has(piece)) return;
    done.add(piece);
    for (const field of fields) {
      const other = byName.get(Reflect.get(Object(piece.json), field));
      if (other !== undefined) visit(other);
    }
    sorted.push(piece);
  };
  pieces.forEach(visit);
  return sorted;
}

function nameOf({ json }: Piece): unknown {
  const { slug, key } = Object(json) as Record<string, unknown>;
  return slug ?? key;
}

function listIn(json: unknown, list: string): readonly unknown[] {
  const value: unknown = Reflect.get(Object(json), list);
  return Array.isArray(value) ? value : [];
}
