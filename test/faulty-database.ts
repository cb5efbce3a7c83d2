import { env } from "cloudflare:workers";
import { d1Faults } from "../drizzle/d1-fault.ts";

/** What goes wrong with a call: before D1 has done it, or after. */
export type Fault =
  | { throws: string; when: "before" | "after" }
  | { hangs: "before" | "after" }
  | { takes: number }
  | undefined;

export interface Faulty {
  database: D1Database;
  /** When each call was made, in milliseconds. */
  calls: number[];
}

export const lost = `D1_ERROR: ${d1Faults.transient[2]}`;
export const overloaded = `D1_ERROR: ${d1Faults.overloaded[1]}`;
export const transient = d1Faults.transient.map((text) => `D1_ERROR: ${text}`);

/** D1 with what goes wrong with its calls, which are counted from 1; the text of a batch is empty. */
export function faulty(faultOf: (call: number, text: string) => Fault, d1: D1Database = env.DB): Faulty {
  const calls: number[] = [];
  const statements = new WeakMap<object, D1PreparedStatement>();

  async function attempt<T>(text: string, call: () => Promise<T>): Promise<T> {
    const fault = faultOf(calls.push(Date.now()), text) ?? { takes: 0 };
    if ("takes" in fault) {
      if (fault.takes > 0) await scheduler.wait(fault.takes);
      return call();
    }
    const [when, fail] =
      "throws" in fault
        ? [fault.when, () => Promise.reject(new Error(fault.throws))]
        : [fault.hangs, () => new Promise<never>(() => undefined)];
    if (when === "after") await call();
    return fail();
  }

  const wrap = (statement: D1PreparedStatement, text: string): D1PreparedStatement => {
    const wrapped = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values), text),
      all: () => attempt(text, () => statement.all()),
    } as unknown as D1PreparedStatement;
    statements.set(wrapped, statement);
    return wrapped;
  };
  const database = {
    prepare: (text: string) => wrap(d1.prepare(text), text),
    batch: (batch: D1PreparedStatement[]) => attempt("", () => d1.batch(batch.map((one) => statements.get(one)!))),
  } as unknown as D1Database;
  return { database, calls };
}

/** That goes wrong with the nth call alone, or with so many from there on. */
export function faultyAt(n: number, fault: Fault, times = 1): Faulty {
  return faulty((call) => (call >= n && call < n + times ? fault : undefined));
}
