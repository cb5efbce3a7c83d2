import type { Question } from "../question/question.ts";

/** A client that keeps what it was told, each object once. */
export interface CachingClient {
  /** Asks the service, and keeps the answer. */
  ask(question: Question): Promise<void>;
  /** What it has kept of the answer, without asking. */
  read(question: Question): Promise<unknown>;
}
