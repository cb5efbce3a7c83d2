import type { Day } from "../../src/domain/time/day.ts";
import { type PeriodDays, periodFrom, writtenDays } from "../../src/domain/time/period.ts";
import type { Certainty } from "../../src/domain/vocabulary.ts";
import { type Fact, type Membership, membershipsIn, type State, type Status, statusesIn } from "./fact.ts";
import { takesPart } from "./horizon-model.ts";

/** The codes that count where nothing is said: at least AGREED. */
export const USUAL = ["AGREED", "SIGNED", "RATIFIED", "IN_FORCE"];

/** Anything that holds over a time, and how long it is borne out. */
interface Spell extends PeriodDays {
  until: Day;
}

export interface Tie {
  mine: Membership;
  theirs: Membership;
  status: Status;
  spell: Spell;
}

const max = (days: readonly Day[]): Day => days.toSorted().at(-1)!;
const min = (days: readonly Day[]): Day => days.toSorted()[0]!;

/** Which facts hold on a day as a revision has them, told without SQL. */
export class AnswerModel {
  readonly state: State;
  readonly day: Day;
  readonly #ids: ReadonlyMap<string, number>;

  constructor(state: State, day: Day, ids: ReadonlyMap<string, number>) {
    this.state = state;
    this.day = day;
    this.#ids = ids;
  }

  spellOf({ key, from, to }: Fact): Spell {
    const { from: _, to: __, ...days } = periodFrom(from ?? null, to ?? null);
    return { ...days, until: this.state.horizons.get(key)! };
  }

  certaintyOf({ fromEarliest, fromLatest, toEarliest, toLatest, until }: Spell): Certainty | null {
    const { day } = this;
    if (fromLatest <= day && day < toEarliest && day <= until && day <= this.state.on) return "CERTAIN";
    return fromEarliest <= day && day < toLatest ? "POSSIBLE" : null;
  }

  /** How surely a fact holds by itself, whatever its rank. */
  certainty(fact: Fact): Certainty | null {
    return this.certaintyOf(this.spellOf(fact));
  }

  /** Whether answers go by it: no claim of a better rank competes, by its dates as written, and it is not given up. */
  isBest(fact: Fact): boolean {
    if (fact.rank !== "NORMAL") return fact.rank === "PREFERRED";
    const asWritten = ({ from = null, to = null }: Fact) => writtenDays({ from, to });
    const own = asWritten(fact);
    return ![...this.state.facts.values()].some((rival) => {
      if (rival.rank !== "PREFERRED" || subjectOf(rival) !== subjectOf(fact)) return false;
      const other = asWritten(rival);
      return own.fromEarliest < other.toLatest && other.fromEarliest < own.toLatest;
    });
  }

  /** Those of the facts that a list has: best rank first, then as sure as is asked. */
  holding<One extends Fact>(facts: readonly One[], asked: Certainty): One[] {
    return facts.filter((fact) => this.isBest(fact) && isSureEnough(this.certainty(fact), asked));
  }

  /** The status that an alliance has: the surest by its dates, then the latest begun, then the first entered. */
  statusOf(alliance: string, asked: Certainty, codes: readonly string[]): Status | undefined {
    const statuses = statusesIn(this.state).filter((one) => one.alliance === alliance && codes.includes(one.code));
    const surely = ({ fromLatest, toEarliest }: Spell) => Number(fromLatest <= this.day && this.day < toEarliest);
    return this.holding(statuses, asked).toSorted((one, two) => {
      const [a, b] = [this.spellOf(one), this.spellOf(two)];
      return surely(b) - surely(a) || compare(b.fromEarliest, a.fromEarliest) || this.idOf(one) - this.idOf(two);
    })[0];
  }

  /** Each overlap of two parts in an alliance and one status of it, by one of the two. */
  tiesOf(actor: string, asked: Certainty, codes: readonly string[]): Tie[] {
    const parts = membershipsIn(this.state).filter((one) => takesPart(one.role) && this.isBest(one));
    const ties = parts
      .filter((mine) => mine.actor === actor)
      .flatMap((mine) =>
        parts
          .filter((theirs) => theirs.alliance === mine.alliance && theirs.actor !== actor)
          .flatMap((theirs) =>
            statusesIn(this.state)
              .filter((status) => status.alliance === mine.alliance && codes.includes(status.code))
              .filter((status) => this.isBest(status))
              .map((status): Tie => ({ mine, theirs, status, spell: this.overlap([mine, theirs, status]) })),
          ),
      );
    return ties
      .filter(({ spell }) => spell.fromEarliest < spell.toLatest && isSureEnough(this.certaintyOf(spell), asked))
      .toSorted((a, b) => compare(a.spell.fromEarliest, b.spell.fromEarliest) || this.#inOrder(a, b));
  }

  overlap(facts: readonly Fact[]): Spell {
    const spells = facts.map((fact) => this.spellOf(fact));
    return {
      fromEarliest: max(spells.map((one) => one.fromEarliest)),
      fromLatest: max(spells.map((one) => one.fromLatest)),
      toEarliest: min(spells.map((one) => one.toEarliest)),
      toLatest: min(spells.map((one) => one.toLatest)),
      until: min(spells.map((one) => one.until)),
    };
  }

  idOf({ key }: Fact): number {
    return this.#ids.get(key)!;
  }

  #inOrder(a: Tie, b: Tie): number {
    const keys = ({ mine, theirs, status }: Tie) => [mine, theirs, status].map((fact) => this.idOf(fact));
    const others = keys(b);
    return keys(a).reduce((found, id, place) => found || id - others[place]!, 0);
  }
}

function subjectOf(fact: Fact): string {
  switch (fact.list) {
    case "memberships":
      return `${fact.actor} in ${fact.alliance} as ${fact.role}`;
    case "statuses":
      return `${fact.alliance} ${fact.code}`;
    case "offices":
      return `${fact.person} at ${fact.body} as ${fact.title}`;
  }
}

function isSureEnough(certainty: Certainty | null, asked: Certainty): boolean {
  return certainty === "CERTAIN" || (certainty === "POSSIBLE" && asked === "POSSIBLE");
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
