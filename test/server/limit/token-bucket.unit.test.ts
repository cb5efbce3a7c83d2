import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenBuckets } from "../../../src/server/limit/token-bucket.ts";

describe("a bucket of tokens", () => {
  it("is full at first, and says what is left and when it is full again", () => {
    const take = tokenBuckets(100, 60);
    expect(take("a", 30, 0)).toEqual({ isEnough: true, remaining: 70, seconds: 30 });
    expect(take("a", 80, 0)).toEqual({ isEnough: false, remaining: 70, seconds: 10 });
    expect(take("a", 80, 10_000)).toEqual({ isEnough: true, remaining: 0, seconds: 100 });
  });

  it("is each client's own", () => {
    const take = tokenBuckets(100, 60);
    take("a", 100, 0);
    expect(take("b", 100, 0).isEnough).toBe(true);
  });

  it("is not filled by a clock that was set back", () => {
    const take = tokenBuckets(100, 60);
    take("a", 100, 300_000);
    expect(take("a", 1, 0).isEnough).toBe(false);
    expect(take("a", 1, 1_000).isEnough).toBe(true);
  });

  it("is forgotten when ten thousand others have come since", () => {
    const take = tokenBuckets(100, 60);
    take("a", 100, 0);
    for (let n = 0; n < 9_999; n += 1) take(`client ${n}`, 1, 0);
    expect(take("a", 1, 0).isEnough).toBe(false);
    for (let n = 0; n < 10_000; n += 1) take(`client ${n}`, 1, 0);
    expect(take("a", 1, 0).isEnough).toBe(true);
  });

  it("never gives more than its capacity and what has run in since", () => {
    const asked = fc.array(fc.record({ cost: fc.nat(50), wait: fc.nat(20_000) }), { maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 600 }), asked, (capacity, rate, asks) => {
        const take = tokenBuckets(capacity, rate);
        let now = 0;
        let spent = 0;
        for (const { cost, wait } of asks) {
          now += wait;
          const { isEnough, remaining, seconds } = take("a", cost, now);
          if (isEnough) spent += cost;
          expect(spent).toBeLessThanOrEqual(capacity + (now / 60_000) * rate + 1e-6);
          expect(remaining).toBeGreaterThanOrEqual(0);
          expect(seconds).toBeGreaterThanOrEqual(isEnough ? 0 : 1);
          // Whoever waits as long as they were told is served, if the bucket holds so much.
          const isServed = isEnough || levelAfter(capacity, rate, remaining, seconds) >= Math.min(cost, capacity);
          expect(isServed).toBe(true);
        }
      }),
    );
  });
});

const levelAfter = (capacity: number, rate: number, level: number, seconds: number) =>
  Math.min(capacity, level + 1 + (seconds / 60) * rate);
