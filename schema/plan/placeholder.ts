import { bailOut } from "./bail-out.ts";

/** What a token of a `Placeholder` begins with, where one was written into a text. */
export const PLACEHOLDER_MARK = "⟪placeholder ";

/** What a request brings to a plan that was made for another. */
export interface Bindings {
  variables: Readonly<Record<string, unknown>>;
  today: () => string;
}

/**
 * Stands for a value of a request while its statements are planned, so that the plan serves other values too. It may be
 * handed on to SQL and written into a key; whoever looks into it has the plan given up.
 */
export class Placeholder {
  readonly #name: string;
  readonly read: (bindings: Bindings) => unknown;

  constructor(name: string, read: (bindings: Bindings) => unknown) {
    this.#name = name;
    this.read = read;
  }

  toJSON(): string {
    return `${PLACEHOLDER_MARK}${this.#name}⟫`;
  }

  [Symbol.toPrimitive](): never {
    return bailOut(`a plan depends on ${this.#name}`);
  }
}
