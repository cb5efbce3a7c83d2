import type { D1Client } from "../../drizzle/client/d1-client.ts";
import { nounNames, nouns, type RowKey } from "../nouns/index.ts";
import type { Planned } from "./apply.ts";
import { overtaken } from "./diff/overtaken.ts";
import { type Said, saidBy, saidOf } from "./diff/said.ts";
import { type Fault, faultAt } from "./fault.ts";
import { changesSince, type Clash, readSaid } from "./load/conflict.ts";
import { readStored } from "./load/stored.ts";

const place = { file: "", path: "/ifRevision" };

/**
 * That somebody has changed, since the revision that an author knew of, the very fields or parts that the plan changes, and that
 * they have other values than then; null where nobody has.
 */
export async function conflictOf(d1: D1Client, ifRevision: number, plan: Planned): Promise<Fault | null> {
  const { base } = plan;
  if (ifRevision > base) return faultAt(place, `there is no revision ${ifRevision} yet: the newest is ${base}`);
  const planned = plannedRows(plan);
  const rows = planned.map(({ row }) => row);
  const [seen, { nodes }] = [await readSaid(d1, ifRevision, rows), await readStored(d1, rows)];
  const clashes = planned.flatMap(({ row, said }, index) => {
    const now = saidOf(nodes.find(({ noun, id }) => noun === row.noun && id === row.id));
    const names = overtaken(seen[index]!, now, said(now));
    return names.size === 0 ? [] : [{ row, names }];
  });
  return clashes.length === 0 ? null : changedSince(d1, ifRevision, clashes);
}

/** That others have changed what an author would change, since the revision that they knew of. */
export async function changedSince(d1: D1Client, ifRevision: number, clashes: readonly Clash[]): Promise<Fault> {
  const changes = await changesSince(d1, ifRevision, clashes);
  const names = [...new Set(clashes.flatMap((clash) => [...clash.names]))].join(", ");
  const last = changes.at(-1);
  const told = last === undefined ? "" : `, last in revision ${last.revisionNumber}`;
  const message = `${names} changed since revision ${ifRevision}${told}`;
  return { ...faultAt(place, message), isConflict: true, changes };
}

/** The rows that are there and that the plan changes or takes out, each with what will be said of it. */
function plannedRows({ entries, difference }: Planned): { row: RowKey; said: (now: Said) => Said }[] {
  return nounNames.flatMap((noun) => {
    const touched = new Set(difference.touched[noun]);
    const edited = entries[noun].flatMap(({ name, value }) => {
      const id = difference.ids[noun].get(name);
      if (id === undefined || !touched.has(id)) return [];
      const all = { ...value, [nouns[noun].name]: name };
      return [{ row: { noun, id }, said: (now: Said) => saidBy(noun, all, now) }];
    });
    const gone = difference.deletes[noun].map((id) => ({ row: { noun, id }, said: (): Said => new Map() }));
    return [...edited, ...gone];
  });
}
