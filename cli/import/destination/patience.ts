import { pause } from "../../../src/domain/fault/pause.ts";
import { SourceError } from "../file/source.ts";

const ATTEMPTS = 8;
const MOST_SECONDS = 60;

/** An answer that does not count: what it said, and how many seconds the service asks to wait before the next attempt. */
export class Passing extends Error {
  override readonly name = "Passing";
  readonly seconds: number;

  constructor(message: string, seconds = 0, options?: ErrorOptions) {
    super(message, options);
    this.seconds = seconds;
  }
}

/**
 * Fetches until there is an answer that counts: what is lost on the way is asked for again, and what `read` gives as
 * passing is waited for. A redirect is not followed: the token is for this address.
 * @throws SourceError after the last attempt; what `read` throws, at once
 */
export async function fetchPatiently<T>(
  url: URL,
  init: () => RequestInit,
  read: (answer: Response) => Promise<T | Passing>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(url, { ...init(), redirect: "manual" }).catch(lost);
    const result = answer instanceof Passing ? answer : await read(answer);
    if (!(result instanceof Passing)) return result;
    if (attempt === ATTEMPTS)
      throw new SourceError(`${url.href} does not answer: ${result.message}`, { cause: result });
    await pauseAfter(attempt, result.seconds);
  }
}

/** The text of an answer, or that it was lost on the way. */
export function textOf(answer: Response): Promise<string | Passing> {
  return answer.text().catch(lost);
}

/** Whether the service says that another attempt may be answered otherwise. */
export function isPassing({ status }: Response): boolean {
  return status === 429 || status >= 500;
}

/** An answer that is to be tried for later, as its header says when. */
export function passing(said: string, { headers }: Response): Passing {
  return new Passing(said, Number(headers.get("retry-after")) || 0);
}

/** Waits longer each time, and no less than the service asks for. */
export function pauseAfter(attempt: number, seconds = 0): Promise<void> {
  return pause(Math.max(Math.min(seconds, MOST_SECONDS) * 1000, 100 * 2 ** attempt));
}

function lost(error: unknown): Passing {
  // What fetch throws says no more than that it failed.
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return new Passing(cause instanceof Error ? cause.message : String(cause), 0, { cause: error });
}
