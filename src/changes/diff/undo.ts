import { differing, keysOf, type Said, type SaidRow, toldAs } from "./said.ts";

/** What comes of undoing a change, and what others have done since to the same, as changes are told. */
export interface Undone {
  said: Said;
  clashes: Set<string>;
}

/**
 * Undoes what a change did to a node, thing by thing, and keeps what else has been done since. Values are compared, not revisions
 * counted: what is as it was before is undone already, whoever did it.
 */
export function undo(before: Said, after: Said, now: Said): Undone {
  const clashes = new Set<string>();
  // What was entered goes with all that it has.
  if (before.size === 0) return { said: wholly(after, now, clashes), clashes };
  const rows = new Map(now);
  for (const key of keysOf(before, after)) {
    const was = before.get(key);
    const row = undoneRow(was, after.get(key), now.get(key), clashes);
    if (row === undefined) rows.delete(key);
    else if (rows.has(key)) rows.set(key, row);
    else insert(rows, key, row, before);
  }
  return { said: rows, clashes };
}

function wholly(after: Said, now: Said, clashes: Set<string>): Said {
  if (now.size === 0) return now;
  for (const key of keysOf(after, now)) note(after.get(key), now.get(key), clashes);
  return new Map();
}

function undoneRow(
  before: SaidRow | undefined,
  after: SaidRow | undefined,
  now: SaidRow | undefined,
  clashes: Set<string>,
): SaidRow | undefined {
  const changed = differing(before, after);
  if (changed.length === 0) return now;
  if (before !== undefined && after !== undefined && now !== undefined) {
    const fields = { ...now.fields };
    for (const field of changed) {
      if (now.fields[field] === after.fields[field]) fields[field] = before.fields[field] ?? null;
      else if (now.fields[field] !== before.fields[field]) clashes.add(toldAs(now, field));
    }
    return { ...now, fields };
  }
  if (differing(before, now).length > 0) note(after, now, clashes);
  return before;
}

function note(one: SaidRow | undefined, other: SaidRow | undefined, clashes: Set<string>): void {
  const row = one ?? other;
  for (const field of differing(one, other)) clashes.add(toldAs(row!, field));
}

/** Puts a row back behind the one that it came after. */
function insert(rows: Map<string, SaidRow>, key: string, row: SaidRow, before: Said): void {
  const order = [...before.keys()];
  const previous = order.slice(0, order.indexOf(key)).findLast((one) => rows.has(one));
  const entries = [...rows];
  const place = previous === undefined ? 0 : entries.findIndex(([one]) => one === previous) + 1;
  rows.clear();
  for (const [one, value] of entries.toSpliced(place, 0, [key, row])) rows.set(one, value);
}
