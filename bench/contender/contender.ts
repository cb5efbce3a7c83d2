import type { Data } from "../data/database.ts";
import type { HttpRequest } from "../measure/http-client.ts";
import type { Question } from "../query/question.ts";
import type { Variables } from "../query/variable-set.ts";

/** What a contender does for one request. */
export interface Work {
  statements: number;
  /** As D1 counts them, or what comes nearest; null where nobody counts them. */
  rows: number | null;
}

export interface Server {
  origin: string;
  /** Processes that serve, but for those that they start. */
  pids: number[];
  /** What the requests of each group take, as means. */
  work: (groups: readonly (readonly HttpRequest[])[]) => Promise<Work[]>;
  stop: () => Promise<void>;
}

export interface Contender {
  /** As on the command line. */
  name: string;
  title: string;
  /** Whose floor it is held against. */
  runtime: "workerd" | "node";
  /** Whether it does what `ours` does, or is a mark to compare with. */
  kind: "floor" | "ours" | "peer" | "mark";
  /** Also measured over growing data. */
  grows?: boolean;
  /** Also asked what goes through memberships, over many of them. */
  memberships?: boolean;
  expects?: 304;
  /** The names of the questions that it is asked; all when left out. */
  questions?: readonly string[];
  /** Why it takes no part in this run. */
  missing?: () => string | null;
  start: (data: Data) => Promise<Server>;
  request: (question: Question, variables: Variables) => HttpRequest;
  /** Where requests depend on what the server has given. */
  prepare?: (server: Server, question: Question, sets: readonly Variables[]) => Promise<HttpRequest[]>;
  /** `data` as the others have it; null where it gives no answer of its own. */
  answer: ((question: Question, data: unknown) => unknown) | null;
}
