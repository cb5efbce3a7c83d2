import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { EntryText } from "../../../drizzle/search/entry-text.ts";
import { type Noun, nounNames, nouns, perNoun, type RowKey } from "../../nouns/index.ts";
import { type Part, parts, perPart } from "../../nouns/part/index.ts";
import { partsOf } from "../../nouns/structure.ts";
import { partsKey, type CurrentState } from "../load/current-state.ts";
import type { StoredRow } from "../load/pending-read.ts";
import type { Entries, Entry } from "../read/entry.ts";
import { columnsOf } from "../sql.ts";
import { entryTexts, type PartIds } from "./entry-texts.ts";
import { type Cell, plannedEntry } from "./planned-row.ts";

/** A row as it is written: its id, then its columns in the table's order. */
export type WrittenRow = (string | number | null)[];

export type Counts = Record<Noun, number>;

/** All that a change set changes: rows to insert, update and delete. */
export interface Difference {
  added: Counts;
  changed: Counts;
  unchanged: Counts;
  /** What the change set takes out. */
  deletes: Record<Noun, number[]>;
  inserts: Record<Noun, WrittenRow[]>;
  updates: Record<Noun, WrittenRow[]>;
  /** Rows that were there of which something is changed, if only a part. */
  touched: Record<Noun, number[]>;
  partDeletes: Record<Part, number[]>;
  partInserts: Record<Part, WrittenRow[]>;
  /** What is indexed of the rows that are inserted, or of which something is changed. */
  texts: EntryText[];
  /** The ids of all that is named, new rows too. */
  ids: Record<Noun, Map<string, number>>;
}

/** Compares what the entries say with what is loaded. New rows get ids in document order. */
export function differenceOf(entries: Entries, current: CurrentState, retractions: readonly RowKey[] = []): Difference {
  const difference: Difference = {
    added: perNoun(() => 0),
    changed: perNoun(() => 0),
    unchanged: perNoun(() => 0),
    inserts: perNoun(() => []),
    updates: perNoun(() => []),
    touched: perNoun(() => []),
    deletes: perNoun(() => []),
    partDeletes: perPart(() => []),
    partInserts: perPart(() => []),
    texts: [],
    ids: allocate(entries, current),
  };
  const lastPartIds = { ...current.lastIds };
  const { ids } = difference;
  for (const { noun, id } of retractions) retract(noun, id);
  for (const noun of nounNames) for (const entry of entries[noun]) compare(noun, entry);
  return difference;

  function compare<N extends Noun>(noun: N, entry: Entry<N>): void {
    const { table } = nouns[noun];
    const planned = plannedEntry(noun, entry);
    const id = idOf(noun, entry.name);
    const stored = current.rows[noun].get(entry.name);
    const row = columnsOf(table).map(([property]) => written(planned.row[property]));

    let changed = stored !== undefined && !same(row, storedCells(table, stored));
    if (stored === undefined) difference.inserts[noun].push([id, ...row]);
    else if (changed) difference.updates[noun].push([id, ...row]);

    const partIds: PartIds = {};
    for (const { part, property: owner } of partsOf(noun)) {
      const told = planned.parts[part];
      if (told === undefined) continue;
      const columns = columnsOf(parts[part].table);
      const rows = told.map((cells) =>
        columns.map(([property]) => (property === owner ? id : written(cells[property]))),
      );
      const storedRows = current.parts.get(partsKey(noun, part, id)) ?? [];
      const kept = keep(
        rows,
        storedRows.map((one) => storedCells(parts[part].table, one)),
      );
      const gone = storedRows.filter((_, index) => !kept.includes(index));
      partIds[part] = rows.map((_, index) => Number(storedRows[kept[index] ?? -1]?.id ?? ++lastPartIds[part]));
      if (gone.length === 0 && kept.length === rows.length) continue;
      changed = true;
      difference.partDeletes[part].push(...gone.map((one) => Number(one["id"])));
      for (const [index, cells] of rows.entries()) {
        if (index >= kept.length) difference.partInserts[part].push([partIds[part][index]!, ...cells]);
      }
    }
    if (stored === undefined || changed) difference.texts.push(...entryTexts(noun, id, planned, partIds));
    if (stored !== undefined && changed) difference.touched[noun].push(id);
    difference[stored === undefined ? "added" : changed ? "changed" : "unchanged"][noun] += 1;
  }

  function retract(noun: Noun, id: number): void {
    difference.deletes[noun].push(id);
    for (const { part } of partsOf(noun)) {
      const rows = current.parts.get(partsKey(noun, part, id)) ?? [];
      difference.partDeletes[part].push(...rows.map((one) => Number(one.id)));
    }
  }

  function written(cell: Cell | undefined): string | number | null {
    if (cell === undefined || cell === null) return null;
    if (typeof cell === "object") return idOf(cell.noun, cell.name);
    return typeof cell === "boolean" ? Number(cell) : cell;
  }

  function idOf(noun: Noun, name: string): number {
    const id = ids[noun].get(name);
    if (id === undefined) throw new Error(`no id for ${noun} ${name}: the check should have refused it`);
    return id;
  }
}

function allocate(entries: Entries, current: CurrentState): Record<Noun, Map<string, number>> {
  return perNoun((noun) => {
    const ids = new Map([...current.rows[noun]].map(([name, row]) => [name, Number(row.id)]));
    let last = current.lastIds[noun];
    for (const { name, id } of entries[noun]) if (!ids.has(name)) ids.set(name, id ?? ++last);
    return ids;
  });
}

/**
 * Which stored rows stay, by their places: as many of the first ones told as are there already, in
 * that order, since rows are told in the order of their ids and new ones come last.
 */
function keep(rows: readonly WrittenRow[], stored: readonly WrittenRow[]): number[] {
  const kept: number[] = [];
  for (const row of rows) {
    const place = stored.findIndex((one, index) => index > (kept.at(-1) ?? -1) && same(row, one));
    if (place < 0) break;
    kept.push(place);
  }
  return kept;
}

function storedCells(table: SQLiteTable, row: StoredRow) {
  return columnsOf(table).map(([, column]) => row[column] ?? null);
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.every((cell, index) => cell === b[index]);
}
