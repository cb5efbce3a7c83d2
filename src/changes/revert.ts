import type { D1Client } from "../../drizzle/client/d1-client.ts";
import { nounTables } from "../../drizzle/history/live-table.ts";
import { readRevisedRows, type RevisedRow } from "../../drizzle/history/revised-row.ts";
import { partName } from "../../drizzle/history/audited-field.ts";
import { changesSince } from "./load/conflict.ts";
import type { Draft } from "./read/draft.ts";
import { type Fault, faultAt } from "./fault.ts";
import { nouns, type RowKey } from "../nouns/index.ts";
import { descriptionOf, nounOf, partsOf } from "../nouns/structure.ts";
import type { Retraction } from "./check/retraction.ts";
import { type Fields, fieldsSql, jsonOf, readStored, type StoredNode } from "./load/stored.ts";
import type { Proposal } from "./submit.ts";

const place = { file: "", path: "/number" };

/** Undoes what a revision did, row by row, and leaves what others have done since; refused where they did it to the same rows. */
export async function proposeRevert(d1: D1Client, number: number): Promise<Proposal> {
  const { revision: newest } = await readStored(d1, []);
  if (number < 1 || number > newest) return refusal(`there is no revision ${number}: the newest is ${newest}`);
  const rows = await readRevisedRows(d1, number, (table, row) => fieldsSql(descriptionOf(table), row, true));
  if (rows.length === 0) return refusal(`nothing is known to have been changed by revision ${number}`);
  const overtaken = rows.filter(({ isChangedSince }) => isChangedSince === 1);
  if (overtaken.length > 0) return { drafts: [], faults: [await conflict(d1, number, overtaken)] };

  const byNode = Map.groupBy(rows, ({ noun, nodeId }) => `${noun} ${nodeId}`);
  const keys = [...byNode.values()].map(([row]): RowKey => ({ noun: nounOf(row!.noun), id: row!.nodeId }));
  const { revision: base, nodes } = await readStored(d1, keys);
  const drafts: Draft[] = [];
  const retractions: Retraction[] = [];
  for (const [index, own] of [...byNode.values()].entries()) {
    const key = keys[index]!;
    const stored = nodes.find(({ noun, id }) => noun === key.noun && id === key.id);
    const itself = own.find(({ table }) => nounTables.some(({ name }) => name === table));
    if (itself?.before === null) {
      if (stored !== undefined) retractions.push({ ...key, name: stored.name, place });
    } else {
      const before = undone(key, stored, own, itself);
      if (before !== null) drafts.push({ ...draftOf(before), id: key.id });
    }
  }
  return { drafts, faults: [], retractions, base, places: { "/input": "/number" } };
}

function refusal(message: string): Proposal {
  return { drafts: [], faults: [faultAt(place, message)] };
}

async function conflict(d1: D1Client, number: number, rows: readonly RevisedRow[]): Promise<Fault> {
  const keys = rows.map(({ noun, nodeId }): RowKey => ({ noun: nounOf(noun), id: nodeId }));
  const changes = await changesSince(d1, number, keys);
  const message = `later revisions changed the same: ${[...new Set(changes.map(({ revisionNumber }) => revisionNumber))].join(", ")}; revert those first, or edit by hand`;
  return { ...faultAt(place, message), isConflict: true, changes };
}

/** The node without what the revision did to it; null for one that has gone since, with what was done to its parts. */
function undone(
  key: RowKey,
  stored: StoredNode | undefined,
  rows: readonly RevisedRow[],
  itself: RevisedRow | undefined,
): StoredNode | null {
  const own = itself?.before == null ? stored?.fields : (JSON.parse(itself.before) as Fields);
  if (own === undefined) return null;
  const parts = Object.fromEntries(
    partsOf(key.noun).map(({ name }) => {
      const changed = rows.filter(({ table }) => table !== itself?.table && partName(table) === name);
      const kept = (stored?.parts[name] ?? []).filter(({ id }) => !changed.some((row) => row.id === id));
      const back = changed.flatMap(({ id, before }) =>
        before === null ? [] : [{ id, fields: JSON.parse(before) as Fields }],
      );
      return [name, [...kept, ...back].toSorted((a, b) => a.id - b.id)];
    }),
  );
  return { ...key, name: String(own[nouns[key.noun].name]), fields: own, parts };
}

function draftOf(node: StoredNode): Draft {
  const redirects = node.parts["redirects"]?.map(({ fields }) => ({
    slug: String(fields["slug"]),
    former: Number(fields["former"]),
  }));
  return {
    noun: node.noun,
    json: jsonOf(node),
    place: { file: "", path: "/input" },
    ...(redirects === undefined ? {} : { redirects }),
  };
}
