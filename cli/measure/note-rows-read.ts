export interface Noted {
  database: D1Database;
  /** How many there were so far. */
  statements: () => number;
  total: () => Promise<number>;
}

/**
 * D1 as it is, noting its statements; `total` runs each again to learn how many rows D1 reads for
 * it, since `raw()`, which Drizzle uses, tells nothing of that.
 */
export function noteRowsRead(d1: D1Database): Noted {
  const noted: D1PreparedStatement[] = [];

  const note = (statement: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(statement, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== "function") return member;
        if (name === "bind") return (...values: unknown[]) => note(target.bind(...values));
        return (...args: unknown[]) => {
          noted.push(target);
          return member.apply(target, args) as unknown;
        };
      },
    });

  const database: D1Database = new Proxy(d1, {
    get: (target, name) => {
      if (name === "prepare") return (text: string) => note(target.prepare(text));
      if (name === "withSession") return () => database;
      if (name === "getBookmark") return () => null;
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? (member.bind(target) as unknown) : member;
    },
  });

  const total = async () => {
    const results = await Promise.all(noted.map((statement) => statement.all()));
    return results.reduce((sum, { meta }) => sum + meta.rows_read, 0);
  };

  return { database, statements: () => noted.length, total };
}
