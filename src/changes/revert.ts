import type { D1Client } from "../../drizzle/client/d1-client.ts";
import { type Fault, faultAt } from "./fault.ts";
import type { Draft } from "./read/draft.ts";
import { isSame, nodeOf, type Said, saidOf } from "./diff/said.ts";
import { successorsOf } from "./diff/successor.ts";
import { undo } from "./diff/undo.ts";
import { changesSince, type Clash, readSaid } from "./load/conflict.ts";
import { jsonOf, readStored } from "./load/stored.ts";
import type { RowKey } from "../nouns/index.ts";
import { nounOf } from "../nouns/structure.ts";
import type { Retraction } from "./check/retraction.ts";
import type { Proposal } from "./submit.ts";

const place = { file: "", path: "/number" };

/** Undoes what a revision did, and leaves what others have done since; refused where they did it to the same, and it still is so. */
export async function proposeRevert(d1: D1Client, number: number): Promise<Proposal> {
  const { revision: newest } = await readStored(d1, []);
  if (number < 1 || number > newest) return refusal(`there is no revision ${number}: the newest is ${newest}`);
  const rows = await readChanged(d1, number);
  const [before, after] = [await readSaid(d1, number - 1, rows), await readSaid(d1, number, rows)];
  const { revision: base, nodes } = await readStored(d1, rows);

  const drafts: Draft[] = [];
  const retractions: Retraction[] = [];
  const clashes: Clash[] = [];
  let isKnown = false;
  for (const [index, row] of rows.entries()) {
    const [was, made] = [before[index]!, after[index]!];
    const stored = nodes.find(({ noun, id }) => noun === row.noun && id === row.id);
    const now = saidOf(stored);
    isKnown ||= !isSame(was, made);
    const { said, clashes: same } = undo(was, made, now);
    const names = new Set([...same, ...(await replacedSince(d1, number, row, { was, made, now }))]);
    if (names.size > 0) clashes.push({ row, names });
    else if (isSame(said, now)) continue;
    else if (said.size > 0) drafts.push(draftOf(row, said));
    else if (stored !== undefined) retractions.push({ ...row, name: stored.name, place });
  }
  if (!isKnown) return refusal(`nothing is known to have been changed by revision ${number}`);
  if (clashes.length > 0) return { drafts: [], faults: [await conflict(d1, number, clashes)], base };
  return { drafts, faults: [], retractions, base, places: { "/input": "/number" } };
}

/** The rows of which a revision has changed something, their parts included. */
async function readChanged(d1: D1Client, revision: number): Promise<RowKey[]> {
  const { results } = await d1
    .prepare("SELECT noun, node_id AS id FROM changes WHERE revision = ? ORDER BY noun, node_id")
    .bind(revision)
    .all<{ noun: string; id: number }>();
  return results.map(({ noun, id }) => ({ noun: nounOf(noun), id }));
}

/** The lists of which the revision entered a part in the place of which there is another now. */
async function replacedSince(
  d1: D1Client,
  number: number,
  row: RowKey,
  { was, made, now }: { was: Said; made: Said; now: Said },
): Promise<Set<string>> {
  const gone = [...made].filter(([key, { list }]) => list !== null && !was.has(key) && !now.has(key));
  if (gone.length === 0 || was.size === 0 || now.size === 0) return new Set();
  const lists = new Set(gone.map(([, { list }]) => list!));
  const later = await changesSince(d1, number, [{ row, names: lists }]);
  const said = await Promise.all(later.map(({ revisionNumber }) => readSaid(d1, revisionNumber, [row])));
  const states = [made, ...said.flat()];
  const isReplaced = (key: string) => [...successorsOf(key, states)].some((one) => now.has(one) && !was.has(one));
  return new Set(gone.flatMap(([key, { list }]) => (isReplaced(key) ? [list!] : [])));
}

function refusal(message: string): Proposal {
  return { drafts: [], faults: [faultAt(place, message)] };
}

async function conflict(d1: D1Client, number: number, clashes: readonly Clash[]): Promise<Fault> {
  const changes = await changesSince(d1, number, clashes);
  const names = [...new Set(clashes.flatMap((clash) => [...clash.names]))];
  const later = [...new Set(changes.map(({ revisionNumber }) => revisionNumber))];
  const message = `later revisions changed the same, ${names.join(", ")}: ${later.join(", ")}; revert those first, or edit by hand`;
  return { ...faultAt(place, message), isConflict: true, changes };
}

function draftOf({ noun, id }: RowKey, said: Said): Draft {
  const node = nodeOf(noun, said);
  const redirects = node.parts["redirects"]?.map(({ fields }) => ({
    slug: String(fields["slug"]),
    former: Number(fields["former"]),
  }));
  return {
    noun,
    id,
    json: jsonOf(node),
    place: { file: "", path: "/input" },
    ...(redirects === undefined ? {} : { redirects }),
  };
}
