import { drizzle } from "drizzle-orm/d1";
import { numberParameters } from "./number-parameters.ts";
import { relations } from "./relations.ts";

/** What queries need of D1: the database, or one session with it. */
export type D1Client = Pick<D1Database, "prepare" | "batch">;

/** Drizzle over D1, with every statement's parameters numbered. */
export function connect(d1: D1Client) {
  return drizzle(numbering(d1) as D1Database, { relations });
}

export type Database = ReturnType<typeof connect>;

function numbering(d1: D1Client): D1Client {
  return {
    batch: (statements) => d1.batch(statements),
    prepare: (text) => {
      const plain = d1.prepare(text);
      const bind: D1PreparedStatement["bind"] = (...values) => {
        const numbered = numberParameters(text, values);
        return numbered.text === text ? plain.bind(...values) : d1.prepare(numbered.text).bind(...numbered.values);
      };
      return new Proxy(plain, {
        get: (target, name) => {
          if (name === "bind") return bind;
          const member: unknown = Reflect.get(target, name);
          return typeof member === "function" ? member.bind(target) : member;
        },
      });
    },
  };
}
