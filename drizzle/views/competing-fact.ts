import { type SQL, sql } from "drizzle-orm";
import type { FactSort } from "../../src/domain/disagreement.ts";
import { type ClaimTable, haveOneSubject } from "../claim/deciding.ts";
import { mayOverlap, surelyOverlap, writtenColumnsOf } from "../query/overlap.ts";

/** One sort of fact of which sources make competing claims, in SQL. */
export interface FactSource {
  sort: FactSort;
  table: string;
  /** The column of `claims` that its claims are named in. */
  key: string;
  /** What the lead is joined with for the words and the subject. */
  joins: string;
  what: string;
  subjectActor: string;
  subjectAlliance: string;
  date: string;
  /** Until when the claim is borne out; null of what does not last. */
  attestedUntil: string;
  /** That two rows are claims of one subject. */
  sameSubject: (a: string, b: string) => string;
  /** That one of two claims stands before the other. */
  precedes: (a: string, b: string) => string;
  /** That a row competes with another. */
  competes: (row: string) => SQL;
  /** That the row `claim` is one that answers go by. */
  decides: SQL;
}

function columnsOf(alias: string) {
  const column = (name: string): SQL => sql.raw(`${alias}.${name}`);
  return {
    actorId: column("actor_id"),
    allianceId: column("alliance_id"),
    role: column("role"),
    code: column("code"),
    personId: column("person_id"),
    bodyId: column("body_id"),
    title: column("title"),
    rank: column("rank"),
    from: column("from_edtf"),
    to: column("to_edtf"),
    ...writtenColumnsOf(alias),
  };
}

/**
 * A spell competes with another of its subject that may overlap it and has another rank. Of one rank,
 * they compete where their dates differ and they surely overlap: leaving and rejoining within one
 * year is no disagreement.
 */
function spells(table: ClaimTable) {
  const sameSubject = (a: string, b: string) => haveOneSubject(table, `${a}.`, b).join(" and ");
  const competes = (row: string) => {
    const [rival, own] = [columnsOf("rival"), columnsOf(row)];
    const differ = sql`(${rival.from} is not ${own.from} or ${rival.to} is not ${own.to})`;
    return sql`exists (select 1 from ${sql.raw(table)} as rival where ${sql.raw(sameSubject("rival", row))} and rival.id <> ${sql.raw(row)}.id and ${mayOverlap(rival, own)} and (${rival.rank} <> ${own.rank} or (${surelyOverlap(rival, own)} and ${differ})))`;
  };
  return {
    table,
    sameSubject,
    competes,
    precedes: (a: string, b: string) => `${a}.id < ${b}.id`,
    date: "claim.from_edtf",
    attestedUntil: "claim.attested_until",
  };
}

const words = (column: string) => `lower(replace(${column}, '_', ' '))`;
const eventOf = (row: string) => `coalesce(${row}.version_of_id, ${row}.id)`;

export const facts = (): readonly FactSource[] => [
  {
    sort: "MEMBERSHIP",
    key: "membership_id",
    ...spells("memberships"),
    joins:
      "join actors as actor on actor.id = lead.actor_id join alliances as alliance on alliance.id = lead.alliance_id",
    what: `actor.name || ', ' || ${words("lead.role")} || ' of ' || alliance.name`,
    subjectActor: "lead.actor_id",
    subjectAlliance: "null",
    decides: sql.raw("claim.decides"),
  },
  {
    sort: "ALLIANCE_STATUS",
    key: "alliance_status_id",
    ...spells("alliance_statuses"),
    joins: "join alliances as alliance on alliance.id = lead.alliance_id",
    what: `alliance.name || ', ' || ${words("lead.code")}`,
    subjectActor: "null",
    subjectAlliance: "lead.alliance_id",
    decides: sql.raw("claim.decides"),
  },
  {
    sort: "OBLIGATION",
    key: "obligation_id",
    ...spells("obligations"),
    joins:
      "join alliances as alliance on alliance.id = lead.alliance_id left join actors as actor on actor.id = lead.actor_id",
    what: `coalesce(actor.name || ', ', '') || ${words("lead.code")} || ' under ' || alliance.name`,
    subjectActor: "lead.actor_id",
    subjectAlliance: "lead.alliance_id",
    decides: sql.raw("claim.decides"),
  },
  {
    sort: "OFFICE",
    key: "office_id",
    ...spells("offices"),
    joins: "join actors as actor on actor.id = lead.person_id",
    what: "actor.name || ', ' || lead.title",
    subjectActor: "lead.person_id",
    subjectAlliance: "null",
    decides: sql.raw("claim.decides"),
  },
  {
    sort: "EVENT",
    table: "events",
    key: "event_id",
    joins: "",
    what: "lead.title",
    subjectActor: "null",
    subjectAlliance: "lead.alliance_id",
    date: "claim.date",
    attestedUntil: "null",
    sameSubject: (a, b) => `(${a}.id = ${eventOf(b)} or ${a}.version_of_id = ${eventOf(b)})`,
    // The event that the others are versions of stands for them all.
    precedes: (a, b) => `${a}.id = ${b}.version_of_id`,
    competes: (row) =>
      sql.raw(
        `(${row}.version_of_id is not null or exists (select 1 from events as version where version.version_of_id = ${row}.id))`,
      ),
    decides: sql.raw(
      `(claim.rank = 'PREFERRED' or (claim.rank = 'NORMAL' and not exists (select 1 from events as better where better.rank = 'PREFERRED' and (better.id = ${eventOf("claim")} or better.version_of_id = ${eventOf("claim")}))))`,
    ),
  },
];
