import { drizzle } from "drizzle-orm/d1";
import { numberParameters } from "../query/number-parameters.ts";
import { pinned } from "../query/time-travel.ts";
import { relations } from "../relations.ts";
import type { D1Client } from "./d1-client.ts";

/** Drizzle over D1, with every statement's parameters numbered; as the data was at a revision, where one is given. */
export function connect(d1: D1Client, revision: number | null = null) {
  const client = revision === null ? numbering(d1) : pinned(numbering(d1), revision);
  return drizzle(client as D1Database, { relations });
}

export type Database = ReturnType<typeof connect>;

/** Drizzle binds every statement, if only to nothing. */
function numbering(d1: D1Client): D1Client {
  return {
    batch: (statements) => d1.batch(statements),
    prepare: (text) => {
      const bind: D1PreparedStatement["bind"] = (...values) => {
        const numbered = numberParameters(text, values);
        return d1.prepare(numbered.text).bind(...numbered.values);
      };
      return { bind } as D1PreparedStatement;
    },
  };
}
