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

/** One entry of a change set. An alliance's statuses and memberships stand apart: there may be more than a batch takes. */
export interface Piece extends Part {
  list: List;
  statuses?: readonly Part[];
  memberships?: readonly Part[];
}

export type Read = Piece | Refusal;

export function isRefusal(read: Read): read is Refusal {
  return "reason" in read;
}

/** How many rows a piece is. */
export function rowsOf({ statuses = [], memberships = [] }: Piece): number {
  return 1 + statuses.length + memberships.length;
}
