import Sqlite from "better-sqlite3";
import type { Find, Row, Value } from "../loader/loaders.ts";

/** A statement as it reached the database. */
export interface Recorded {
  sql: string;
  values: Value[];
}

type Bound = Value | Record<string, Value>;

/** SQLite in this process, each statement prepared once. */
export class Database {
  readonly #database: Sqlite.Database;
  readonly #prepared = new Map<string, Sqlite.Statement<Bound[]>>();
  #recorded: Recorded[] | null = null;

  constructor(file: string) {
    this.#database = new Sqlite(file, { readonly: true, fileMustExist: true });
  }

  /** Rows as arrays. */
  rows(sql: string, values: Value[]): unknown[][] {
    this.#recorded?.push({ sql, values });
    return this.#prepare(sql)
      .raw()
      .all(...bound(sql, values)) as unknown[][];
  }

  readonly find: Find = (sql, values) => {
    this.#recorded?.push({ sql, values });
    return Promise.resolve(this.#prepare(sql).all(...bound(sql, values)) as Row[]);
  };

  /** What was asked since the last time; from the first time on it is noted. */
  recorded(): Recorded[] {
    const recorded = this.#recorded ?? [];
    this.#recorded = [];
    return recorded;
  }

  #prepare(sql: string): Sqlite.Statement<Bound[]> {
    const prepared = this.#prepared.get(sql) ?? this.#database.prepare<Bound[]>(sql);
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}

/** better-sqlite3 takes numbered values by name. */
function bound(sql: string, values: Value[]): Bound[] {
  if (!sql.includes("?1")) return values;
  return [Object.fromEntries(values.map((value, place) => [String(place + 1), value]))];
}
