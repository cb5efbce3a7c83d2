import { PartialDateError } from "../../../src/domain/time/partial-date.ts";
import type { ActorInput } from "../../../src/nouns/actor.ts";
import { fitted } from "../fitted.ts";
import type { Piece, Refusal } from "../file/piece.ts";
import { Register, type Sighting } from "../register.ts";
import { cell, type TableRow } from "../file/table-row.ts";
import { treatyDate } from "./treaty-date.ts";
import { partySighting } from "./treaty-party.ts";
import { type Treaty, treatyPiece } from "./treaty.ts";

const ARTICLE = "manytreaties-ggo";
const PUBLISHER: Sighting = {
  type: "ORGANIZATION",
  name: "PANARCHIC project",
  organizationType: "RESEARCH",
  description: "A research project that publishes data on the agreements of states",
};

const AGREEMENT_DATES = ["Begin", "End", "Signature", "Force", "Term"];
// A party's Term is no date but a number of days, often of another agreement.
const PARTY_DATES = [
  "Begin",
  "End",
  "Signature",
  "StateSignature",
  "StateRatification",
  "Force",
  "StateForce",
  "StateEnd",
];

/** The agreements and parties of agreements_GGO and parties_GGO, taken in row by row. `docs/import.md` tells how they are read. */
export class Manytreaties {
  readonly #treaties: Treaty[] = [];
  readonly #byKey = new Map<string, Treaty>();
  readonly #numbers = new Map<string, number>();
  /** Agreements that are refused: their parties do not belong to another of the same id. */
  readonly #refused = new Set<string>();
  readonly #parties = new Set<string>();

  /** Takes in a row of agreements_GGO, or says why not. */
  agreement(row: TableRow): Refusal | null {
    const id = cell(row, "treatyID");
    const dates = datesOf(row, AGREEMENT_DATES);
    if (!(dates instanceof Map)) {
      this.#refused.add(titleKey(row));
      return dates;
    }
    const treaty = this.#make(row, dates);
    for (const key of [id, beginKey(row), titleKey(row), exactKey(row)]) {
      if (!this.#byKey.has(key)) this.#byKey.set(key, treaty);
    }
    return null;
  }

  /** Takes in a row of parties_GGO, or says why not. All agreements come before. */
  party(row: TableRow): Refusal | null {
    const dates = datesOf(row, PARTY_DATES);
    if (!(dates instanceof Map)) return dates;
    const actor = cell(row, "stateID");
    this.#parties.add(actor);
    this.#treatyOf(row, dates).parties.push({
      actor,
      signed: dates.get("StateSignature") ?? null,
      ratified: dates.get("StateRatification") ?? null,
      bound: dates.get("StateForce") ?? null,
      ended: dates.get("StateEnd") ?? null,
      origin: row.origin,
    });
    return null;
  }

  /** The actors that the rows name. */
  sightings(): Sighting[] {
    return [PUBLISHER, ...[...this.#parties].toSorted().map(partySighting)];
  }

  *pieces(known: readonly ActorInput[]): Generator<Piece> {
    const origin = this.#treaties[0]?.origin;
    if (origin === undefined) return;
    const register = new Register(known);
    const publisher = register.enlist(PUBLISHER);
    const actors = new Map([[publisher.slug, publisher]]);
    const slugs = new Map<string, string>();
    for (const party of [...this.#parties].toSorted()) {
      const actor = register.enlist(partySighting(party));
      slugs.set(party, actor.slug);
      actors.set(actor.slug, actor);
    }
    for (const json of actors.values()) yield { list: "actors", json, origin };
    yield { list: "articles", json: article(publisher.slug), origin };
    for (const treaty of this.#treaties) yield treatyPiece(treaty, (party) => slugs.get(party) ?? "", ARTICLE);
  }

  /** The agreement of a party: of several with its id that of its title, then of its day; where there is none, its own. */
  #treatyOf(row: TableRow, dates: Dates): Treaty {
    const same = this.#byKey.get(exactKey(row)) ?? this.#byKey.get(titleKey(row));
    if (same !== undefined) return same;
    const other = this.#refused.has(titleKey(row))
      ? undefined
      : (this.#byKey.get(beginKey(row)) ?? this.#byKey.get(cell(row, "treatyID")));
    if (other !== undefined) return other;
    const treaty = this.#make(row, dates);
    this.#byKey.set(exactKey(row), treaty);
    return treaty;
  }

  #make(row: TableRow, dates: Dates): Treaty {
    const id = cell(row, "treatyID");
    const base = `manytreaties-${id
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")}`;
    const number = (this.#numbers.get(base) ?? 0) + 1;
    this.#numbers.set(base, number);
    const treaty: Treaty = {
      slug: number === 1 ? base : `${base}-${number}`,
      id: fitted(id, 200),
      title: fitted(cell(row, "Title"), 10_000) || id,
      begun: dates.get("Begin") ?? null,
      signed: dates.get("Signature") ?? null,
      inForce: dates.get("Force") ?? null,
      ended: dates.get("End") ?? dates.get("Term") ?? null,
      origin: row.origin,
      parties: [],
    };
    this.#treaties.push(treaty);
    return treaty;
  }
}

type Dates = Map<string, string | null>;

function datesOf(row: TableRow, columns: readonly string[]): Dates | Refusal {
  const dates = new Map<string, string | null>();
  for (const column of columns) {
    try {
      dates.set(column, treatyDate(cell(row, column)));
    } catch (error) {
      if (!(error instanceof PartialDateError)) throw error;
      return { ...row.origin, reason: `${column}: ${error.message}` };
    }
  }
  return dates;
}

function titleKey(row: TableRow): string {
  return JSON.stringify([cell(row, "treatyID"), cell(row, "Title")]);
}

function beginKey(row: TableRow): string {
  return `${cell(row, "treatyID")} ${cell(row, "Begin")}`;
}

function exactKey(row: TableRow): string {
  return `${titleKey(row)} ${cell(row, "Begin")}`;
}

function article(publisher: string) {
  return {
    slug: ARTICLE,
    title: "manytreaties: agreements_GGO and parties_GGO",
    titleIsDescription: true,
    publisher,
    language: "en",
    summary:
      "Agreements of states on the environment, trade, health and more, with the dates of each party. CC BY 4.0.",
  };
}
