export interface Contradiction {
  about: string;
  values: [string, string];
  /** The documents of both answers. */
  asked: [string, string];
}

/** Holds whatever is told of one id, field and arguments against what was told before, in the same answer or another. */
export class Consistency {
  readonly contradictions: Contradiction[] = [];
  /** How often something was told again. */
  again = 0;
  readonly #told = new Map<string, { value: string; asked: string }>();

  tell(about: string, value: string, asked: string): void {
    const before = this.#told.get(about);
    if (before === undefined) this.#told.set(about, { value, asked });
    else if (before.value === value) this.again += 1;
    else this.contradictions.push({ about, values: [before.value, value], asked: [before.asked, asked] });
  }
}

/** Finds every CERTAIN of an answer that is said of a day after what bears it out, or after the day of the revision. */
export class Overstatements {
  readonly found: string[] = [];
  certain = 0;
  readonly #horizonOf: (id: string) => string;
  readonly #readOn: string;

  constructor(horizonOf: (id: string) => string, readOn: string) {
    this.#horizonOf = horizonOf;
    this.#readOn = readOn;
  }

  /** That the fact of an id, or any one of several, was said to be CERTAIN on a day. */
  certainOn(ids: readonly string[], day: string, where: string): void {
    this.certain += 1;
    const last = ids
      .map((id) => this.#horizonOf(id))
      .toSorted()
      .at(-1)!;
    if (day > last || day > this.#readOn) this.found.push(`${where}: ${day}, borne out until ${last}`);
  }
}
