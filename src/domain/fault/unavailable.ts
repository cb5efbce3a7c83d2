const reasons = {
  UNAVAILABLE: "the database cannot be reached just now",
  DEADLINE_EXCEEDED: "the answer was not ready in time",
};

/**
 * What keeps a request from being answered, and may soon be over. The message is for the client; the cause, where there
 * is one, for the log.
 */
export class Unavailable extends Error {
  override readonly name: string = "Unavailable";
  readonly code: keyof typeof reasons;
  /** The same may be sent again: without a key, what the message says comes first. */
  readonly retryable = true;

  /** @param mayHaveWritten whether the request has sent something to be written */
  constructor(code: keyof typeof reasons, mayHaveWritten: boolean, options?: ErrorOptions) {
    super(
      mayHaveWritten
        ? `It is not known what was written: ${reasons[code]}. Send the same again under the same idempotencyKey, and nothing is done twice; without one, look at the newest revisions first`
        : `Nothing was done: ${reasons[code]}. Send the same again after a second`,
      options,
    );
    this.code = code;
  }
}

/** A write that broke off. Whether it was done can be looked up, where it has a key, before it is done again. */
export class BrokenWrite extends Unavailable {
  override readonly name = "BrokenWrite";
}

/** What an error comes from, if it comes from that. */
export function unavailableIn(error: unknown): Unavailable | null {
  if (error instanceof Unavailable) return error;
  return error instanceof Error ? unavailableIn(error.cause) : null;
}
