import { connect, type D1Client, type Database } from "../drizzle/database.ts";
import type { Day } from "../src/domain/day.ts";
import type { Identity } from "../src/domain/identity.ts";
import type { RowSource } from "./read-rows.ts";

/** What a resolver is given: the database, the time and who asks; it reads neither a clock nor a global. */
export interface Context {
  database: Database;
  /** What mutations write to. */
  d1: D1Client;
  /** The revision that the answer is pinned to; null for the present. */
  revision: number | null;
  /** When the request came, RFC 3339 in UTC. */
  now: string;
  /** The UTC day on which the request came. */
  today: Day;
  /** Null for a request without a token. */
  identity: Identity | null;
  /** What `remember` keeps. */
  remembered: Map<string, unknown>;
  /** The statements of the plan that is followed; null where each is built anew. */
  statements: RowSource | null;
}

/** Has all that is resolved from here on answered as of a revision; for null, as of the present. */
export function pinTo(context: Context, revision: number | null): void {
  Object.assign(context, { database: connect(context.d1, revision), revision });
  context.remembered.clear();
}

/**
 * What was built before in this request under the key. Drizzle's queries are merged by identity,
 * so one field selected in two fragments must give the very same query to be read once.
 */
export function remember<T>(context: Context, key: string, build: () => T): T {
  const { remembered } = context;
  if (!remembered.has(key)) remembered.set(key, build());
  return remembered.get(key) as T;
}
