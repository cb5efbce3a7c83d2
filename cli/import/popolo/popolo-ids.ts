import { isDeepStrictEqual } from "node:util";
import type { Origin } from "../file/piece.ts";

/** The result of looking an id up: the entry that has it, or why nobody can say which. */
export type Found<T> = { value: T } | { reason: string };

interface Known<T> {
  value: T;
  origin: Origin;
  isDisputed: boolean;
}

/** Things of one class by their ids, each within the files that share a scheme. */
export class PopoloIds<T> {
  readonly #word: string;
  readonly #bySchemes = new Map<string, Map<string, Known<T>>>();

  constructor(word: string) {
    this.#word = word;
  }

  /** Enters one; says whether it is new, the same again, or why it is refused. */
  add(scheme: string, id: string | undefined, value: T, origin: Origin): "new" | "again" | { reason: string } {
    if (id === undefined) return "new";
    const ids = this.#bySchemes.get(scheme) ?? new Map<string, Known<T>>();
    this.#bySchemes.set(scheme, ids);
    const known = ids.get(id);
    if (known === undefined) {
      ids.set(id, { value, origin, isDisputed: false });
      return "new";
    }
    if (isDeepStrictEqual(known.value, value)) return "again";
    known.isDisputed = true;
    const { file, line } = known.origin;
    return { reason: `has the id ${id} of another ${this.#word}, ${file}:${line}` };
  }

  /** The one that an id means to a file: that of its own scheme, else the only one of another. */
  find(scheme: string, id: string): Found<T> {
    const own = this.#bySchemes.get(scheme)?.get(id);
    const all = own ? [own] : [...this.#bySchemes.values()].flatMap((ids) => ids.get(id) ?? []);
    const [only, ...more] = all;
    if (only === undefined) return { reason: `there is no ${this.#word} with the id ${id}` };
    if (only.isDisputed || more.length > 0) return { reason: `several ${this.#word}s have the id ${id}` };
    return { value: only.value };
  }
}
