import { jsonParameters } from "../../drizzle/query/json-parameter.ts";
import { reindex } from "../local/reindex.ts";
import { backupFileLines, checkBackup } from "./backup-file.ts";
import { BackupError, type EndLine, type Header, type RowLine, type TableLine } from "./backup-line.ts";
import { endLineOf, migrationsOf } from "./read-database.ts";
import { type StoredTable, storedTables, tablesWithRows } from "./stored-table.ts";
import { suspendedTriggers } from "./trigger.ts";

/** In UTF-16 units of JSON: what is written at once, and more only of a table whose rows refer to each other. */
const BATCH = 2_000_000;

/** A lineage that no other restore makes. */
const NEW_LINEAGE = "INSERT INTO lineages (id, lineage) VALUES (1, lower(hex(randomblob(12))))";

/**
 * Writes a backup's rows into a migrated database, reads them back, and gives it a new lineage. Triggers are suspended within
 * each batch, which is all or nothing, so that a database never lacks them. Until all is done it has no lineage, by which
 * everybody knows that it is half restored.
 * @throws BackupError where the file or the database is not fit for it: then nothing was written
 */
export async function restore(d1: D1Database, path: string, { replace }: { replace: boolean }): Promise<EndLine> {
  const { header, end, tables: lines } = await checkBackup(path);
  checkMigrations(path, header, await migrationsOf(d1));
  const tables = await storedTables(d1);
  checkTables(path, lines, tables);
  const { before, after, written } = await suspendedTriggers(d1);
  const given = tables.filter(({ name }) => !written.has(name));
  const [full] = replace ? [] : await tablesWithRows(d1, given);
  if (full !== undefined) {
    throw new BackupError(
      `the database is not empty (${full.name} has rows): --replace restores in the place of what is there`,
    );
  }

  const prepared = (statements: readonly string[]) => statements.map((sql) => d1.prepare(sql));
  const write = async (statements: readonly D1PreparedStatement[]) => {
    const deferred = "PRAGMA defer_foreign_keys = on";
    await d1.batch([...prepared([deferred, ...before]), ...statements, ...prepared(after)]);
  };
  // Also in a database without data a migration may have written a tally.
  const emptied = ["lineages", ...tables.toReversed().map(({ name }) => name)];
  await write(prepared(emptied.map((name) => `DELETE FROM "${name}"`)));
  for await (const batch of batchesOf(path, tables)) {
    const inserts = batch.flatMap(({ table, columns, rows }) => {
      const sql = insertSql(table, columns);
      return jsonParameters(rows).map((parameter) => d1.prepare(sql).bind(parameter));
    });
    await write(inserts);
  }
  const restored = await endLineOf(d1, header.lineage);
  if (restored.sha256 !== end.sha256) throw new Error("the database is not what the backup says: restore it again");
  // No backup holds the full-text indexes.
  await reindex(d1);
  await d1.prepare(NEW_LINEAGE).run();
  return restored;
}

function checkMigrations(path: string, header: Header, migrations: readonly string[]): void {
  const missing = header.migrations.filter((name) => !migrations.includes(name));
  const more = migrations.filter((name) => !header.migrations.includes(name));
  if (missing.length > 0) throw new BackupError(`${path} needs migrations that are not here: ${missing.join(", ")}`);
  if (more.length > 0) {
    throw new BackupError(`${path} is of before ${more.join(", ")}: restore it with the version of then, and migrate`);
  }
}

/** The same migrations make the same tables: where a file has others, somebody has made it by hand. */
function checkTables(path: string, lines: readonly TableLine[], tables: readonly StoredTable[]): void {
  const inFile = new Map(lines.map(({ table, columns }) => [table, columns.join(", ")]));
  if (inFile.size < lines.length) throw new BackupError(`${path} is damaged: it has a table twice`);
  for (const { name, columns } of tables) {
    if (inFile.get(name) !== columns.join(", ")) {
      throw new BackupError(`${path} is damaged: its table ${name} is missing, or has other columns`);
    }
    inFile.delete(name);
  }
  const [other] = inFile.keys();
  if (other !== undefined) throw new BackupError(`${path} is damaged: it has a table ${other}, which is not here`);
}

/** Rows of one table. */
interface Rows extends TableLine {
  rows: RowLine[];
}

/** All rows of the file, as many at once as a batch takes, of however many tables: each batch suspends all triggers. */
async function* batchesOf(path: string, tables: readonly StoredTable[]): AsyncGenerator<Rows[]> {
  const together = new Set(tables.filter(({ refersToItself }) => refersToItself).map(({ name }) => name));
  let batch: Rows[] = [];
  let size = 0;
  for await (const { line, text } of backupFileLines(path)) {
    if ("table" in line) batch.push({ ...line, rows: [] });
    if (!Array.isArray(line)) continue;
    const { table, columns, rows } = batch.at(-1)!;
    // A table that refers to itself is written at once: its rows may come in any order.
    if (size > BATCH && !(together.has(table) && rows.length > 0)) {
      yield batch;
      [batch, size] = [[{ table, columns, rows: [] }], 0];
    }
    batch.at(-1)!.rows.push(line);
    size += text.length;
  }
  if (size > 0) yield batch;
}

function insertSql(table: string, columns: readonly string[]): string {
  const cells = columns.map((_, index) => `json_extract(line.value, '$[${index}]')`);
  return `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(", ")}) SELECT ${cells.join(", ")} FROM json_each(?1) AS line`;
}
