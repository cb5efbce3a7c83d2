import type { DatabaseSync } from "node:sqlite";

type Value = string | number | null;

interface Statement {
  bind: (...values: Value[]) => Statement;
  first: (column?: string) => Promise<unknown>;
  all: () => Promise<{ results: unknown[] }>;
  raw: () => Promise<unknown[][]>;
}

/** As much of D1 as rows are generated with, over SQLite in this process: a hundred times as fast. */
export function d1OverSqlite(database: DatabaseSync): D1Database {
  const prepare = (sql: string, values: Value[] = []): Statement => ({
    bind: (...bound) => prepare(sql, bound),
    first: (column) => {
      const row = database.prepare(sql).get(...values);
      return Promise.resolve(row === undefined ? null : column === undefined ? row : row[column]);
    },
    all: () => Promise.resolve({ results: database.prepare(sql).all(...values) }),
    raw: () => {
      const prepared = database.prepare(sql);
      prepared.setReturnArrays(true);
      return Promise.resolve(prepared.all(...values) as unknown as unknown[][]);
    },
  });
  const batch = async (statements: Statement[]) => {
    database.exec("begin");
    const results = [];
    for (const statement of statements) {
      results.push(await statement.all());
    }
    database.exec("commit");
    return results;
  };
  return { prepare, batch } as unknown as D1Database;
}
