import { giveUp } from "./unplannable.ts";

/** What a token of an `Opaque` begins with, where one was written into a text. */
export const OPAQUE_MARK = "⟪opaque ";

/** What a request brings to a plan that was made for another. */
export interface Brought {
  variables: Readonly<Record<string, unknown>>;
  today: () => string;
}

/**
 * Stands for a value of a request while its statements are planned, so that the plan serves other values too. It may be
 * handed on to SQL and written into a key; whoever looks into it has the plan given up.
 */
export class Opaque {
  readonly #name: string;
  readonly read: (brought: Brought) => unknown;

  constructor(name: string, read: (brought: Brought) => unknown) {
    this.#name = name;
    this.read = read;
  }

  toJSON(): string {
    return `${OPAQUE_MARK}${this.#name}⟫`;
  }

  [Symbol.toPrimitive](): never {
    return giveUp(`a plan depends on ${this.#name}`);
  }
}
