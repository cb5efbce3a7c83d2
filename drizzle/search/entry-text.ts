import { saysWords } from "../../src/domain/text/search/said-words.ts";
import { type EntryKind, type Indexed, indexed } from "./indexed.ts";
import type { NamePlace } from "./name-number.ts";

/** A name that is looked up, and the row that has it. */
export interface EntryName {
  place: NamePlace;
  id: number;
  name: string;
}

/** What is indexed of a row. */
export interface EntryText {
  kind: EntryKind;
  id: number;
  name: string | null;
  /** Its other names, in order: an acronym before aliases. */
  others: readonly string[];
  text: string | null;
  names: readonly EntryName[];
}

/** A row by its columns, with its aliases where it may have some. */
export function entryText(
  kind: Exclude<EntryKind, "CITATION">,
  row: Readonly<Record<string, unknown>>,
  aliases: readonly { id: number; name: string }[] = [],
): EntryText {
  const { name, text, acronym }: Indexed = indexed[kind];
  const id = Number(row["id"]);
  const own = textIn(row, name);
  const short = textIn(row, acronym);
  const isNamed = kind === "ACTOR" || kind === "ALLIANCE";
  return {
    kind,
    id,
    name: own,
    others: [...(short === null ? [] : [short]), ...aliases.map((alias) => alias.name)],
    text: textIn(row, text),
    names: !isNamed
      ? []
      : [
          ...(own === null ? [] : [{ place: kind, id, name: own }]),
          ...(short === null ? [] : [{ place: "ACRONYM" as const, id, name: short }]),
          ...aliases.map((alias) => ({ place: "ALIAS" as const, ...alias })),
        ],
  };
}

/** A quotation, with no words of its own where the statement that it bears out says them; null where it bears out another fact. */
export function citationText(id: number, exact: string | null, statement: string | null): EntryText {
  const isSaid = exact !== null && statement !== null && saysWords(statement, exact);
  return { ...noText("CITATION", id), text: isSaid ? null : exact };
}

/** An entry that is not to be found. */
export function noText(kind: EntryKind, id: number): EntryText {
  return { kind, id, name: null, others: [], text: null, names: [] };
}

function textIn(row: Readonly<Record<string, unknown>>, column: string | undefined): string | null {
  const value = column === undefined ? null : row[column];
  return typeof value === "string" ? value : null;
}
