import { type SQL, sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { factSorts } from "../../src/domain/disagreement.ts";
import { ranks, valuesOf } from "../../src/domain/vocabulary.ts";
import { facts, type FactSource } from "./competing-fact.ts";

/** What sources disagree about, each once: the claims of one subject of which some compete. */
export const disagreements = sqliteTable(
  "disagreements",
  {
    sort: text("sort", { enum: valuesOf(factSorts) }).notNull(),
    /** The claim first entered stands for them all. */
    leadId: integer("lead_id").notNull(),
    fromEarliest: text("from_earliest").notNull(),
    what: text("what").notNull(),
    subjectActorId: integer("subject_actor_id"),
    subjectAllianceId: integer("subject_alliance_id"),
    /** The ranks of the claims, with commas between. */
    ranks: text("ranks").notNull(),
  },
  (view) => [primaryKey({ columns: [view.sort, view.leadId] })],
);

/** The claims of each disagreement. */
export const claims = sqliteTable(
  "claims",
  {
    sort: text("sort", { enum: valuesOf(factSorts) }).notNull(),
    leadId: integer("lead_id").notNull(),
    claimId: integer("claim_id").notNull(),
    membershipId: integer("membership_id"),
    allianceStatusId: integer("alliance_status_id"),
    obligationId: integer("obligation_id"),
    officeId: integer("office_id"),
    eventId: integer("event_id"),
    rank: text("rank", { enum: valuesOf(ranks) }).notNull(),
    /** 0 for the best rank. */
    rankPlace: integer("rank_place").notNull(),
    decides: integer("decides", { mode: "boolean" }).notNull(),
    date: text("date"),
    from: text("from_edtf"),
    to: text("to_edtf"),
    fromEarliest: text("from_earliest").notNull(),
    attestedUntil: text("attested_until"),
  },
  (view) => [primaryKey({ columns: [view.sort, view.leadId, view.claimId] })],
);

function unionOf(select: (fact: FactSource) => SQL): SQL {
  return sql.join(facts().map(select), sql.raw("\nunion all\n"));
}

/** SQL: among the claims of the subject that `lead` is a claim of, those that compete. */
function competing({ table, sameSubject, competes }: FactSource): SQL {
  return sql`${sql.raw(table)} as claim where ${sql.raw(sameSubject("claim", "lead"))} and ${competes("claim")}`;
}

export const disagreementsView = () =>
  unionOf(
    (fact) => sql`select ${sql.raw(`'${fact.sort}'`)} as sort, lead.id as lead_id,
  (select min(claim.from_earliest) from ${competing(fact)}) as from_earliest,
  ${sql.raw(fact.what)} as what, ${sql.raw(fact.subjectActor)} as subject_actor_id, ${sql.raw(fact.subjectAlliance)} as subject_alliance_id,
  (select group_concat(claim.rank) from ${competing(fact)}) as ranks
from ${sql.raw(fact.table)} as lead ${sql.raw(fact.joins)}
where ${fact.competes("lead")} and not exists (select 1 from ${competing(fact)} and ${sql.raw(fact.precedes("claim", "lead"))})`,
  );

const rankPlace = () =>
  sql.raw(
    `case claim.rank ${valuesOf(ranks)
      .map((rank, place) => `when '${rank}' then ${place}`)
      .join(" ")} end`,
  );
const keys = ["membership_id", "alliance_status_id", "obligation_id", "office_id", "event_id"];

export const claimsView = () =>
  unionOf(
    (fact) => sql`select ${sql.raw(`'${fact.sort}'`)} as sort, lead.id as lead_id, claim.id as claim_id,
  ${sql.raw(keys.map((key) => `${key === fact.key ? "claim.id" : "null"} as ${key}`).join(", "))},
  claim.rank, ${rankPlace()} as rank_place, ${fact.decides} as decides, ${sql.raw(fact.date)} as date, claim.from_edtf, claim.to_edtf, claim.from_earliest, ${sql.raw(fact.attestedUntil)} as attested_until
from ${sql.raw(fact.table)} as lead join ${competing(fact)}`,
  );
