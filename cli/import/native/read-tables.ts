import type { NounDescription } from "../../../src/nouns/description.ts";
import { type Noun, nounNames, nouns } from "../../../src/nouns/index.ts";
import { type Part, parts } from "../../../src/nouns/part/index.ts";
import { nestedIn, partsOf } from "../../../src/nouns/structure.ts";
import { type Table, tables } from "../../export/table.ts";
import { FileError } from "../../local/file-bytes.ts";
import {
  isNestedList,
  isRefusal,
  lists,
  type NestedList,
  type Part as Fact,
  type Origin,
  type Piece,
  type Read,
  type Refusal,
} from "../file/piece.ts";
import type { TableRow } from "../file/table-row.ts";
import { inOrder } from "./native.ts";
import { exportedText, saidIn } from "./table-cell.ts";

/** One of the tables that `npm run export -- --format csv` writes. */
export interface TableFile {
  file: string;
  table: string;
  rows: Iterable<TableRow | Refusal>;
}

interface Entry {
  noun: Noun;
  json: Record<string, unknown>;
  origin: Origin;
}

/** The entries that the tables were made of, each after all that it refers to. @throws FileError where a table lacks one that it goes with */
export function* readTables(files: readonly TableFile[]): Generator<Read> {
  for (const { file, table } of files) {
    const missing = goingWith(table).filter((name) => !files.some((other) => other.table === name));
    if (missing.length === 0) continue;
    const names = missing.map((name) => `${name}.csv`).join(" and ");
    throw new FileError(file, `goes with ${names}: put all files of the export into one folder, and import that`);
  }
  const entries = new Map<string, Entry>();
  // What is part of an entry comes after it.
  const rowsOf = (wanted: boolean) => files.filter(({ table }) => (nounOf(tables[table]!) !== undefined) === wanted);
  for (const { table, rows } of [...rowsOf(true), ...rowsOf(false)]) {
    for (const row of rows) {
      const refusal = isRefusalOf(row) ? row : taken(entries, tables[table]!, row);
      if (refusal !== null) yield refusal;
    }
  }
  const reads = [...piecesOf(entries)];
  yield* reads.filter(isRefusal);
  const whole = reads.filter((read): read is Piece => !isRefusal(read));
  const pieces = Map.groupBy(whole, ({ list }) => list);
  for (const list of lists) yield* inOrder(list, pieces.get(list) ?? []);
}

function isRefusalOf(row: TableRow | Refusal): row is Refusal {
  return "reason" in row;
}

function nounOf({ of }: Table): Noun | undefined {
  return nounNames.find((noun) => noun === of);
}

/** The tables without which one would say too little: an actor without its aliases is one that has none. */
function goingWith(table: string): string[] {
  const noun = nounOf(tables[table]!);
  if (noun === undefined) return [];
  const wanted: Table["of"][] = [...partsOf(noun).map(({ part }) => part), ...(ownerOf(noun) ?? [])];
  return Object.entries(tables).flatMap(([name, { of }]) => (wanted.includes(of) ? [name] : []));
}

/** The noun in which change sets nest a fact. */
function ownerOf(fact: Noun): [Noun] | null {
  const { nested }: NounDescription = nouns[fact];
  const owner = nested && nounNames.find((noun) => nestedIn(noun).some(({ noun }) => noun === fact));
  return owner === undefined ? null : [owner];
}

/** Takes in a row: a new entry, or a part of one. Says why not. */
function taken(entries: Map<string, Entry>, table: Table, row: TableRow): Refusal | null {
  const { origin } = row;
  const noun = nounOf(table);
  if (noun !== undefined) {
    const json = saidIn(row, nouns[noun]);
    const key = keyOf(noun, json[nouns[noun].name]);
    const before = entries.get(key)?.origin;
    if (before === undefined) entries.set(key, { noun, json, origin });
    return before === undefined ? null : { ...origin, reason: `says again what ${before.file}:${before.line} says` };
  }
  const part = table.of as Part;
  const owner = ownerIn(row, part);
  const entry = owner && entries.get(keyOf(owner.noun, owner.name));
  const list = owner && partsOf(owner.noun).find((one) => one.part === part)?.name;
  if (!entry || !list)
    return { ...origin, reason: `is part of ${owner?.name ?? "nothing"}, which none of the tables has` };
  ((entry.json[list] ??= []) as unknown[]).push(saidIn(row, parts[part]));
  return null;
}

/** The entry that a row is part of, as its columns say: in one of the noun's word, or in those of a fact and its key. */
function ownerIn(row: TableRow, part: Part): { noun: Noun; name: string } | null {
  const owners = nounNames.filter((noun) => partsOf(noun).some((one) => one.part === part));
  const fact = exportedText(row, "fact");
  for (const noun of owners) {
    const { word } = nouns[noun];
    const name = exportedText(row, fact === undefined ? word : "key");
    if (name !== undefined && (fact === undefined || fact === word)) return { noun, name };
  }
  return null;
}

function keyOf(noun: Noun, name: unknown): string {
  return `${noun} ${String(name)}`;
}

/** The entries, with the facts that are nested in them beside them. */
function* piecesOf(entries: ReadonlyMap<string, Entry>): Generator<Read> {
  const pieces = new Map<string, Piece & Partial<Record<NestedList, Fact[]>>>();
  for (const { noun, json, origin } of entries.values()) {
    const list = lists.find((one) => one === noun);
    if (list !== undefined) pieces.set(keyOf(noun, json[nouns[noun].name]), { list, json, origin });
  }
  for (const { noun, json, origin } of entries.values()) {
    const [owner] = ownerOf(noun) ?? [];
    if (owner === undefined) continue;
    const { nested, list }: NounDescription = nouns[noun];
    const { [nested!.field]: name, ...fact } = json;
    const piece = pieces.get(keyOf(owner, name));
    if (piece === undefined) yield { ...origin, reason: `is part of ${String(name)}, which none of the tables has` };
    else if (isNestedList(list)) (piece[list] ??= []).push({ json: fact, origin });
  }
  yield* pieces.values();
}
