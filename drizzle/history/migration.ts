import { claimTables } from "../claim/deciding.ts";
import { decidingTriggers, fillDeciding } from "../claim/trigger.ts";
import { historyOf, type LiveTable, liveTables, writtenColumns } from "./live-table.ts";
import { changesIndex, createChanges, createHistory, historyColumns, historyIndexes } from "./table.ts";
import { revisionTriggers, triggersOf } from "./trigger.ts";

/** What a database has: the columns of its tables, and the SQL of its indexes and triggers, by name. */
export interface Existing {
  tables: ReadonlyMap<string, readonly string[]>;
  indexes: ReadonlyMap<string, string>;
  triggers: ReadonlyMap<string, string>;
}

const LAST_REVISION = "(SELECT coalesce(max(number), 0) FROM revisions)";

/** The statements that bring the history of a database, and which claims decide, into step with its live tables; none where they are. */
export function historyMigration(existing: Existing): string[] {
  const indexes = Object.assign({}, changesIndex, ...liveTables.map(historyIndexes)) as Record<string, string>;
  const triggers = Object.assign({}, revisionTriggers, ...liveTables.map(triggersOf), decidingTriggers) as Record<
    string,
    string
  >;
  return [
    ...drops("TRIGGER", existing.triggers, triggers, /_(?:history|decides)_(?:insert|update|delete)$|^revisions_/),
    ...drops("INDEX", existing.indexes, indexes, /_history$|^changes_/),
    ...[...existing.tables.keys()].filter(isForgotten).map((table) => `DROP TABLE ${table}`),
    ...(existing.tables.has("changes") ? [] : [createChanges]),
    ...liveTables.flatMap((table) => bringTable(table, existing.tables.get(historyOf(table.name)))),
    ...missing(existing.indexes, indexes),
    ...missing(existing.triggers, triggers),
    ...claimTables.filter((table) => !existing.triggers.has(`${table}_decides_insert`)).map(fillDeciding),
  ];
}

function isForgotten(table: string): boolean {
  return table.endsWith("_history") && !liveTables.some(({ name }) => historyOf(name) === table);
}

/** A new history begins at the last revision; so does that of a new column, which has before what it has where nothing is said. */
function bringTable(live: LiveTable, present: readonly string[] | undefined): string[] {
  const history = historyOf(live.name);
  const columns = historyColumns(live);
  const written = writtenColumns(live);
  const names = written.join(", ");
  if (present === undefined) {
    return [
      createHistory(live),
      `INSERT INTO ${history} (${names}, from_revision) SELECT ${names}, ${LAST_REVISION} FROM ${live.name}`,
      ...(live.owners.length > 0 ? [] : [noteAll(live.name)]),
    ];
  }
  const own = new Set([...Object.keys(columns), "from_revision", "to_revision"]);
  return [
    ...present.filter((name) => !own.has(name)).map((name) => `ALTER TABLE ${history} DROP COLUMN ${name}`),
    ...Object.entries(columns)
      .filter(([name]) => !present.includes(name))
      .flatMap(([name, type]) => [
        `ALTER TABLE ${history} ADD COLUMN ${name} ${type}`,
        ...(written.includes(name) ? fillColumn(live, name) : []),
      ]),
  ];
}

function fillColumn({ name: table, columns }: LiveTable, column: string): string[] {
  const set = `UPDATE ${historyOf(table)} SET ${column} =`;
  const initial = columns.find(({ name }) => name === column)?.initial ?? null;
  return [
    `${set} (SELECT live.${column} FROM ${table} AS live WHERE live.id = ${historyOf(table)}.id) WHERE to_revision IS NULL`,
    ...(initial === null ? [] : [`${set} ${literal(initial)} WHERE to_revision IS NOT NULL`]),
  ];
}

function literal(value: string | number | boolean): string {
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(Number(value));
}

function noteAll(noun: string): string {
  return `INSERT INTO changes (revision, noun, node_id, action) SELECT last.number, '${noun}', id, 'CREATED' FROM ${noun}, (SELECT max(number) AS number FROM revisions) AS last WHERE last.number IS NOT NULL`;
}

function drops(kind: string, present: ReadonlyMap<string, string>, wanted: Record<string, string>, ours: RegExp) {
  return [...present]
    .filter(([name, text]) => ours.test(name) && wanted[name] !== text)
    .map(([name]) => `DROP ${kind} ${name}`);
}

function missing(present: ReadonlyMap<string, string>, wanted: Record<string, string>): string[] {
  return Object.entries(wanted)
    .filter(([name, text]) => present.get(name) !== text)
    .map(([, text]) => text);
}
