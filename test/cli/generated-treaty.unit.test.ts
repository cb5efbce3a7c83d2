import { describe, expect, it } from "vitest";
import { generatedTreaties, generatedTreaty, STATES } from "../../cli/local/generated/treaty.ts";

const MEMBERSHIPS = 20_000;
const all = [...generatedTreaties(1, MEMBERSHIPS)];
const memberships = all.flatMap((treaty) => treaty.memberships);
/** The last is cut short where there are enough. */
const sizes = all
  .slice(0, -1)
  .map((treaty) => new Set(treaty.memberships.map(({ state }) => state)).size)
  .toSorted((a, b) => a - b);
const share = (part: number, whole: number) => Math.round((100 * part) / whole);

describe("generated treaties", () => {
  it("are the same for the same seed and number, and others for another seed", () => {
    expect(all[7]).toEqual(generatedTreaty(1, 7));
    expect(generatedTreaty(2, 7)).not.toEqual(all[7]);
  });

  it("have as many memberships as were asked for, and the first are the same however many follow", () => {
    expect(memberships).toHaveLength(MEMBERSHIPS);
    const few = [...generatedTreaties(1, 1000)];
    expect(few.slice(0, -1)).toEqual(all.slice(0, few.length - 1));
  });

  it("are mostly of two, and a few of nearly all states", () => {
    expect(sizes[0]).toBe(2);
    expect(share(sizes.filter((size) => size === 2).length, sizes.length)).toBeGreaterThan(49);
    expect(share(sizes.filter((size) => size === 2).length, sizes.length)).toBeLessThan(60);
    expect(share(sizes.filter((size) => size > 150).length, sizes.length)).toBeGreaterThan(3);
    expect(Math.max(...sizes)).toBeGreaterThan(185);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(STATES);
  });

  it("have some states in many and most in fewer", () => {
    const counts = [...Map.groupBy(memberships, ({ state }) => state).values()]
      .map(({ length }) => length)
      .toSorted((a, b) => b - a);
    expect(counts).toHaveLength(STATES);
    expect(counts[0]! / counts[STATES / 2]!).toBeGreaterThan(2.5);
  });

  it("begin from 1945 to 2025, most of them since 1990", () => {
    const years = all.map(({ statuses: [signed] }) => Number(signed!.period.fromLatest.slice(0, 4)));
    const known = years.filter((year) => year < 9999);
    expect(Math.min(...known)).toBeGreaterThanOrEqual(1945);
    expect(Math.max(...known)).toBeLessThanOrEqual(2025);
    expect(share(known.filter((year) => year >= 1990).length, known.length)).toBeGreaterThan(60);
  });

  it("end in part, and leave some days open to doubt", () => {
    const ended = memberships.filter(({ period }) => period.to !== null).length;
    const doubtful = memberships.filter(({ period }) => period.fromEarliest !== period.fromLatest).length;
    expect(share(ended, memberships.length)).toBeGreaterThan(20);
    expect(share(ended, memberships.length)).toBeLessThan(60);
    expect(share(doubtful, memberships.length)).toBeGreaterThan(5);
    expect(share(doubtful, memberships.length)).toBeLessThan(20);
  });

  it("have competing claims of one actor, alliance and role", () => {
    for (const rank of ["PREFERRED", "DEPRECATED"]) {
      const rivals = memberships.filter((membership) => membership.rank === rank);
      expect(rivals.length).toBeGreaterThan(50);
      expect(share(rivals.length, memberships.length)).toBeLessThan(3);
    }
  });

  it("have a key of its own for every claim", () => {
    const keys = all.flatMap((treaty) => [...treaty.statuses, ...treaty.memberships].map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
