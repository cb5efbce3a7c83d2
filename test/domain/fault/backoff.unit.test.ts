import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backoff, collisionWait } from "../../../src/domain/fault/backoff.ts";

const failures = fc.integer({ min: 1, max: 10 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe("the wait after a failure", () => {
  it("is between 50 and 100 ms after the first, and twice as long after each", () => {
    expect([0, 0.5, 1].map((random) => backoff(1, () => random))).toEqual([50, 75, 100]);
    fc.assert(
      fc.property(failures, chance, (count, random) => {
        expect(backoff(count + 1, () => random)).toBeCloseTo(2 * backoff(count, () => random), 6);
      }),
    );
  });

  it("is never shorter than any after fewer failures", () => {
    fc.assert(
      fc.property(failures, chance, chance, (count, one, other) => {
        expect(backoff(count + 1, () => one)).toBeGreaterThanOrEqual(backoff(count, () => other));
      }),
    );
  });

  it("is spread evenly over its range", () => {
    fc.assert(
      fc.property(failures, fc.array(chance, { minLength: 1, maxLength: 20 }), (count, randoms) => {
        const [least, most] = [backoff(count, () => 0), backoff(count, () => 1)];
        for (const random of randoms) {
          expect((backoff(count, () => random) - least) / (most - least)).toBeCloseTo(random, 6);
        }
      }),
    );
  });
});

describe("the wait after a collision", () => {
  it("is any time up to 25 ms after the first, up to twice as long after each, and up to 400 ms at last", () => {
    const most = [1, 2, 3, 4, 5, 6, 99].map((count) => collisionWait(count, () => 1));
    expect(most).toEqual([25, 50, 100, 200, 400, 400, 400]);
    fc.assert(
      fc.property(failures, chance, (count, random) => {
        expect(collisionWait(count, () => random)).toBeCloseTo(random * collisionWait(count, () => 1), 6);
      }),
    );
  });
});
