import { PartialDateError, parsePartialDate } from "../../../src/domain/time/partial-date.ts";
import { PeriodError, periodFrom } from "../../../src/domain/time/period.ts";
import type { ActorInput } from "../../../src/nouns/actor.ts";
import { cowDate, cowEnd, cowStart, HORIZON } from "./cow-date.ts";
import { COW_PUBLISHER, cowSightings } from "./cow-state.ts";
import { cowKind, cowName } from "./cow-kind.ts";
import type { Part, Read } from "../file/piece.ts";
import { Register } from "../register.ts";
import { cell, type TableRow } from "../file/table-row.ts";

const ARTICLE = "cow-formal-alliances-4-1";
const CITATIONS = [{ article: ARTICLE, exact: null }];

export interface CowTables {
  /** alliance_v4.1_by_member: a row for each spell of a member. */
  members: readonly TableRow[];
  /** states2016: a row for each spell of a state in the state system. */
  states: readonly TableRow[];
}

/** The alliances and memberships of Formal Alliances, beside the actors that are known already. `docs/import.md` tells how it is read. */
export function* readCow({ members, states }: CowTables, known: readonly ActorInput[]): Generator<Read> {
  const register = new Register(known);
  const rows: TableRow[] = [];
  for (const row of members) {
    const reason = whyImpossible(row);
    if (reason === null) rows.push(row);
    else yield { ...row.origin, reason };
  }
  if (rows[0] === undefined) return;

  const publisher = register.enlist(COW_PUBLISHER);
  const actorOf = new Map<string, ActorInput>();
  for (const sighting of cowSightings(rows, states))
    actorOf.set(sighting.identifier?.value ?? "", register.enlist(sighting));
  const { origin } = rows[0];
  // Two codes may be of one actor, which then has both.
  const actors = new Map([publisher, ...actorOf.values()].map((actor) => [actor.slug, actor]));
  for (const json of actors.values()) yield { list: "actors", json, origin };
  yield { list: "articles", json: article(publisher.slug), origin };

  for (const [number, spells] of Map.groupBy(rows, (row) => cell(row, "version4id"))) {
    yield alliance(number, spells, (row) => actorOf.get(cell(row, "ccode"))!);
  }
}

function alliance(number: string, spells: readonly TableRow[], actorOf: (row: TableRow) => ActorInput): Read {
  const [first] = spells as [TableRow];
  const slug = `cow-${number}`;
  const names = [...new Set(spells.map((row) => actorOf(row).name))];
  const part = (row: TableRow, json: object): Part => ({ json: { ...json, citations: CITATIONS }, origin: row.origin });
  const started = allianceStart(spells);
  const ended = cowEnd(first, "all_end");
  return {
    list: "alliances",
    origin: first.origin,
    json: {
      slug,
      name: cowName(names, cowKind(spells), cowDate(first, "all_st")?.slice(0, 4) ?? "an unknown year"),
      aliases: [{ name: `Correlates of War alliance ${number}`, language: "en", sort: "VARIANT" }],
      kind: cowKind(spells),
      description: `Alliance ${number} of the Correlates of War Project’s Formal Alliances`,
    },
    statuses: [
      part(first, { code: "IN_FORCE", from: started, ...endOf(started, ended) }),
      ...(ended === null ? [] : [part(first, { code: "TERMINATED", from: ended, ...endOf(ended, null) })]),
    ],
    memberships: spells.map((row) =>
      part(row, {
        key: `${slug}/${cell(row, "ccode")}/${cowDate(row, "mem_st") ?? "unknown"}`,
        actor: actorOf(row).slug,
        role: "MEMBER",
        from: cowStart(row),
        ...endOf(cowStart(row), cowEnd(row, "mem_end")),
      }),
    ),
  };
}

/** The end of a spell; one without an end is borne out as long as COW tells of alliances. */
function endOf(from: string | null, to: string | null) {
  if (to !== null) return { to };
  return periodFrom(from, null).fromEarliest > HORIZON.last ? {} : { attestedOn: HORIZON.last };
}

/** When an alliance began: by its own date, or perhaps already when its first members did. */
function allianceStart(spells: readonly TableRow[]): string | null {
  const [first] = spells as [TableRow];
  const own = cowDate(first, "all_st");
  const members = spells.map((row) => cowDate(row, "mem_st")).filter((date) => date !== null);
  const earliest = members.toSorted()[0];
  if (own === null || earliest === undefined || own <= earliest) return own ?? earliest ?? null;
  return `${parsePartialDate(earliest).earliest}/${parsePartialDate(own).latest}`;
}

function whyImpossible(row: TableRow): string | null {
  try {
    cowDate(row, "all_st");
    periodFrom(cowStart(row), cowEnd(row, "mem_end"));
    cowEnd(row, "all_end");
  } catch (error) {
    if (error instanceof PartialDateError || error instanceof PeriodError) return error.message;
    throw error;
  }
  for (const column of ["version4id", "ccode"]) {
    if (!/^\d+$/.test(cell(row, column))) return `${column} must be a number, not "${cell(row, column)}"`;
  }
  return cell(row, "state_name") === "" ? "state_name is missing" : null;
}

function article(publisher: string) {
  return {
    slug: ARTICLE,
    title: "Formal Alliances v4.1",
    publisher,
    language: "en",
    summary: "Formal alliances between states from 1816 to 2012: their members, obligations, beginnings and ends.",
  };
}
