import type { Entries, Entry } from "./entry.ts";
import {
  type Child,
  childNames,
  childrenOf,
  childTables,
  type Noun,
  nounNames,
  nouns,
  type RowKey,
  type WrittenTable,
} from "./noun.ts";
import type { Cell, Planner } from "./plan.ts";
import { planners } from "./planners.ts";
import { childrenKey, type Present, type StoredRow } from "./present.ts";
import { columnsOf } from "./sql.ts";

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
  childDeletes: Record<Child, number[]>;
  childInserts: Record<Child, WrittenRow[]>;
  /** The ids of all that is named, new rows too. */
  ids: Record<Noun, Map<string, number>>;
}

/** Compares what the entries say with what is loaded. New rows get ids in document order. */
export function differenceOf(entries: Entries, present: Present, retractions: readonly RowKey[] = []): Difference {
  const difference: Difference = {
    added: perNoun(() => 0),
    changed: perNoun(() => 0),
    unchanged: perNoun(() => 0),
    inserts: perNoun(() => []),
    updates: perNoun(() => []),
    touched: perNoun(() => []),
    deletes: perNoun(() => []),
    childDeletes: perChild(() => []),
    childInserts: perChild(() => []),
    ids: allocate(entries, present),
  };
  const lastChildIds = { ...present.lastIds };
  const { ids } = difference;
  for (const { noun, id } of retractions) retract(noun, id);
  for (const noun of nounNames) for (const entry of entries[noun]) compare(noun, entry);
  return difference;

  function compare<N extends Noun>(noun: N, entry: Entry<N>): void {
    const { table } = nouns[noun];
    const plan = (planners[noun] as Planner<N>)(entry);
    const planned = plan.row as Readonly<Record<string, Cell>>;
    const plannedChildren: Readonly<Partial<Record<Child, readonly Readonly<Record<string, Cell>>[]>>> = plan.children;
    const id = idOf(noun, entry.name);
    const stored = present.rows[noun].get(entry.name);
    const row = columnsOf(table).map(([property]) => written(planned[property]));

    let changed = stored !== undefined && !same(row, storedCells(table, stored));
    if (stored === undefined) difference.inserts[noun].push([id, ...row]);
    else if (changed) difference.updates[noun].push([id, ...row]);

    for (const [child, parent] of childrenOf(noun)) {
      const childTable = childTables[child];
      const told = plannedChildren[child];
      if (told === undefined) continue;
      const rows = told.map((cells) =>
        columnsOf(childTable).map(([property]) => (property === parent ? id : written(cells[property]))),
      );
      const storedRows = present.children.get(childrenKey(noun, child, id)) ?? [];
      const kept = keep(
        rows,
        storedRows.map((one) => storedCells(childTable, one)),
      );
      const gone = storedRows.filter((_, index) => !kept.includes(index));
      if (gone.length === 0 && kept.length === rows.length) continue;
      changed = true;
      difference.childDeletes[child].push(...gone.map((one) => Number(one.id)));
      for (const cells of rows.slice(kept.length)) {
        difference.childInserts[child].push([++lastChildIds[child], ...cells]);
      }
    }
    if (stored !== undefined && changed) difference.touched[noun].push(id);
    difference[stored === undefined ? "added" : changed ? "changed" : "unchanged"][noun] += 1;
  }

  function retract(noun: Noun, id: number): void {
    difference.deletes[noun].push(id);
    for (const [child] of childrenOf(noun)) {
      const rows = present.children.get(childrenKey(noun, child, id)) ?? [];
      difference.childDeletes[child].push(...rows.map((one) => Number(one.id)));
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

function allocate(entries: Entries, present: Present): Record<Noun, Map<string, number>> {
  return perNoun((noun) => {
    const ids = new Map([...present.rows[noun]].map(([name, row]) => [name, Number(row.id)]));
    let last = present.lastIds[noun];
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

function storedCells(table: WrittenTable, row: StoredRow) {
  return columnsOf(table).map(([, column]) => row[column] ?? null);
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.every((cell, index) => cell === b[index]);
}

function perChild<T>(make: () => T): Record<Child, T> {
  return Object.fromEntries(childNames.map((child) => [child, make()])) as Record<Child, T>;
}

function perNoun<T>(make: (noun: Noun) => T): Record<Noun, T> {
  return Object.fromEntries(nounNames.map((noun) => [noun, make(noun)])) as Record<Noun, T>;
}
