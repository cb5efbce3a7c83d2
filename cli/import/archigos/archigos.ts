import { dayAfter } from "../../../src/domain/time/day.ts";
import { parsePartialDate, PartialDateError } from "../../../src/domain/time/partial-date.ts";
import { PeriodError, periodFrom } from "../../../src/domain/time/period.ts";
import type { ActorInput } from "../../../src/nouns/actor.ts";
import { Apart } from "../apart.ts";
import type { ActorQuery } from "../destination/destination.ts";
import type { Read } from "../file/piece.ts";
import { cell, type TableRow } from "../file/table-row.ts";
import { fitted } from "../fitted.ts";
import { Register, type Sighting, slugsOf } from "../register.ts";
import { slugOf } from "../slug.ts";
import { archigosState } from "./archigos-state.ts";

const ARTICLE = "archigos-4-1";
const CITATIONS = [{ article: ARTICLE, exact: null }];
const SCHEME = "archigos";
/** The post is not told: Archigos names who leads in effect, be it a king, a president or a general. */
const TITLE = "Effective leader";
/** Archigos tells of no leader after this day: who is in office then has no end. */
const LAST_DAY = "2015-12-31";
const STILL = "Still in Office";

const PUBLISHER: Sighting = {
  type: "ORGANIZATION",
  name: "Archigos",
  organizationType: "RESEARCH",
  description: "A research project that publishes data on the leaders of states since 1875",
};

/** The queries for the actors that the rows may be of. */
export function archigosQueries(rows: readonly TableRow[]): ActorQuery[] {
  const states = new Set(rows.map((row) => cell(row, "gwcode")));
  const sightings = [PUBLISHER, ...[...states].flatMap((code) => archigosState(code) ?? [])];
  return [
    { type: "STATE" },
    { slugs: [...slugsOf(sightings), ...rows.map(personSlug)] },
    { identifiers: [...sightings.flatMap(({ identifier }) => identifier ?? []), ...rows.map(identifierOf)] },
  ];
}

/** The leaders and their terms, beside the actors that are known already. `docs/import.md` tells how they are read. */
export function* readArchigos(rows: readonly TableRow[], known: readonly ActorInput[]): Generator<Read> {
  const taken: TableRow[] = [];
  const terms = new Set<string>();
  for (const row of rows) {
    const reason = whyImpossible(row) ?? (terms.has(termId(row)) ? "obsid is there twice" : null);
    if (reason !== null) yield { ...row.origin, reason };
    else taken.push(row);
    terms.add(termId(row));
  }
  if (taken[0] === undefined) return;

  const register = new Register(known);
  const publisher = register.enlist(PUBLISHER);
  const states = new Map(taken.map((row) => [cell(row, "gwcode"), archigosState(cell(row, "gwcode"))!] as const));
  const stateOf = new Map([...states].map(([code, sighting]) => [code, register.enlist(sighting).slug]));
  // Two codes may be of one actor, which then has both: the last has all there is of it.
  const actors = new Map([[publisher.slug, publisher]]);
  for (const sighting of states.values()) {
    const actor = register.enlist(sighting);
    actors.set(actor.slug, actor);
  }
  const { origin } = taken[0];
  for (const json of actors.values()) yield { list: "actors", json, origin };
  yield { list: "articles", json: article(publisher.slug), origin };

  const persons = personsOf(taken, known, (row) => states.get(cell(row, "gwcode"))!.name);
  for (const { json, origin } of persons.values()) yield { list: "actors", json, origin };
  for (const row of taken) {
    const json = {
      key: `archigos/${termId(row)}`,
      title: TITLE,
      person: persons.get(cell(row, "leadid"))!.json.slug,
      body: stateOf.get(cell(row, "gwcode"))!,
      ...termOf(row),
      citations: CITATIONS,
    };
    yield { list: "offices", json, origin: row.origin };
  }
}

/** A leader is found by leadid alone: many have a family name and nothing more, which others have as well. */
function personsOf(
  rows: readonly TableRow[],
  known: readonly ActorInput[],
  stateName: (row: TableRow) => string,
): Map<string, { json: ActorInput; origin: TableRow["origin"] }> {
  const there = new Map(
    known.flatMap((actor) =>
      (actor.identifiers ?? []).flatMap(({ scheme, value }) => (scheme === SCHEME ? [[value, actor] as const] : [])),
    ),
  );
  const slugs = new Apart(known.map(({ slug }) => slug));
  const persons = new Map<string, { json: ActorInput; origin: TableRow["origin"] }>();
  for (const [leader, terms] of Map.groupBy(rows, (row) => cell(row, "leadid"))) {
    const [first] = terms as [TableRow];
    const json = there.get(leader) ?? person(terms, slugs.name(personSlug(first), "-"), stateName);
    persons.set(leader, { json, origin: first.origin });
  }
  return persons;
}

function person(terms: readonly TableRow[], slug: string, stateName: (row: TableRow) => string): ActorInput {
  const [first] = terms as [TableRow];
  const [name = "", ...others] = new Set(terms.map((row) => fitted(cell(row, "leader"), 200)));
  const states = [...new Set(terms.map(stateName))].join(" and ");
  const born = /^\d{4}$/.test(cell(first, "yrborn")) ? `, born in ${cell(first, "yrborn")}` : "";
  return {
    slug,
    type: "PERSON",
    name,
    description: `A leader of ${states}${born}`,
    ...(others.length > 0 && {
      aliases: others.map((other) => ({ name: other, language: "en", sort: "VARIANT" as const })),
    }),
    identifiers: [identifierOf(first)],
  };
}

/** From the first day in office to the first without it; who was in office at the end of the data has no end. */
function termOf(row: TableRow) {
  const from = cell(row, "startdate");
  const last = cell(row, "enddate");
  if (cell(row, "exit") === STILL) return { from, attestedOn: last < LAST_DAY ? last : LAST_DAY };
  return { from, to: last === from ? dayAfter(last) : last };
}

function whyImpossible(row: TableRow): string | null {
  for (const column of ["obsid", "leadid", "leader"]) {
    if (/^(?:NA)?$/.test(cell(row, column))) return `${column} is missing`;
  }
  const code = cell(row, "gwcode");
  if (archigosState(code) === undefined) return `gwcode "${code}" is of no state that is known`;
  for (const column of ["startdate", "enddate"]) {
    const date = cell(row, column);
    if (!/^\d{4}-\d\d-\d\d$/.test(date)) return `${column} must be a day such as 1990-03-15, not "${date}"`;
  }
  try {
    for (const column of ["startdate", "enddate"]) parsePartialDate(cell(row, column));
    const { from, to = null } = termOf(row);
    periodFrom(from, to);
  } catch (error) {
    if (error instanceof PartialDateError || error instanceof PeriodError) return error.message;
    throw error;
  }
  return null;
}

/** A term's name in the data, as a key has it. */
function termId(row: TableRow): string {
  return slugOf(cell(row, "obsid"));
}

function identifierOf(row: TableRow) {
  return { scheme: SCHEME, value: cell(row, "leadid") };
}

function personSlug(row: TableRow): string {
  return slugOf(`${cell(row, "leader")} ${cell(row, "obsid")}`);
}

function article(publisher: string) {
  return {
    slug: ARTICLE,
    title: "Archigos 4.1",
    publisher,
    language: "en",
    summary: "The effective leaders of states from 1875 to 2015, and the days on which their terms began and ended.",
  };
}
