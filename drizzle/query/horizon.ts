import { FIRST_DAY, LAST_DAY } from "../../src/domain/time/day.ts";
import { endsHedged } from "./hedge.ts";
import { takesPartText } from "./takes-part.ts";
import { statusLadder } from "../../src/domain/status-ladder.ts";

/** The tables of facts that last, and the column in which a citation says that it bears one out. */
const citedBy = {
  alliance_statuses: "alliance_status_id",
  memberships: "membership_id",
  obligations: "obligation_id",
  offices: "office_id",
} as const;

export type LastingTable = keyof typeof citedBy;

/** In this order: what bears out a status may bear out memberships. */
export const lastingTables: readonly LastingTable[] = ["alliance_statuses", "memberships", "obligations", "offices"];

const isParty = (alias: string) => takesPartText(`${alias}.role`);

/** SQL: the days for which a row of the table is borne out by whoever looked, and by the articles that it is cited from. */
function evidence(table: LastingTable, row: string): string {
  return `SELECT ${row}.attested_on AS day
    UNION ALL SELECT max(
      iif(article.published_on IS NULL, '', article.published_earliest),
      coalesce(article.consulted_on, '')
    ) FROM citations AS citation JOIN articles AS article ON article.id = citation.article_id
    WHERE citation.${citedBy[table]} = ${row}.id`;
}

/**
 * SQL: what bears out the status of an alliance of two bears out that they are its parties, since such a source names them.
 * One that is over, or was never so, does not.
 */
const evidenceOfTwo = (row: string) => `UNION ALL SELECT nullif(max(of_status.day), '') FROM (
    SELECT (SELECT max(day) FROM (${evidence("alliance_statuses", "status")})) AS day
    FROM alliance_statuses AS status
    WHERE status.alliance_id = ${row}.alliance_id AND status.to_edtf IS NULL AND status.rank <> 'DEPRECATED'
      AND status.code IN (${statusLadder.map((code) => `'${code}'`).join(", ")})
  ) AS of_status WHERE ${isParty(row)} AND ${parties(row, 3)} = 2`;

/** SQL: how many actors are parties of the alliance of the row; so many where there are more. */
function parties(row: string, most: number): string {
  return `(SELECT count(*) FROM (
    SELECT DISTINCT party.actor_id FROM memberships AS party
    WHERE party.alliance_id = ${row}.alliance_id AND ${isParty("party")} LIMIT ${most}
  ))`;
}

/** SQL: the last day that the start of the row may be, null where the start is not known. */
function lastDayOfStart(row: string): string {
  return `CASE WHEN ${row}.from_latest = '${LAST_DAY}' THEN NULL
    WHEN ${endsHedged(`${row}.from_edtf`)} THEN date(${row}.from_latest, '-1 day')
    ELSE ${row}.from_latest END`;
}

/**
 * SQL: until which day a row of a lasting fact is known to hold: the horizon. Of one without an end that is the latest
 * day for which anything bears it out, or else the last day of its own start. One with an end holds until that.
 */
export function attestedUntil(table: LastingTable, row: string): string {
  const days = `${evidence(table, row)}${table === "memberships" ? `\n    ${evidenceOfTwo(row)}` : ""}`;
  return `CASE WHEN ${row}.to_edtf IS NOT NULL THEN '${LAST_DAY}' ELSE coalesce(
    (SELECT max(day) FROM (${days}) WHERE day > '${FIRST_DAY}'),
    ${lastDayOfStart(row)},
    '${FIRST_DAY}'
  ) END`;
}

/** SQL: works out the horizon of the rows whose ids a condition on `id` keeps. */
export function fillAttestedUntil(table: LastingTable, which: string): string {
  return `UPDATE ${table} SET attested_until = worked.day
    FROM (SELECT id, ${attestedUntil(table, "fact")} AS day FROM ${table} AS fact WHERE ${which}) AS worked
    WHERE ${table}.id = worked.id AND ${table}.attested_until IS NOT worked.day`;
}

const OPEN_REVISION = "(SELECT number FROM revisions WHERE open = 1)";

/**
 * SQL: keeps the memberships that a change of what is listed as ?1 may bear out anew, of what was retracted too: those of
 * alliances of two, since their statuses bear them out, and of alliances that were of two before the revision.
 */
export function membershipsBesides(table: "alliance_statuses" | "memberships"): string {
  const written = `SELECT DISTINCT alliance_id FROM ${table}_history WHERE id IN (SELECT value FROM json_each(?1))
    AND (to_revision IS NULL OR to_revision = ${OPEN_REVISION})`;
  return `fact.alliance_id IN (
    SELECT written.alliance_id FROM (${written}) AS written
    WHERE ${parties("written", 3)} = 2 OR ${partiesBefore("written", 3)} = 2
  )`;
}

/** SQL: how many actors were parties of the alliance of the row before the revision; so many where there were more. */
function partiesBefore(row: string, most: number): string {
  return `(SELECT count(*) FROM (
    SELECT DISTINCT party.actor_id FROM memberships_history AS party
    WHERE party.alliance_id = ${row}.alliance_id AND ${isParty("party")} AND party.from_revision < ${OPEN_REVISION}
      AND (party.to_revision IS NULL OR party.to_revision >= ${OPEN_REVISION}) LIMIT ${most}
  ))`;
}
