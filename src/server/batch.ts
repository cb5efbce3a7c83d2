/** What a batch knows of its operations. */
interface Operation {
  /** What the client's budget is after it, as headers. */
  readonly budget?: Readonly<Record<string, string>>;
}

/** When an operation of a batch may be paid for: those before it come first. */
export interface Turn {
  /** Waits for those before it; gives what they cost together. */
  spent: () => Promise<number>;
  /** Adds the operation's own cost, and lets the next one go on. */
  spend: (cost: number) => void;
  /** Lets the next one go on. */
  pass: () => void;
}

/** The operations of one request. They are answered at the same time, but their costs are added up in their order. */
export class Batch {
  /** The contexts of its operations, in their order. */
  readonly operations: Operation[] = [];
  #spent = 0;
  #last: Promise<void> = Promise.resolve();

  /** What its operations cost together, as far as it is known. */
  get cost(): number {
    return this.#spent;
  }

  enter(operation: Operation): Turn {
    this.operations.push(operation);
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = before.then(() => promise);
    return {
      spent: async () => {
        await before;
        return this.#spent;
      },
      spend: (cost) => {
        this.#spent += cost;
        resolve();
      },
      pass: resolve,
    };
  }
}
