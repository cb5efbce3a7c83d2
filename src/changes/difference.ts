import type { Entries, Entry } from "./entry.ts";
import {
  type Child,
  childNames,
  childrenOf,
  childTables,
  type Noun,
  nounNames,
  nouns,
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
  inserts: Record<Noun, WrittenRow[]>;
  updates: Record<Noun, WrittenRow[]>;
  /** Parents whose children are deleted, by noun and child table. */
  cleared: { noun: Noun; child: Child; parentIds: number[] }[];
  childInserts: Record<Child, WrittenRow[]>;
}

/** Compares what the entries say with what is loaded. New rows get ids in document order. */
export function differenceOf(entries: Entries, present: Present): Difference {
  const difference: Difference = {
    added: perNoun(() => 0),
    changed: perNoun(() => 0),
    unchanged: perNoun(() => 0),
    inserts: perNoun(() => []),
    updates: perNoun(() => []),
    cleared: nounNames.flatMap((noun) => childrenOf(noun).map(([child]) => ({ noun, child, parentIds: [] }))),
    childInserts: Object.fromEntries(childNames.map((child) => [child, []])) as unknown as Difference["childInserts"],
  };
  const lastChildIds = { ...present.lastIds };
  const ids = allocate(entries, present);
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
      const rows = (plannedChildren[child] ?? []).map((cells) =>
        columnsOf(childTable).map(([property]) => (property === parent ? id : written(cells[property]))),
      );
      const storedRows = present.children.get(childrenKey(noun, child, id)) ?? [];
      const alike =
        rows.length === storedRows.length &&
        rows.every((cells, index) => same(cells, storedCells(childTable, storedRows[index] ?? {})));
      if (alike) continue;
      changed = true;
      if (storedRows.length > 0) {
        difference.cleared.find((one) => one.noun === noun && one.child === child)?.parentIds.push(id);
      }
      for (const cells of rows) difference.childInserts[child].push([++lastChildIds[child], ...cells]);
    }
    difference[stored === undefined ? "added" : changed ? "changed" : "unchanged"][noun] += 1;
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
    for (const { name } of entries[noun]) if (!ids.has(name)) ids.set(name, ++last);
    return ids;
  });
}

function storedCells(table: WrittenTable, row: StoredRow) {
  return columnsOf(table).map(([, column]) => row[column] ?? null);
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.every((cell, index) => cell === b[index]);
}

function perNoun<T>(make: (noun: Noun) => T): Record<Noun, T> {
  return Object.fromEntries(nounNames.map((noun) => [noun, make(noun)])) as Record<Noun, T>;
}
