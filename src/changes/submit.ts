import type { D1Client } from "../../drizzle/client/d1-client.ts";
import { collisionWait } from "../domain/fault/backoff.ts";
import { pause } from "../domain/fault/pause.ts";
import { BrokenWrite } from "../domain/fault/unavailable.ts";
import { type ApplyOptions, type Changes, isEmpty, type Planned, planChanges, writePlan } from "./apply.ts";
import { conflictOf } from "./overtaken.ts";
import { type Fault, faultAt } from "./fault.ts";
import type { Noun, RowKey } from "../nouns/index.ts";
import { type Preview, previewOf } from "./diff/preview.ts";
import { insertReceipt, readReceipt, type Receipt, type RequestKey } from "./write/receipt.ts";
import { RevisionConflict } from "./write/write.ts";

/** Changes, worked out anew from what is loaded at each attempt, and the node that they are about. */
export interface Proposal extends Changes {
  /** A new row is named by its slug or key. */
  about?: RowKey | { noun: Noun; name: string };
  /** Where in what was sent faults belong, by JSON pointer: what lies there, or within. */
  places?: Readonly<Record<string, string>>;
}

export interface SubmitOptions extends ApplyOptions {
  /** The last revision that the author knew of: whatever is changed may not have been changed since. */
  ifRevision?: number | null;
  requestKey: RequestKey;
}

export type Submitted =
  | ({ outcome: "written" } & Omit<Receipt, "request">)
  | { outcome: "previewed"; previews: Preview[] }
  | { outcome: "refused"; faults: Fault[] };

/** How often a write may break off before the client is told. */
const BREAKS = 3;

/** Where faults are that no part of the input has. */
const root = (path: string) => ({ file: "", path });

/**
 * Reads, plans and writes as one revision, and again where another writer was first, for as long as the database may be asked,
 * or where the write broke off and was not done. A request that comes a second time under its key is answered as the first time.
 * @throws Unavailable where the time is up; BrokenWrite where writes break off again and again
 */
export async function submit(
  d1: D1Client,
  propose: () => Promise<Proposal>,
  options: SubmitOptions,
): Promise<Submitted> {
  const { dryRun = false, ifRevision = null, requestKey } = options;
  let breaks = 0;
  /** A key that was made for this request is known to nobody, until a write under it broke off. */
  const mayBeDone = () => !dryRun && (!requestKey.isMade || breaks > 0);
  // What it has done itself may be what stands in its way, where it was done after the last look.
  const doneOr = async (refused: Submitted) => (await recall()) ?? refused;
  for (let collisions = 0; ; await pause(collisionWait((collisions += 1), Math.random))) {
    const done = await recall();
    if (done !== null) return done;
    const proposal = await propose();
    const plan = await planChanges(d1, proposal, options);
    if (plan.outcome === "refused") return doneOr(plan);
    // Made out of what is not there any more.
    if (proposal.base !== undefined && proposal.base !== plan.base) continue;

    const node = nodeOf(proposal, plan);
    const overtaken = ifRevision === null ? null : await conflictOf(d1, ifRevision, plan);
    if (overtaken !== null) return doneOr({ outcome: "refused", faults: [overtaken] });
    if (dryRun) return { outcome: "previewed", previews: await previewOf(d1, plan) };

    try {
      const written = await attemptToWrite(d1, plan, node, options, mayBeDone());
      if (written !== null) return { outcome: "written", ...written };
    } catch (error) {
      if (!(error instanceof BrokenWrite) || (breaks += 1) === BREAKS) throw error;
    }
  }

  /** What was done under the key; null where nothing was. */
  async function recall(): Promise<Submitted | null> {
    if (!mayBeDone()) return null;
    const receipt = await readReceipt(d1, requestKey);
    return receipt === null ? null : replay(receipt, requestKey);
  }
}

function replay({ request, ...receipt }: Receipt, requestKey: RequestKey): Submitted {
  if (request === requestKey.request) return { outcome: "written", ...receipt };
  const message = `was given to another request, ${receipt.revision === null ? "which changed nothing" : `which made revision ${receipt.revision}`}: take a new one for each`;
  return { outcome: "refused", faults: [faultAt(root("/idempotencyKey"), message)] };
}

/** Null where another writer was first. */
async function attemptToWrite(
  d1: D1Client,
  plan: Planned,
  node: RowKey | null,
  options: SubmitOptions,
  mayBeDone: boolean,
): Promise<Omit<Receipt, "request"> | null> {
  const { requestKey } = options;
  const isNothing = isEmpty(plan.difference);
  const state = isNothing ? plan.base : plan.base + 1;
  const receipt = { revision: isNothing ? null : state, state, node };
  const receipts = [insertReceipt(d1, requestKey, receipt)];
  try {
    if (!isNothing) await writePlan(d1, plan, options, receipts);
    else if (mayBeDone) await d1.batch(receipts);
    return receipt;
  } catch (error) {
    if (error instanceof RevisionConflict || isTakenKey(error)) return null;
    throw error;
  }
}

/** The same request has been answered in the meantime. */
function isTakenKey(error: unknown): boolean {
  return error instanceof Error && /UNIQUE constraint failed: receipts\./.test(error.message);
}

function nodeOf({ about }: Proposal, { difference: { ids } }: Planned): RowKey | null {
  if (about === undefined || "id" in about) return about ?? null;
  const id = ids[about.noun].get(about.name);
  return id === undefined ? null : { noun: about.noun, id };
}
