import { indexTables } from "../../drizzle/search/index-name.ts";

/** A table whose rows are kept: no index, view or virtual table, and none of SQLite's or D1's own. */
export interface StoredTable {
  name: string;
  /** Those that are written: generated ones are not. */
  columns: string[];
  /** The columns that tell its rows apart, in the order in which they are read. */
  key: string[];
  /** The other tables that its rows refer to. */
  refersTo: string[];
  /** Whether a row may refer to one that comes later. */
  refersToItself: boolean;
}

/** Tables of the database that are not data: the notes of migrations, and the lineage, which every restore makes anew. */
const ofTheDatabase = ["d1_migrations", "lineages"];

/** All stored tables, each after those that it refers to. */
export async function storedTables(d1: D1Database): Promise<StoredTable[]> {
  const left = [...indexTables, ...ofTheDatabase].map((name) => `'${name}'`).join(", ");
  const listed = `(SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT IN (${left})
    AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\') AS listed`;
  const [columns, references] = await d1.batch([
    d1.prepare(
      `SELECT listed.name AS "table", info.name, info.pk FROM ${listed}, pragma_table_info(listed.name) AS info ORDER BY 1, info.cid`,
    ),
    d1.prepare(
      `SELECT DISTINCT listed.name AS "table", key."table" AS "to" FROM ${listed}, pragma_foreign_key_list(listed.name) AS key`,
    ),
  ]);
  const referring = references!.results as { table: string; to: string }[];
  const tables = Map.groupBy(columns!.results as { table: string; name: string; pk: number }[], ({ table }) => table);
  return inOrder(
    [...tables].map(([name, all]) => {
      const key = all.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
      if (key.length === 0) throw new Error(`${name} has no primary key: its rows cannot be told apart`);
      const refersTo = referring.filter(({ table }) => table === name).map(({ to }) => to);
      return {
        name,
        columns: all.map((column) => column.name),
        key: key.map((column) => column.name),
        refersTo: refersTo.filter((table) => table !== name),
        refersToItself: refersTo.includes(name),
      };
    }),
  );
}

/** Those of some tables that have rows. Asked at once, since each question takes its time, however little it is about. */
export async function tablesWithRows(d1: D1Database, tables: readonly StoredTable[]): Promise<Set<StoredTable>> {
  if (tables.length === 0) return new Set();
  const results = await d1.batch(tables.map(({ name }) => d1.prepare(`SELECT 1 FROM "${name}" LIMIT 1`)));
  return new Set(tables.filter((_, index) => results[index]!.results.length > 0));
}

function inOrder(tables: readonly StoredTable[]): StoredTable[] {
  const sorted = new Set<StoredTable>();
  const visit = (table: StoredTable, path: readonly StoredTable[]): void => {
    if (path.includes(table))
      throw new Error(`${path.map(({ name }) => name).join(", ")} refer to each other in a circle`);
    for (const name of table.refersTo) {
      const other = tables.find((one) => one.name === name);
      if (other !== undefined && !sorted.has(other)) visit(other, [...path, table]);
    }
    sorted.add(table);
  };
  for (const table of tables) visit(table, []);
  return [...sorted];
}
