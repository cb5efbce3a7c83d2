import { type DocumentName, documentNameOf, type DocumentRequest } from "./document/document-request.ts";
import { badRequest } from "./http/http-refusal.ts";

/** The most operations in a batch. */
export const MOST_OPERATIONS = 10;

/** When an operation of a batch may be paid for: those before it come first. */
export interface Turn {
  /** Waits for those before it; gives what they cost together. */
  spent: () => Promise<number>;
  /**
   * Adds the operation's own cost, and lets the next one pay. Waits until it may run: a mutation when all before it have ended,
   * and what comes after a mutation when that has.
   */
  spend: (cost: number, isMutation: boolean) => Promise<void>;
  /** The operation has ended, if it ever began. */
  end: () => void;
}

/** What a batch knows of an operation. */
interface Operation {
  /** What the client's budget is after it, as headers. */
  readonly budget?: Readonly<Record<string, string>>;
}

/** The operations of one request. Queries run at the same time, mutations by themselves; costs are added up in their order. */
export class Batch {
  /** The contexts of its operations. */
  readonly operations: Operation[] = [];
  readonly #turns = new Map<DocumentName, Turn>();
  #spent = 0;
  #last: Promise<void> = Promise.resolve();
  /** When all have ended that were paid for, and when the last mutation of them has. */
  #all: Promise<unknown> = Promise.resolve();
  #changed: Promise<unknown> = Promise.resolve();

  /** @throws GraphQLError where there is none, or where there are too many */
  constructor(requests: readonly DocumentRequest[]) {
    const { length } = requests;
    if (length === 0) throw badRequest("The batch has no operation: send one at least");
    if (length > MOST_OPERATIONS) {
      throw badRequest(`The batch has ${length} operations: send at most ${MOST_OPERATIONS} at once`, 413);
    }
    for (const request of requests) this.#turns.set(documentNameOf(request), this.#turn());
  }

  /** What its operations cost together, as far as it is known. */
  get cost(): number {
    return this.#spent;
  }

  /** Has an operation take its turn. */
  enter(name: DocumentName, operation: Operation): Turn {
    this.operations.push(operation);
    return this.#turns.get(name)!;
  }

  #turn(): Turn {
    const before = this.#last;
    const paid = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<void>();
    this.#last = before.then(() => paid.promise);
    return {
      spent: async () => {
        await before;
        return this.#spent;
      },
      spend: async (cost, isMutation) => {
        this.#spent += cost;
        const mayRun = isMutation ? this.#all : this.#changed;
        this.#all = Promise.all([this.#all, ended.promise]);
        if (isMutation) this.#changed = this.#all;
        paid.resolve();
        await mayRun;
      },
      end: () => {
        paid.resolve();
        ended.resolve();
      },
    };
  }
}
