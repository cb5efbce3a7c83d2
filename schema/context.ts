import type { GraphQLResolveInfo } from "graphql";
import { connect, type Database } from "../drizzle/client/database.ts";
import type { D1Client } from "../drizzle/client/d1-client.ts";
import { pinned } from "../drizzle/query/time-travel.ts";
import type { Day } from "../src/domain/time/day.ts";
import { type About, SHIPPED } from "../src/domain/about.ts";
import type { Warning } from "../src/domain/warning.ts";
import type { InTurn } from "../src/domain/fault/waiting-line.ts";
import type { ToldRevision } from "../src/domain/told-revision.ts";
import type { Identity } from "../src/domain/identity.ts";
import type { BoundRowQuery, Reading } from "./read/reading.ts";
import { asRead } from "./assertion.ts";

/** Each takes some statements, and a request may have many that name nothing. */
const MOST_SOUGHT = 10;

interface Asking {
  d1: D1Client;
  revision: number | null;
  /** When the request came, in ms since 1970. */
  now: number;
  /** Says the UTC day on which the request came, and hears that the answer depends on it. */
  today: () => Day;
  identity: Identity | null;
  /** That of the data set that ships when left out. */
  about?: About;
  /** Hears of which revision a mutation tells; nobody does when left out. */
  tell?: ((told: ToldRevision) => void) | undefined;
  /** Does work when no other request of the isolate writes; at once where it is left out. */
  inTurn?: InTurn;
}

/** What knows the statement that reads rows without building it; null where nothing is asked of them. */
export interface RowSource {
  query: (reading: Reading, context: Context, info: GraphQLResolveInfo) => BoundRowQuery | null;
}

/** What a resolver is given: the database, the time and who asks; it reads neither a clock nor a global. */
export class Context {
  /** What mutations write to. */
  readonly d1: D1Client;
  /** Null for a request without a token. */
  readonly identity: Identity | null;
  /** What this instance says of its data. */
  readonly about: About;
  /** Does what writes when no other request of the isolate does. */
  readonly inTurn: InTurn;
  /** What `memoize` keeps. */
  readonly memo = new Map<string, unknown>();
  /** What the answer is to be read with. */
  readonly warnings: Warning[] = [];
  /** How many more of the request's references that name nothing are looked for by what they resemble. */
  soughtLeft = MOST_SOUGHT;
  /** The statements of the plan that is followed; null where each is built anew. */
  statements: RowSource | null = null;
  /** Whether the day was asked for. */
  isOfToday = false;
  #revision: number | null;
  #database: Database | null = null;
  readonly #now: number;
  readonly #today: () => Day;
  /** Has the answer say of which revision a mutation tells: of several the last one's is said. */
  readonly tell: (told: ToldRevision) => void;

  constructor(asking: Asking) {
    const { d1, revision, now, today, identity, about = SHIPPED } = asking;
    const { inTurn = (work) => work(), tell = () => undefined } = asking;
    this.d1 = d1;
    this.identity = identity;
    this.about = about;
    this.inTurn = inTurn;
    this.#revision = revision;
    this.#now = now;
    this.#today = today;
    this.tell = tell;
  }

  get database(): Database {
    return (this.#database ??= connect(this.d1, this.#revision));
  }

  /** Takes finished statements, and reads what the answer is pinned to. */
  get client(): D1Client {
    return this.#revision === null ? this.d1 : pinned(this.d1, this.#revision);
  }

  /** The revision that the answer is pinned to; null for the present. */
  get revision(): number | null {
    return this.#revision;
  }

  /** When the request came, RFC 3339 in UTC. */
  get now(): string {
    return new Date(this.#now).toISOString();
  }

  /** The UTC day on which the request came. */
  get today(): Day {
    this.isOfToday = true;
    return this.#today();
  }

  /** Has all that is resolved from here on answered as of a revision; for null, as of the present. */
  pinTo(revision: number | null): void {
    this.#revision = revision;
    this.#database = null;
    this.memo.clear();
  }
}

/** What rows are read by. */
export type Reader = Pick<Context, "client" | "d1" | "revision" | "soughtLeft">;

/**
 * Memoizes per request: what was built before under the key, built now where nothing was. Drizzle's queries are merged by identity,
 * so one field selected in two fragments must give the very same query to be read once.
 */
export function memoize<T>({ memo }: Context, key: string, build: () => T): T {
  if (!memo.has(key)) memo.set(key, build());
  return asRead<T>(memo.get(key));
}
