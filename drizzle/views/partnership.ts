import { type SQL, sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { FIRST_DAY, LAST_DAY } from "../../src/domain/time/day.ts";
import { allianceKinds, allianceStatusCodes, valuesOf } from "../../src/domain/vocabulary.ts";
import { isBestMembership, isBestStatus } from "../query/best-rank.ts";
import { writtenColumnsOf } from "../query/overlap.ts";
import { takesPart } from "../query/takes-part.ts";

/** Two actors who take part in one alliance, over the overlap of both memberships and one status. */
export const partnerships = sqliteTable(
  "partnerships",
  {
    actorMembershipId: integer("actor_membership_id").notNull(),
    partnerMembershipId: integer("partner_membership_id").notNull(),
    allianceStatusId: integer("alliance_status_id").notNull(),
    actorId: integer("actor_id").notNull(),
    partnerId: integer("partner_id").notNull(),
    allianceId: integer("alliance_id").notNull(),
    kind: text("kind", { enum: valuesOf(allianceKinds) }).notNull(),
    status: text("status", { enum: valuesOf(allianceStatusCodes) }).notNull(),
    from: text("from_edtf"),
    to: text("to_edtf"),
    fromEarliest: text("from_earliest").notNull(),
    fromLatest: text("from_latest").notNull(),
    toEarliest: text("to_earliest").notNull(),
    toLatest: text("to_latest").notNull(),
    attestedUntil: text("attested_until"),
  },
  (view) => [primaryKey({ columns: [view.actorMembershipId, view.partnerMembershipId, view.allianceStatusId] })],
);

const SPELLS = ["mine", "theirs", "spell"] as const;

function allOf(column: string): string {
  return SPELLS.map((alias) => `${alias}.${column}`).join(", ");
}

const days = () => ({
  from_earliest: `max(${allOf("from_earliest")})`,
  from_latest: `max(${allOf("from_latest")})`,
  to_earliest: `min(${allOf("to_earliest")})`,
  to_latest: `min(${allOf("to_latest")})`,
  attested_until: `min(${allOf("attested_until")})`,
});

/**
 * The EDTF of an end: that of the row whose days it has; where no row has both, the range of the two as they are
 * written, so that no day is told of that only a hedge adds.
 */
function edtfOf(end: "from" | "to"): string {
  const [earliest, latest] = [days()[`${end}_earliest`], days()[`${end}_latest`]];
  const rows = SPELLS.map(
    (alias) =>
      `when ${alias}.${end}_earliest = ${earliest} and ${alias}.${end}_latest = ${latest} then ${alias}.${end}_edtf`,
  );
  const written = (day: "earliest" | "latest") => {
    const ofSpells = SPELLS.map((alias) => `coalesce(${alias}.written_${end}_${day}, ${alias}.${end}_${day})`);
    return `${end === "from" ? "max" : "min"}(${ofSpells.join(", ")})`;
  };
  const first = `coalesce(nullif(${written("earliest")}, '${FIRST_DAY}'), '..')`;
  const last = `coalesce(nullif(${written("latest")}, '${LAST_DAY}'), '..')`;
  return `case ${rows.join(" ")} else ${first} || '/' || ${last} end as ${end}_edtf`;
}

function columnsOf(alias: (typeof SPELLS)[number]) {
  const column = (name: string): SQL => sql.raw(`${alias}.${name}`);
  return {
    actorId: column("actor_id"),
    allianceId: column("alliance_id"),
    role: column("role"),
    code: column("code"),
    rank: column("rank"),
    ...writtenColumnsOf(alias),
  };
}

export const partnershipsView = () => sql`select
  mine.id as actor_membership_id, theirs.id as partner_membership_id, spell.id as alliance_status_id,
  mine.actor_id, theirs.actor_id as partner_id, mine.alliance_id, alliance.kind, spell.code as status,
  ${sql.raw(edtfOf("from"))},
  ${sql.raw(edtfOf("to"))},
  ${sql.raw(
    Object.entries(days())
      .map(([name, day]) => `${day} as ${name}`)
      .join(", "),
  )}
from memberships as mine
join alliances as alliance on alliance.id = mine.alliance_id
join memberships as theirs on theirs.alliance_id = mine.alliance_id and theirs.actor_id <> mine.actor_id
join alliance_statuses as spell on spell.alliance_id = mine.alliance_id
where ${takesPart(columnsOf("mine").role)} and ${takesPart(columnsOf("theirs").role)}
  and ${sql.raw(`${days().from_earliest} < ${days().to_latest}`)}
  and ${isBestMembership(columnsOf("mine"))}
  and ${isBestMembership(columnsOf("theirs"))}
  and ${isBestStatus(columnsOf("spell"))}`;
