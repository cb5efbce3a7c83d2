import { type Exported, exported } from "../../../src/changes/export.ts";

/** Where in a source something stands: its file, and the line it begins on. */
export interface Origin {
  file: string;
  line: number;
}

/** A place in a source that cannot be taken over, and why. */
export interface Refusal extends Origin {
  reason: string;
}

/** A JSON value of a change set and where it comes from. */
export interface Part {
  json: unknown;
  origin: Origin;
}

/** The lists of a change set that is not nested, in an order in which what is referred to stands first. */
export const lists = exported;

export type List = Exported;

/** The lists of facts that stand within an alliance. */
export const nestedLists = ["statuses", "memberships", "obligations"] as const;

export type NestedList = (typeof nestedLists)[number];

export function isNestedList(list: string | undefined): list is NestedList {
  return nestedLists.some((one) => one === list);
}

/** One entry of a change set. The facts of an alliance stand apart: there may be more than a batch takes. */
export interface Piece extends Part, Partial<Record<NestedList, readonly Part[]>> {
  list: List;
}

export type Read = Piece | Refusal;

export function isRefusal(read: Read): read is Refusal {
  return "reason" in read;
}

/** How many rows a piece is. */
export function rowsOf(piece: Piece): number {
  return nestedLists.reduce((rows, list) => rows + (piece[list]?.length ?? 0), 1);
}
