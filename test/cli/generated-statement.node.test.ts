import { describe, expect, it } from "vitest";
import {
  actorCount,
  articleCount,
  generatedArticle,
  generatedStatement,
  type World,
} from "../../cli/local/generated/statement.ts";
import { FIRST_DAY, LAST_DAY } from "../../src/domain/time/day.ts";
import { parsePartialDate } from "../../src/domain/time/partial-date.ts";

const world: World = { seed: 1, statements: 20_000, shippedActors: 50, shippedAlliances: 20 };
const all = Array.from({ length: world.statements }, (_, n) => generatedStatement(world, n));

function countsOf(values: unknown[]): number[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(JSON.stringify(value), (counts.get(JSON.stringify(value)) ?? 0) + 1);
  return [...counts.values()].toSorted((a, b) => b - a);
}

describe("a generated statement", () => {
  it("is the same for the same seed and number, and another for another seed", () => {
    expect(all.slice(0, 100)).toEqual(all.slice(0, 100).map((_, n) => generatedStatement({ ...world }, n)));
    expect(generatedStatement({ ...world, seed: 2 }, 7)).not.toEqual(all[7]);
  });

  it("has a citation, and an article that is there", () => {
    expect(all.every(({ citations }) => citations.length > 0)).toBe(true);
    expect(Math.max(...all.map(({ article }) => article))).toBe(articleCount(world) - 1);
  });

  it("cites a quotation in its own words", () => {
    expect(all.every(({ form, text, citations }) => citations[0] === (form === "QUOTE" ? text : null))).toBe(true);
  });

  it("has no target twice", () => {
    for (const { targets } of all) {
      expect(new Set(targets.map(({ actor, alliance }) => JSON.stringify([actor, alliance]))).size).toBe(
        targets.length,
      );
    }
  });

  it("has the days that its date means", () => {
    for (const { saidOn, saidEarliest, saidLatest } of all.slice(0, 2000)) {
      expect([saidEarliest, saidLatest]).toEqual(daysOf(saidOn));
    }
  });

  it("is dated from 2000 to 2025, to the day, month or year, or not at all", () => {
    const years = all.flatMap(({ saidOn }) => (saidOn === null ? [] : [Number(saidOn.slice(0, 4))]));
    expect([Math.min(...years), Math.max(...years)]).toEqual([2000, 2025]);
    const lengths = countsOf(all.map(({ saidOn }) => saidOn?.length ?? 0));
    expect(lengths.map((count) => Math.round((count / all.length) * 100))).toEqual([75, 12, 8, 5]);
  });
});

describe("generated statements together", () => {
  it("are said mostly by few, and by most actors at least once", () => {
    const counts = countsOf(all.map(({ speaker }) => speaker));
    const ofTenth = counts.slice(0, Math.ceil(counts.length / 10)).reduce((sum, count) => sum + count, 0);
    expect(ofTenth / all.length).toBeGreaterThan(0.5);
    expect(counts.length).toBeGreaterThan((actorCount(world) + world.shippedActors) * 0.9);
  });

  it("are about few alliances mostly", () => {
    const counts = countsOf(all.flatMap(({ targets }) => targets.flatMap(({ alliance }) => alliance ?? [])));
    expect(counts[0]).toBeGreaterThan(4 * (counts[9] ?? 0));
  });

  it("are said by shipped and by generated actors", () => {
    const shipped = all.filter(({ speaker }) => "shipped" in speaker).length;
    expect(shipped / all.length).toBeGreaterThan(0.2);
    expect(shipped / all.length).toBeLessThan(0.6);
  });

  it("are said by actors that are there, however few", () => {
    const few: World = { seed: 1, statements: 3000, shippedActors: 107, shippedAlliances: 20 };
    const speakers = Array.from({ length: few.statements }, (_, n) => generatedStatement(few, n).speaker);
    const most = (places: number[]) => Math.max(...places);
    expect(most(speakers.flatMap((place) => ("shipped" in place ? place.shipped : [])))).toBe(few.shippedActors - 1);
    expect(most(speakers.flatMap((place) => ("generated" in place ? place.generated : [])))).toBe(actorCount(few) - 1);
  });

  it("are published by outlets only", () => {
    for (let n = 0; n < 500; n++) {
      const { publisher } = generatedArticle(world, n);
      expect("generated" in publisher && publisher.generated % 10).toBe(0);
    }
  });
});

function daysOf(saidOn: string | null): [string, string] {
  if (saidOn === null) return [FIRST_DAY, LAST_DAY];
  const { earliest, latest } = parsePartialDate(saidOn);
  return [earliest, latest];
}
