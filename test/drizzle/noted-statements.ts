import { env } from "cloudflare:workers";
import { expect } from "vitest";
import worker from "../../src/worker.ts";

/** A statement that reached D1, with its values. */
export interface Noted {
  text: string;
  values: unknown[];
}

/** The statements that a GraphQL query takes. */
export async function statementsOf(query: string, variables: Record<string, unknown> = {}): Promise<Noted[]> {
  const noted: Noted[] = [];
  const request = new Request("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const response = await worker.fetch(request as never, { ...env, DB: noting(noted) });
  expect(await response.json()).not.toHaveProperty("errors");
  return noted;
}

/** D1, noting each statement and its values as they are bound. */
function noting(noted: Noted[], d1: D1Database = env.DB): D1Database {
  const note = (statement: D1PreparedStatement, text: string, values: unknown[]): D1PreparedStatement =>
    new Proxy(statement, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== "function") return member;
        if (name === "bind") return (...bound: unknown[]) => note(target.bind(...bound), text, bound);
        return (...args: unknown[]) => {
          noted.push({ text, values });
          return member.apply(target, args) as unknown;
        };
      },
    });
  return new Proxy(d1, {
    get: (target, name) => {
      if (name === "prepare") return (text: string) => note(target.prepare(text), text, []);
      if (name === "withSession") return () => noting(noted, target.withSession() as unknown as D1Database);
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? (member.bind(target) as unknown) : member;
    },
  });
}
