import { env } from "cloudflare:workers";
import worker from "../src/worker.ts";
import { MOST_ARGUMENTS, mostArguments } from "./most-arguments.ts";

/** The answer to a GraphQL request to the Worker, and the SQL statements it took. */
export interface Asked<Data = Record<string, unknown>> {
  status: number;
  data: Data;
  errors:
    | {
        message: string;
        locations?: { line: number; column: number }[];
        path?: (string | number)[];
        extensions: Record<string, unknown>;
      }[]
    | undefined;
  statements: string[];
}

/** Asks the Worker over HTTP, as a client would, pinned to a revision where one is given, and notes each statement that reaches D1. */
export async function ask<Data = Record<string, unknown>>(
  query: string,
  variables: Record<string, unknown> = {},
  revision?: unknown,
): Promise<Asked<Data>> {
  const request = new Request("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables, ...(revision === undefined ? {} : { extensions: { revision } }) }),
  });
  const { response, statements } = await fetchNoting(request);
  const { data, errors } = await response.json<Pick<Asked<Data>, "data" | "errors">>();
  return { status: response.status, data, errors, statements };
}

/** Fetches from the Worker, with settings of its environment, and notes each statement that reaches D1. */
export async function fetchNoting(
  request: Request,
  settings: object = {},
): Promise<{ response: Response; statements: string[] }> {
  const statements: string[] = [];
  const database = noting(env.DB, statements);
  const response = await worker.fetch(request as never, { ...env, ...settings, DB: database });
  return { response, statements };
}

export function noting<Database extends D1Database | D1DatabaseSession>(
  database: Database,
  statements: string[],
): Database {
  const note = (statement: D1PreparedStatement, text: string): D1PreparedStatement =>
    new Proxy(statement, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== "function") return member;
        if (name === "bind") return (...values: unknown[]) => note(target.bind(...values), text);
        if (typeof name === "string" && ["all", "raw", "first", "run"].includes(name)) {
          return (...args: unknown[]) => {
            statements.push(text);
            if (mostArguments(text) > MOST_ARGUMENTS) throw new Error(`D1 would refuse ${text}`);
            return member.apply(target, args) as unknown;
          };
        }
        return member.bind(target) as unknown;
      },
    });
  return new Proxy(database, {
    get: (target, name) => {
      if (name === "prepare") return (text: string) => note(target.prepare(text), text);
      if (name === "withSession")
        return (from?: string) => noting((target as D1Database).withSession(from), statements);
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? (member.bind(target) as unknown) : member;
    },
  });
}
