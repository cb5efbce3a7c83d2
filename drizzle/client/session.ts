import type { D1Client } from "./d1-client.ts";

/**
 * D1 as one request sees it: never older from one statement to the next, whichever replica answers. At first whatever
 * replica is nearest, however far behind it may be.
 */
export class Session implements D1Client {
  readonly #d1: D1Database;
  #least = "";
  #session: D1DatabaseSession;

  constructor(d1: D1Database) {
    this.#d1 = d1;
    this.#session = d1.withSession("first-unconstrained");
  }

  /** Has all that follows be no older than a bookmark; without one, than all that was ever written. */
  freshen(bookmark: string | null = null): void {
    const least = bookmark ?? "first-primary";
    // Bookmarks sort in the order that they were made in, and before the word.
    if (least < this.#least) return;
    this.#least = least;
    this.#session = this.#d1.withSession(least);
  }

  /** How far it has seen; null before the first statement. */
  getBookmark(): string | null {
    return this.#session.getBookmark();
  }

  prepare(text: string): D1PreparedStatement {
    return this.#session.prepare(text);
  }

  batch<T>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> {
    return this.#session.batch<T>(statements);
  }
}
