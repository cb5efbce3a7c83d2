/** So long nothing is asked of what is overloaded; then one caller in each such time may try. */
export const COOLDOWN_MS = 500;

/** So many callers in a row may find nobody there before the others are spared the waiting. */
export const MOST_MISSES = 3;

/**
 * Keeps callers away from what cannot answer them. Whoever calls has a ticket, which says for the answer of which call
 * it is: one from before the circuit opened says nothing of now.
 */
export class CircuitBreaker {
  readonly #clock: () => number;
  #openings = 0;
  #isOpen = false;
  #nextTrial = 0;
  #misses = 0;
  #answers = 0;

  /** @param clock milliseconds */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** How often there was an answer. */
  get answers(): number {
    return this.#answers;
  }

  /** The ticket to call under; null where there is to be no call. Whoever has one that is on trial may call on. */
  admit(ticket: number | null): number | null {
    if (this.#isOpen && ticket !== this.#openings) {
      const now = this.#clock();
      if (now < this.#nextTrial) return null;
      this.#nextTrial = now + COOLDOWN_MS;
    }
    return this.#openings;
  }

  answered(ticket: number): void {
    this.#answers += 1;
    this.#misses = 0;
    if (ticket === this.#openings) this.#isOpen = false;
  }

  /** Nobody answered a call; others may have had an answer since it was made, at so many answers. */
  missed(ticket: number, answers: number): void {
    if (this.#isOpen || ticket !== this.#openings || answers !== this.#answers) return;
    this.#misses += 1;
    if (this.#misses === MOST_MISSES) this.#open();
  }

  overloaded(ticket: number): void {
    if (ticket === this.#openings) this.#open();
  }

  #open(): void {
    this.#isOpen = true;
    this.#openings += 1;
    this.#misses = 0;
    this.#nextTrial = this.#clock() + COOLDOWN_MS;
  }
}
