import { SQL } from "drizzle-orm";
import { getTableConfig, type Index, SQLiteColumn } from "drizzle-orm/sqlite-core";
import { SQLiteDialect } from "drizzle-orm/sqlite-core/dialect";
import { historyOf, type LiveTable } from "./live-table.ts";

/** The columns of a history table with their types; the live table has tried what they hold. */
export function historyColumns({ table, columns }: LiveTable): Record<string, string> {
  const types = new Map(
    getTableConfig(table).columns.map((column) => [column.name, column.getSQLType().toUpperCase()]),
  );
  return Object.fromEntries(
    columns.map(({ name, generated }) => [
      name,
      `${types.get(name)}${generated === null ? "" : ` GENERATED ALWAYS AS (${generated}) VIRTUAL`}`,
    ]),
  );
}

export function createHistory(table: LiveTable): string {
  const columns = Object.entries(historyColumns(table)).map(
    ([name, type]) => `  ${name} ${type}${name === "id" ? " NOT NULL" : ""},\n`,
  );
  return `CREATE TABLE ${historyOf(table.name)} (\n${columns.join("")}  from_revision INTEGER NOT NULL,\n  to_revision INTEGER,\n  PRIMARY KEY (id, from_revision)\n) STRICT, WITHOUT ROWID`;
}

/** What the changes of a revision, and those of a node, are read from. */
export const createChanges = `CREATE TABLE changes (
  revision INTEGER NOT NULL,
  noun TEXT NOT NULL,
  node_id INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('CREATED', 'UPDATED', 'RETRACTED')),
  PRIMARY KEY (revision, noun, node_id)
) STRICT, WITHOUT ROWID`;

export const changesIndex = {
  changes_node: "CREATE INDEX changes_node ON changes (noun, node_id, revision)",
};

/**
 * An index of the history for each of the live table's, by name. None holds `to_revision`: what covered a query would
 * draw the planner away from those that are unique in the live table, which it cannot know of here.
 */
export function historyIndexes({ name, table }: LiveTable): Record<string, string> {
  const indexes = getTableConfig(table).indexes.map((index) => {
    const own = `${index.config.name}_history`;
    const where = index.config.where === undefined ? "" : ` WHERE ${textOf(index.config.where)}`;
    return [own, `CREATE INDEX ${own} ON ${historyOf(name)} (${columnsOf(index).join(", ")})${where}`];
  });
  return Object.fromEntries(indexes) as Record<string, string>;
}

function columnsOf(index: Index): string[] {
  return index.config.columns.map((column) => {
    if (column instanceof SQLiteColumn) return column.name;
    throw new Error(`${index.config.name}: an index of an expression needs its own history index`);
  });
}

const dialect = new SQLiteDialect();

function textOf(query: SQL): string {
  return dialect.sqlToQuery(query).sql;
}
