import { env } from "cloudflare:workers";
import { d1Faults } from "../drizzle/client/d1-fault.ts";
import { fakeDatabase } from "./fake-database.ts";
import { noting, wait } from "./held-clock.ts";

/** What a call of D1 comes to. */
export type Fault = <T>(call: () => Promise<T>) => Promise<T>;
export type When = "before" | "after";

export interface Faulty {
  database: D1Database;
  /** The text of each call that was made, of a batch the texts of its statements. */
  calls: string[];
}

export const transient = d1Faults.transient.map((text) => `D1_ERROR: ${text}`);
export const lost = `D1_ERROR: ${d1Faults.transient[2]}`;
export const tooLarge = d1Faults.tooLarge.map((text) => `D1_ERROR: ${text}`);
export const overload = d1Faults.overloaded.map((text) => `D1_ERROR: ${text}`);
export const overloaded = `D1_ERROR: ${d1Faults.overloaded[1]}`;

/** D1 throws, before it has done what was asked or after. */
export const throwing =
  (message: string, when: When = "before"): Fault =>
  async (call) => {
    if (when === "after") await call();
    throw new Error(message);
  };

export const hanging =
  (when: When): Fault =>
  async (call) => {
    if (when === "after") await call();
    return new Promise<never>(() => undefined);
  };

export const taking =
  (milliseconds: number): Fault =>
  async (call) => {
    await wait(milliseconds);
    return call();
  };

/** D1 with what goes wrong with its calls, which are counted from 1. */
export function faulty(faultOf: (call: number, text: string) => Fault | undefined, d1: D1Database = env.DB): Faulty {
  const calls: string[] = [];
  const wrapped = new WeakMap<object, { statement: D1PreparedStatement; text: string }>();

  async function attempt<T>(text: string, call: () => Promise<T>): Promise<T> {
    const fault = faultOf(calls.push(text), text);
    const asked = () => noting(call);
    return fault === undefined ? asked() : fault(asked);
  }

  const wrap = (statement: D1PreparedStatement, text: string): D1PreparedStatement => {
    const wrapping = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values), text),
      all: () => attempt(text, () => statement.all()),
    } as unknown as D1PreparedStatement;
    wrapped.set(wrapping, { statement, text });
    return wrapping;
  };
  const database = fakeDatabase({
    prepare: (text: string) => wrap(d1.prepare(text), text),
    batch: (batch: D1PreparedStatement[]) => {
      const all = batch.map((one) => wrapped.get(one)!);
      return attempt(all.map(({ text }) => text).join(";\n"), () => d1.batch(all.map(({ statement }) => statement)));
    },
  });
  return { database, calls };
}

/** D1 with what goes wrong with the nth call alone, or with so many from there on. */
export function faultyAt(n: number, fault: Fault, times = 1): Faulty {
  return faulty((call) => (call >= n && call < n + times ? fault : undefined));
}
