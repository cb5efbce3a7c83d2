import { pause } from "./pause.ts";

/** How soon who waits looks again whether it is first, for each who is ahead. */
const LOOK_MS = 3;
const LATEST_LOOK_MS = 100;

/** How often who is first lets itself be heard of. */
const BEAT_MS = 100;

/** Who was not heard of for so long has gone: a request that is broken off runs nothing more, not even what would leave the line. */
export const LOST_MS = 500;

/** Does work when it is its turn. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

interface Place {
  heardOf: number;
}

/**
 * A line of requests that do their work one at a time, in the order in which they came. Each looks by itself whether it is
 * first: no request can rely on another to call it. Where one was thought lost, two are first at once: the line spares them
 * the collisions, and is no lock.
 */
export class WaitingLine {
  readonly #clock: () => number;
  readonly #places: Place[] = [];

  /** @param clock milliseconds */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Who is given up waits no longer, and nobody for it: it begins the work, which is to fail by itself. */
  async inTurn<T>(work: () => Promise<T>, isGivenUp: () => boolean = () => false): Promise<T> {
    const place: Place = { heardOf: this.#clock() };
    this.#places.push(place);
    let beat: ReturnType<typeof setInterval> | undefined;
    try {
      for (let ahead = this.#ahead(place); ahead > 0 && !isGivenUp(); ahead = this.#ahead(place)) {
        await pause(Math.min(ahead * LOOK_MS, LATEST_LOOK_MS));
      }
      beat = setInterval(() => {
        place.heardOf = this.#clock();
        if (!isGivenUp()) return;
        clearInterval(beat);
        this.#leave(place);
      }, BEAT_MS);
      return await work();
    } finally {
      clearInterval(beat);
      this.#leave(place);
    }
  }

  /** How many are before it, after those are taken out who are lost. */
  #ahead(place: Place): number {
    const now = this.#clock();
    // Who could not look itself, as the isolate had other things to do, could not have heard of others.
    if (now - place.heardOf > 2 * LATEST_LOOK_MS) for (const one of this.#places) one.heardOf = now;
    place.heardOf = now;
    while (now - (this.#places[0] ?? place).heardOf > LOST_MS) this.#places.shift();
    return Math.max(this.#places.indexOf(place), 0);
  }

  #leave(place: Place): void {
    const at = this.#places.indexOf(place);
    if (at !== -1) this.#places.splice(at, 1);
  }
}
