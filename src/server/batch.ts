import { type DocumentName, documentNameOf, type DocumentRequest } from "./document/document-request.ts";
import { badRequest } from "./http/http-refusal.ts";

/** The most operations in a batch. */
export const MOST_OPERATIONS = 10;

/** When an operation of a batch may be paid for: those before it come first. */
export interface Turn {
  /** Waits for those before it; gives what they cost together. */
  spent: () => Promise<number>;
  /** Adds the operation's own cost, and lets the next one go on. */
  spend: (cost: number) => void;
  /** Lets the next one go on. */
  pass: () => void;
}

/** What a batch knows of an operation. */
interface Operation {
  /** What the client's budget is after it, as headers. */
  readonly budget?: Readonly<Record<string, string>>;
}

/** The operations of one request. They are answered at the same time, but their costs are added up in their order. */
export class Batch {
  /** The contexts of its operations. */
  readonly operations: Operation[] = [];
  readonly #turns = new Map<DocumentName, Turn>();
  #spent = 0;
  #last: Promise<void> = Promise.resolve();

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
