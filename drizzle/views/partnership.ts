import { type SQLWrapper, sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { FIRST_DAY, LAST_DAY } from "../../src/domain/time/day.ts";
import { allianceKinds, allianceStatusCodes, valuesOf } from "../../src/domain/vocabulary.ts";
import { decides } from "../claim/deciding.ts";
import type { LastingColumns } from "../query/as-of.ts";
import { takesPart } from "../query/takes-part.ts";

/** The memberships of the two, and the status of the alliance, by their names in the view. */
const STRANDS = ["mine", "theirs", "spell"] as const;
type Strand = (typeof STRANDS)[number];

const DAYS = {
  fromEarliest: "from_earliest",
  fromLatest: "from_latest",
  toEarliest: "to_earliest",
  toLatest: "to_latest",
  attestedUntil: "attested_until",
} as const;
type OwnDay<Name extends Strand> = `${Name}${Capitalize<keyof typeof DAYS>}`;

/** The columns with the own days of one of the three, by which a query leaves a row out before it is joined with the others. */
function ownDays<Name extends Strand>(spell: Name) {
  const columns = Object.entries(DAYS).map(([property, column]) => [
    `${spell}${property.charAt(0).toUpperCase()}${property.slice(1)}`,
    dayColumn(`${spell}_${column}`),
  ]);
  return Object.fromEntries(columns) as Record<OwnDay<Name>, ReturnType<typeof dayColumn>>;
}

function dayColumn(name: string) {
  return text(name);
}

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
    ...ownDays("mine"),
    ...ownDays("theirs"),
    ...ownDays("spell"),
  },
  (view) => [primaryKey({ columns: [view.actorMembershipId, view.partnerMembershipId, view.allianceStatusId] })],
);

function allOf(column: string): string {
  return STRANDS.map((alias) => `${alias}.${column}`).join(", ");
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
  const rows = STRANDS.map(
    (alias) =>
      `when ${alias}.${end}_earliest = ${earliest} and ${alias}.${end}_latest = ${latest} then ${alias}.${end}_edtf`,
  );
  const written = (day: "earliest" | "latest") => {
    const ofSpells = STRANDS.map((alias) => `coalesce(${alias}.written_${end}_${day}, ${alias}.${end}_${day})`);
    return `${end === "from" ? "max" : "min"}(${ofSpells.join(", ")})`;
  };
  const first = `coalesce(nullif(${written("earliest")}, '${FIRST_DAY}'), '..')`;
  const last = `coalesce(nullif(${written("latest")}, '${LAST_DAY}'), '..')`;
  return `case ${rows.join(" ")} else ${first} || '/' || ${last} end as ${end}_edtf`;
}

function columnsOf(alias: Strand) {
  return { role: sql.raw(`${alias}.role`), decides: sql.raw(`${alias}.decides`) };
}

/**
 * Joined in this order, in which each of the three is left out before the next is looked up. The kind is looked up where it is asked
 * for, once for each membership of the first.
 */
export const partnershipsView = () => sql`select
  mine.id as actor_membership_id, theirs.id as partner_membership_id, spell.id as alliance_status_id,
  mine.actor_id, theirs.actor_id as partner_id, mine.alliance_id,
  (select alliance.kind from alliances as alliance where alliance.id = mine.alliance_id) as kind, spell.code as status,
  ${sql.raw(edtfOf("from"))},
  ${sql.raw(edtfOf("to"))},
  ${sql.raw(
    Object.entries(days())
      .map(([name, day]) => `${day} as ${name}`)
      .join(", "),
  )},
  ${sql.raw(STRANDS.flatMap((spell) => Object.values(DAYS).map((day) => `${spell}.${day} as ${spell}_${day}`)).join(", "))}
from memberships as mine
cross join alliance_statuses as spell on spell.alliance_id = mine.alliance_id
cross join memberships as theirs on theirs.alliance_id = mine.alliance_id and theirs.actor_id <> mine.actor_id
where ${takesPart(columnsOf("mine").role)} and ${takesPart(columnsOf("theirs").role)}
  and ${sql.raw(`${days().from_earliest} < ${days().to_latest}`)}
  and ${decides(columnsOf("mine"))}
  and ${decides(columnsOf("theirs"))}
  and ${decides(columnsOf("spell"))}`;

/**
 * The columns with the days of each of the three that a partnership is made of. A sign before those of the partner's membership keeps
 * SQLite from looking it up by its day, where the alliance and the partner tell it from all others.
 */
export function daysOfStrands(row: Readonly<Record<OwnDay<Strand>, SQLWrapper>>): LastingColumns[] {
  return STRANDS.map((spell) => {
    const days = Object.keys(DAYS) as (keyof typeof DAYS)[];
    const own = days.map((day) => {
      const name = `${spell}${day.charAt(0).toUpperCase()}${day.slice(1)}` as OwnDay<Strand>;
      return [day, spell === "theirs" ? sql`+${row[name]}` : row[name]];
    });
    return Object.fromEntries(own) as LastingColumns;
  });
}
