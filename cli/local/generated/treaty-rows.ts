/** The rows of generated treaties, with the states that are their parties and the registers that tell of them. */
import type { Period } from "../../../src/domain/time/period.ts";
import { draw, isoDay } from "./draw.ts";
import { type GeneratedTreaty, STATES, TREATIES_TO_A_REGISTER } from "./treaty.ts";

/** The ids that are in use before. */
export interface Used {
  actor: number;
  alliance: number;
  article: number;
  status: number;
  membership: number;
}

/** Ids of the parties by their number: states of the data set first, those of the most alliances before others. */
export interface Parties {
  ids: number[];
  /** Of those that are generated. */
  rows: unknown[][];
}

export function partiesOf(shipped: readonly number[], { actor }: Used): Parties {
  const own = shipped.slice(0, STATES);
  const rows = Array.from({ length: STATES - own.length }, (_, n) => [
    actor + 1 + n,
    `generated-state-${n}`,
    "STATE",
    `Generated State ${n}`,
  ]);
  return { ids: [...own, ...rows.map(([id]) => Number(id))], rows };
}

/** Published from 2005 to 2025: what is not over is certain until then, and possible after. */
export function registerRow(seed: number, n: number, { article }: Used): unknown[] {
  const slug = `generated-register-${n}`;
  const day = isoDay(Date.UTC(2005, 0, 1) / 86_400_000 + Math.floor(draw(seed, n, 98) * 21 * 365));
  return [article + 1 + n, slug, `Generated register ${n}`, `https://example.com/${slug}`, day, day, day, "en"];
}

/** Makes the rows of one treaty after another. */
export class TreatyRows {
  readonly #used: Used;
  readonly #parties: readonly number[];
  #treaties = 0;
  #statuses = 0;
  #memberships = 0;

  constructor(used: Used, parties: readonly number[]) {
    this.#used = used;
    this.#parties = parties;
  }

  /** How many memberships so far. */
  get written(): number {
    return this.#memberships;
  }

  rowsOf({ slug, name, kind, statuses, memberships }: GeneratedTreaty) {
    const { status, membership, alliance, article } = this.#used;
    const register = article + 1 + Math.floor(this.#treaties / TREATIES_TO_A_REGISTER);
    this.#treaties += 1;
    const treaty = alliance + this.#treaties;
    const statusRows = statuses.map(({ key, code, rank, period }) => {
      this.#statuses += 1;
      return [status + this.#statuses, key, treaty, code, rank, ...daysOf(period)];
    });
    const membershipRows = memberships.map(({ key, state, role, rank, period }) => {
      this.#memberships += 1;
      return [membership + this.#memberships, key, this.#parties[state], treaty, role, rank, ...daysOf(period)];
    });
    return {
      treaties: [[treaty, slug, name, kind]],
      statuses: statusRows,
      memberships: membershipRows,
      statusCitations: statusRows.map(([id]) => [register, id]),
      membershipCitations: membershipRows.map(([id]) => [register, id]),
    };
  }
}

function daysOf({ from, to, fromEarliest, fromLatest, toEarliest, toLatest }: Period): unknown[] {
  return [from, to, fromEarliest, fromLatest, toEarliest, toLatest];
}
