import { getColumns, getTableName, type SQL } from "drizzle-orm";
import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { SQLiteDialect } from "drizzle-orm/sqlite-core/dialect";
import { derivedTables } from "../derived-tables.ts";
import * as tables from "../tables/index.ts";

/** The columns that say of which row each row of a table is a part: exactly one of them is set. */
const owners = {
  aliases: [tables.aliases.actorId, tables.aliases.allianceId],
  citations: [
    tables.citations.membershipId,
    tables.citations.allianceStatusId,
    tables.citations.obligationId,
    tables.citations.officeId,
    tables.citations.eventId,
    tables.citations.statementId,
  ],
  event_participants: [tables.eventParticipants.eventId],
  identifiers: [tables.identifiers.actorId],
  redirects: [tables.redirects.actorId],
  statement_targets: [tables.statementTargets.statementId],
} as const;

/** Columns that repeat what the row's owner says. */
const repeated: ReadonlySet<unknown> = new Set([tables.statementTargets.speakerId, tables.statementTargets.articleId]);

/** Columns that are worked out of other rows when a row is written. */
const workedOut: ReadonlySet<unknown> = new Set([
  tables.allianceStatuses.attestedUntil,
  tables.memberships.attestedUntil,
  tables.obligations.attestedUntil,
  tables.offices.attestedUntil,
]);

/** Columns that triggers keep for the present alone: of an older revision they are worked out when it is read. */
const ofPresent: ReadonlySet<unknown> = new Set([
  tables.allianceStatuses.decides,
  tables.memberships.decides,
  tables.obligations.decides,
  tables.offices.decides,
]);

/** Tables that tell of the data, and are not data. */
const withoutHistory: ReadonlySet<SQLiteTable> = new Set<SQLiteTable>([
  tables.revisions,
  tables.lineages,
  tables.receipts,
  tables.staleEntries,
  tables.textVersions,
]);

export interface LiveColumn {
  property: string;
  name: string;
  references: string | null;
  isBoolean: boolean;
  isRepeated: boolean;
  /** Whether it is worked out of other rows when the row is written. */
  isWorkedOut: boolean;
  /** What a row has where nothing is said; null for nothing. */
  initial: string | number | boolean | null;
  /** SQL of what makes it out of others; null where it is written. */
  generated: string | null;
}

/** A table whose rows have a history: of a noun, or of parts of nouns. */
export interface LiveTable {
  name: string;
  table: SQLiteTable;
  isPart: boolean;
  /** All columns that have a history. */
  readonly columns: readonly LiveColumn[];
  /** Of a part: which columns lead to what it is a part of. */
  readonly owners: readonly { column: string; noun: string }[];
}

export const liveTables: readonly LiveTable[] = Object.values<SQLiteTable>(tables)
  .filter((table) => !withoutHistory.has(table) && !(getTableName(table) in derivedTables))
  .map(describe)
  .toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** The tables of nouns, without those of their parts. */
export const nounTables = liveTables.filter(({ isPart }) => !isPart);

/** The columns that are written. */
export function writtenColumns({ columns }: LiveTable): string[] {
  return columns.filter(({ generated }) => generated === null).map(({ name }) => name);
}

export function historyOf(table: string): string {
  return `${table}_history`;
}

/** Its columns are looked at when they are asked for: a Worker starts without that. */
function describe(table: SQLiteTable): LiveTable {
  const name = getTableName(table);
  let columns: readonly LiveColumn[] | undefined;
  const own: readonly { name: string }[] = owners[name as keyof typeof owners] ?? [];
  const describeColumns = () => (columns ??= columnsOf(table));
  return {
    name,
    table,
    isPart: own.length > 0,
    get columns() {
      return describeColumns();
    },
    get owners() {
      const nounOf = (owner: string) => describeColumns().find((column) => column.name === owner)?.references ?? "";
      return own.map((column) => ({ column: column.name, noun: nounOf(column.name) }));
    },
  };
}

function columnsOf(table: SQLiteTable): LiveColumn[] {
  const references = new Map(
    getTableConfig(table).foreignKeys.map((key) => {
      const { columns, foreignTable } = key.reference();
      return [columns[0]?.name, getTableName(foreignTable)];
    }),
  );
  const columns = Object.entries(getColumns(table)).filter(([, column]) => !ofPresent.has(column));
  return columns.map(([property, column]) => ({
    property,
    name: column.name,
    references: references.get(column.name) ?? null,
    isBoolean: column.columnType === "SQLiteBoolean",
    isRepeated: repeated.has(column),
    isWorkedOut: workedOut.has(column),
    initial: (column.default ?? null) as LiveColumn["initial"],
    generated: column.generated === undefined ? null : textOf(column.generated.as as SQL),
  }));
}

function textOf(query: SQL): string {
  return new SQLiteDialect().sqlToQuery(query).sql;
}
