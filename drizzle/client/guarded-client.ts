import { backoff } from "../../src/domain/fault/backoff.ts";
import { CircuitBreaker } from "../../src/domain/fault/circuit-breaker.ts";
import { BrokenWrite, Unavailable } from "../../src/domain/fault/unavailable.ts";
import type { Usage } from "../../src/domain/usage.ts";
import { TooLarge } from "../../src/domain/fault/too-large.ts";
import { d1FaultOf, isRolledBack } from "./d1-fault.ts";
import type { D1Client } from "./d1-client.ts";
import { GuardedStatement } from "./guarded-statement.ts";
import { pause } from "../../src/domain/fault/pause.ts";

/** How often a reading is tried. */
export const ATTEMPTS = 3;

const breakers = new WeakMap<object, CircuitBreaker>();

/** The circuit breaker of a database in this isolate. */
export function breakerOf(database: object, clock: () => number): CircuitBreaker {
  const breaker = breakers.get(database) ?? new CircuitBreaker(clock);
  breakers.set(database, breaker);
  return breaker;
}

/**
 * D1 for one request: it tries again what is safe to try again, spares a database that is overloaded or does not answer,
 * counts what is used, and sends nothing once the request is given up. Only batches write.
 * @throws Unavailable where it is D1 that cannot answer; BrokenWrite where a batch that writes broke off
 */
export class GuardedClient implements D1Client {
  readonly #d1: D1Client;
  readonly #breaker: CircuitBreaker;
  readonly #usage: Usage;
  readonly #random: () => number;
  #ticket: number | null = null;
  /** The breaker's, when a statement was last sent. */
  #answers = 0;
  #underWay = 0;
  #hasWritten = false;
  #isGivenUp = false;

  constructor(d1: D1Client, breaker: CircuitBreaker, usage: Usage, random: () => number = Math.random) {
    this.#d1 = d1;
    this.#breaker = breaker;
    this.#usage = usage;
    this.#random = random;
  }

  prepare(text: string): D1PreparedStatement {
    return new GuardedStatement(this, text, this.#d1.prepare(text)) as unknown as D1PreparedStatement;
  }

  async all({ text, statement }: GuardedStatement): Promise<D1Result<Record<string, unknown>>> {
    const send = () => statement.all();
    const result = await this.#answer(1, send, () => isReading(text));
    this.#count(result);
    return result;
  }

  async batch<T>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> {
    const guarded = statements as unknown as GuardedStatement[];
    const isRead = guarded.every(({ text }) => isReading(text));
    const hadWritten = this.#hasWritten;
    const send = async () => {
      this.#hasWritten ||= !isRead;
      try {
        return await this.#d1.batch<T>(guarded.map(({ statement }) => statement));
      } catch (error) {
        if (isRolledBack(error)) this.#hasWritten = hadWritten;
        throw error;
      }
    };
    const results = await this.#answer(guarded.length, send, () => isRead);
    for (const result of results) this.#count(result);
    return results;
  }

  /** Whether nothing is sent any more. */
  get isGivenUp(): boolean {
    return this.#isGivenUp;
  }

  /** No statement is sent from here on; what to say of the request. */
  giveUp(): Unavailable {
    this.#isGivenUp = true;
    if (this.#underWay > 0) this.#breaker.missed(this.#ticket!, this.#answers);
    return this.#fault("DEADLINE_EXCEEDED");
  }

  async #answer<T>(statements: number, send: () => Promise<T>, isRead: () => boolean): Promise<T> {
    for (let failures = 1; ; failures += 1) {
      const ticket = this.#admitted();
      this.#usage.statements += statements;
      this.#underWay += 1;
      try {
        const result = await send();
        this.#breaker.answered(ticket);
        return result;
      } catch (error) {
        const fault = d1FaultOf(error);
        if (fault === null || fault === "tooLarge") {
          this.#breaker.answered(ticket);
          throw fault === null ? error : new TooLarge();
        }
        if (fault === "overloaded") this.#breaker.overloaded(ticket);
        else if (failures === ATTEMPTS) this.#breaker.missed(ticket, this.#answers);
        if (fault === "overloaded" || failures === ATTEMPTS) throw this.#fault("UNAVAILABLE", error);
        await pause(backoff(failures, this.#random));
        if (!isRead()) throw new BrokenWrite("UNAVAILABLE", true, { cause: error });
      } finally {
        this.#underWay -= 1;
      }
    }
  }

  #admitted(): number {
    if (this.#isGivenUp) throw this.#fault("DEADLINE_EXCEEDED");
    const ticket = this.#breaker.admit(this.#ticket);
    if (ticket === null) throw this.#fault("UNAVAILABLE");
    this.#ticket = ticket;
    this.#answers = this.#breaker.answers;
    return ticket;
  }

  #fault(code: Unavailable["code"], cause?: unknown): Unavailable {
    return new Unavailable(code, this.#hasWritten, cause === undefined ? {} : { cause });
  }

  #count({ meta }: Pick<D1Result, "meta">): void {
    this.#usage.rowsRead += meta.rows_read;
    this.#usage.rowsWritten += meta.rows_written;
    this.#usage.milliseconds += meta.duration;
  }
}

/** What may have written is not tried again: a statement that might is taken for one that does. */
function isReading(text: string): boolean {
  return /^\s*(?:select|with)\b/i.test(text) && !/\b(?:insert|update|delete)\b/i.test(text);
}
