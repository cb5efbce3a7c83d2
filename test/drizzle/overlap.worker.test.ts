import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connect } from "../../drizzle/client/database.ts";
import { mayOverlap as mayOverlapSql, surelyOverlap, type WrittenColumns } from "../../drizzle/query/overlap.ts";
import { dayOf } from "../../src/domain/time/day.ts";
import { tryPartialDate } from "../../src/domain/time/partial-date.ts";
import { mayOverlap, type Period, PeriodError, periodFrom, writtenDays } from "../../src/domain/time/period.ts";

const database = connect(env.DB);

/** A few years only, so that periods often meet. */
const nearDay = fc
  .date({ min: new Date("1952-01-01"), max: new Date("1955-12-31"), noInvalidDate: true })
  .map((date) => dayOf(Number(date)));
const dateOf = (day: fc.Arbitrary<string>) =>
  fc.oneof(
    fc
      .tuple(day, fc.constantFrom(4, 7, 10), fc.constantFrom("", "?", "~", "%"))
      .map(([date, length, hedge]) => date.slice(0, length) + hedge),
    fc.tuple(day, fc.constantFrom("21", "22", "23", "24")).map(([date, season]) => `${date.slice(0, 4)}-${season}`),
    day.map((date) => `${date.slice(0, 3)}X`),
    day.map((date) => `${date.slice(0, 4)}-XX`),
  );
const textOf = (day: fc.Arbitrary<string>) =>
  fc
    .oneof(
      dateOf(day),
      fc.tuple(fc.oneof(dateOf(day), fc.constantFrom("", "..")), fc.oneof(dateOf(day), fc.constantFrom("", ".."))),
    )
    .map((ends) => [ends].flat().join("/"))
    .filter((text) => tryPartialDate(text) !== null);

describe("overlap", () => {
  const end = fc.option(textOf(nearDay), { nil: null });
  const period = fc
    .tuple(end, end)
    .map(tryPeriod)
    .filter((period) => period !== null);
  const days = ["FromEarliest", "FromLatest", "ToEarliest", "ToLatest"];
  const names = days.flatMap((day) => [`${day[0]!.toLowerCase()}${day.slice(1)}`, `written${day}`]);
  const columns = (side: string) =>
    Object.fromEntries(names.map((name) => [name, sql.raw(`${side}_${name}`)])) as unknown as WrittenColumns;

  it("is judged by dates as they are written, the same in SQL as in TypeScript", async () => {
    const selected = ["a", "b"].flatMap((side) =>
      names.map((name) => `value -> '${side}' ->> '${name}' as ${side}_${name}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(period, period), { minLength: 1, maxLength: 50 }), async (pairs) => {
        const rows = JSON.stringify(pairs.map(([a, b]) => ({ a, b })));
        const answers = await database.all<{ may: number; surely: number }>(
          sql`select ${mayOverlapSql(columns("a"), columns("b"))} as may, ${surelyOverlap(columns("a"), columns("b"))} as surely
            from (select key, ${sql.raw(selected.join(", "))} from json_each(${rows})) order by key`,
        );
        const expected = pairs.map(([a, b]) => {
          const [mine, theirs] = [writtenDays(a), writtenDays(b)];
          const surely = mine.fromLatest < theirs.toEarliest && theirs.fromLatest < mine.toEarliest;
          return { may: Number(mayOverlap(mine, theirs)), surely: Number(surely) };
        });
        expect(answers).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

function tryPeriod([from, to]: [string | null, string | null]): Period | null {
  try {
    return periodFrom(from, to);
  } catch (error) {
    if (error instanceof PeriodError) return null;
    throw error;
  }
}
