import type { Fault } from "../../src/changes/fault.ts";
import type { Batch } from "./destination/batch.ts";
import { isNestedList, lists, nestedLists, type Part, type Piece, type Refusal } from "./file/piece.ts";

/** A batch without what has faults, and why each of that is refused. */
export interface Sifted {
  kept: Batch;
  refusals: Refusal[];
}

/** Takes out of a batch what the faults of its change set are of: a fact of an alliance alone where the fault lies in it. */
export function sift(batch: Batch, faults: readonly Fault[]): Sifted {
  const reasons = new Map<Part, string>();
  for (const { path, message } of faults) {
    const found = partAt(batch, path);
    if (found === null) throw new Error(`The change set cannot be applied: ${path} ${message}`);
    if (!reasons.has(found.part)) reasons.set(found.part, found.rest === "" ? message : `${found.rest}: ${message}`);
  }
  const refusals: Refusal[] = [];
  const keep = <P extends Part>(part: P, inherited?: string): P[] => {
    const reason = reasons.get(part) ?? inherited;
    if (reason === undefined) return [part];
    refusals.push({ ...part.origin, reason });
    return [];
  };
  const kept = batch.flatMap((piece): Piece[] => {
    const reason = keep(piece).length === 0 ? "the alliance that it belongs to is refused" : undefined;
    const sifted = { ...piece };
    for (const list of nestedLists) {
      const parts = piece[list];
      if (parts !== undefined) sifted[list] = parts.flatMap((part) => keep(part, reason));
    }
    return reason === undefined ? [sifted] : [];
  });
  return { kept, refusals };
}

/** The part that a JSON pointer into the batch's change set leads to, and what of the pointer lies in it. */
function partAt(batch: Batch, path: string): { part: Part; rest: string } | null {
  const [, list, index, inner, innerIndex, ...rest] = path.split("/");
  if (!lists.some((one) => one === list)) return null;
  const piece = batch.filter((one) => one.list === list)[Number(index)];
  if (piece === undefined) return null;
  const parts = isNestedList(inner) ? piece[inner] : undefined;
  const part = parts?.[Number(innerIndex)];
  if (part !== undefined) return { part, rest: rest.join("/") };
  return { part: piece, rest: [inner, innerIndex, ...rest].filter((step) => step !== undefined).join("/") };
}
