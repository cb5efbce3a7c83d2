import type { Kind } from "./request.ts";

/** How often each kind of request had each outcome. */
export class Tally {
  readonly #counts = new Map<Kind, Map<string, number>>();

  add(kind: Kind, outcome: string): void {
    const counts = this.#counts.get(kind) ?? new Map<string, number>();
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    this.#counts.set(kind, counts);
  }

  /** Of a kind, or of all. */
  outcomes(kind?: Kind): string[] {
    const all = kind === undefined ? [...this.#counts.values()] : [this.#counts.get(kind) ?? new Map<string, number>()];
    return [...new Set(all.flatMap((counts) => [...counts.keys()]))].toSorted();
  }

  get kinds(): Kind[] {
    return [...this.#counts.keys()];
  }

  lines(): string[] {
    return [...this.#counts].flatMap(([kind, counts]) =>
      [...counts]
        .toSorted(([, a], [, b]) => b - a)
        .map(([outcome, count]) => `${kind.padEnd(18)} ${outcome.padEnd(34)} ${String(count).padStart(8)}`),
    );
  }
}
