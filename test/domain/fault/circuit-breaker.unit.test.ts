import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { CircuitBreaker, COOLDOWN_MS, MOST_MISSES } from "../../../src/domain/fault/circuit-breaker.ts";

let now: number;
let breaker: CircuitBreaker;

beforeEach(() => {
  now = 1_000;
  breaker = new CircuitBreaker(() => now);
});

/** The ticket of somebody new. */
const ticket = () => breaker.admit(null);
const miss = () => breaker.missed(ticket()!, breaker.answers);

describe("the circuit breaker", () => {
  it("lets all through as long as there are answers", () => {
    for (let n = 0; n < 10; n += 1) breaker.answered(ticket()!);
    expect(ticket()).not.toBeNull();
    expect(breaker.answers).toBe(10);
  });

  it("lets nobody through for half a second after an overload, then one in each half second", () => {
    breaker.overloaded(ticket()!);
    now += COOLDOWN_MS - 1;
    expect(ticket()).toBeNull();
    for (let trial = 0; trial < 3; trial += 1) {
      now += trial === 0 ? 1 : COOLDOWN_MS;
      expect([ticket(), ticket(), ticket()].map((one) => one !== null)).toEqual([true, false, false]);
    }
  });

  it("lets whoever is on trial go on, and all others once there is an answer", () => {
    const before = ticket();
    breaker.overloaded(before!);
    now += COOLDOWN_MS;
    const trial = ticket();
    expect(breaker.admit(trial)).toBe(trial);
    expect(breaker.admit(before)).toBeNull();
    breaker.answered(trial!);
    expect(ticket()).not.toBeNull();
    expect(breaker.admit(before)).not.toBeNull();
  });

  it("waits anew where the one on trial finds an overload too", () => {
    breaker.overloaded(ticket()!);
    now += COOLDOWN_MS;
    const trial = ticket();
    now += 100;
    breaker.overloaded(trial!);
    now += COOLDOWN_MS - 1;
    expect(breaker.admit(trial)).toBeNull();
    now += 1;
    expect(ticket()).not.toBeNull();
  });

  it("hears nothing from those who called before it opened", () => {
    const [one, other] = [ticket()!, ticket()!];
    breaker.overloaded(one);
    breaker.answered(other);
    expect(ticket()).toBeNull();
    now += COOLDOWN_MS - 1;
    breaker.overloaded(other);
    now += 1;
    breaker.answered(ticket()!);
    breaker.overloaded(other);
    for (let n = 0; n < MOST_MISSES; n += 1) breaker.missed(other, breaker.answers);
    expect(ticket()).not.toBeNull();
  });

  it("opens where so many in a row had no answer", () => {
    for (let n = 1; n < MOST_MISSES; n += 1) miss();
    expect(ticket()).not.toBeNull();
    miss();
    expect(ticket()).toBeNull();
  });

  it("stays closed where there was an answer in between, or since the call", () => {
    for (let n = 1; n < MOST_MISSES; n += 1) miss();
    breaker.answered(ticket()!);
    miss();
    const early = breaker.answers;
    breaker.answered(ticket()!);
    for (let n = 0; n < 2 * MOST_MISSES; n += 1) breaker.missed(ticket()!, early);
    expect(ticket()).not.toBeNull();
  });

  it("goes on with its trials where those on trial have no answer either", () => {
    breaker.overloaded(ticket()!);
    for (let n = 0; n < 2 * MOST_MISSES; n += 1) {
      now += COOLDOWN_MS;
      const trial = ticket();
      expect(trial).not.toBeNull();
      breaker.missed(trial!, breaker.answers);
    }
  });

  it("lets one through half a second after whatever has happened, whose answer closes it", () => {
    const outcomes = {
      answered: (one: number) => breaker.answered(one),
      missed: (one: number) => breaker.missed(one, breaker.answers),
      overloaded: (one: number) => breaker.overloaded(one),
      pending: () => undefined,
    };
    const outcome = fc.constantFrom(...(Object.keys(outcomes) as (keyof typeof outcomes)[]));
    const event = fc.record({ after: fc.integer({ min: 0, max: 1_000 }), outcome });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        breaker = new CircuitBreaker(() => now);
        for (const { after, outcome } of events) {
          now += after;
          const one = ticket();
          if (one !== null) outcomes[outcome](one);
        }
        now += COOLDOWN_MS;
        breaker.answered(ticket()!);
        expect([ticket(), ticket()]).not.toContain(null);
      }),
    );
  });

  it("lets through at most one in half a second as long as every call finds an overload", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 100 }), (waits) => {
        breaker = new CircuitBreaker(() => now);
        const admitted: number[] = [];
        for (const wait of waits) {
          now += wait;
          const one = ticket();
          if (one === null) continue;
          admitted.push(now);
          breaker.overloaded(one);
        }
        const gaps = admitted.slice(1).map((time, index) => time - admitted[index]!);
        expect(gaps.every((gap) => gap >= COOLDOWN_MS)).toBe(true);
      }),
    );
  });
});
