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
  const rows = async <T>(sql: string) => (await d1.prepare(sql).all<T>()).results;
  const names = await rows<{ name: string }>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
    AND name NOT IN (${[...indexTables, ...ofTheDatabase].map((name) => `'${name}'`).join(", ")})
    AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' ORDER BY name`,
  );
  const tables: StoredTable[] = [];
  for (const { name } of names) {
    const columns = await rows<{ name: string; pk: number }>(`SELECT name, pk FROM pragma_table_info('${name}')`);
    const references = await rows<{ table: string }>(`SELECT "table" FROM pragma_foreign_key_list('${name}')`);
    const key = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
    if (key.length === 0) throw new Error(`${name} has no primary key: its rows cannot be told apart`);
    const refersTo = new Set(references.map(({ table }) => table));
    tables.push({
      name,
      columns: columns.map((column) => column.name),
      key: key.map((column) => column.name),
      refersTo: [...refersTo].filter((table) => table !== name),
      refersToItself: refersTo.has(name),
    });
  }
  return inOrder(tables);
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
