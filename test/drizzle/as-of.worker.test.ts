import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdsOn as holdsOnSql } from "../../drizzle/query/as-of.ts";
import { connect } from "../../drizzle/client/database.ts";
import { dayAfter, dayOf, FIRST_DAY, LAST_DAY } from "../../src/domain/time/day.ts";
import { parsePartialDate } from "../../src/domain/time/partial-date.ts";
import {
  holdsOn,
  type Period,
  PeriodError,
  periodFrom,
  periodOfEvent,
  writtenDays,
} from "../../src/domain/time/period.ts";

const database = connect(env.DB);

/** What the SQL form says of every period on every day: one statement for all. */
async function inSql(cases: { period: Period; day: string }[]) {
  const rows = sql`(select value ->> 'fromEarliest' as fe, value ->> 'fromLatest' as fl, value ->> 'toEarliest' as te, value ->> 'toLatest' as tl, value ->> 'day' as day, key from json_each(${JSON.stringify(
    cases.map(({ period, day }) => ({ ...period, day })),
  )}))`;
  const columns = {
    fromEarliest: sql`fe`,
    fromLatest: sql`fl`,
    toEarliest: sql`te`,
    toLatest: sql`tl`,
    attestedUntil: sql`null`,
  };
  const day = sql`day` as unknown as string;
  const answers = await database.all<{ certain: number; possible: number }>(
    sql`select (${holdsOnSql(columns, day, "CERTAIN")}) as certain, (${holdsOnSql(columns, day, "POSSIBLE")}) as possible from ${rows} order by key`,
  );
  return answers.map(({ certain, possible }) => (certain ? "CERTAIN" : possible ? "POSSIBLE" : null));
}

function byNumber(a: number, b: number): number {
  return a - b;
}

function dayBefore(day: string): string {
  return day === FIRST_DAY ? day : dayOf(Date.parse(day) - 86_400_000);
}

/** Each bound of the period, the day before and the day after. */
function boundaries(period: Period): string[] {
  return [period.fromEarliest, period.fromLatest, period.toEarliest, period.toLatest].flatMap((day) => [
    dayBefore(day),
    day,
    dayAfter(day),
  ]);
}

const day = fc
  .date({ min: new Date("1800-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
  .map((date) => dayOf(Number(date)));
const partialDate = fc.oneof(
  day,
  day.map((date) => date.slice(0, 7)),
  day.map((date) => date.slice(0, 4)),
  fc
    .tuple(day, fc.constantFrom(4, 7, 10), fc.constantFrom("?", "~", "%"))
    .map(([date, length, hedge]) => date.slice(0, length) + hedge),
  fc.tuple(day, fc.constantFrom("21", "22", "23", "24")).map(([date, season]) => `${date.slice(0, 4)}-${season}`),
  day.map((date) => `${date.slice(0, 3)}X`),
  day.map((date) => `/${date}?`),
  day.map((date) => `${date.slice(0, 7)}%/`),
  day.map((date) => `../${date}`),
  day.map((date) => `${date}/..`),
);
const end = fc.option(partialDate, { nil: null });
const period = fc
  .tuple(end, end)
  .filter(([from, to]) => isPeriod(from, to))
  .map(([from, to]) => periodFrom(from, to));

function isPeriod(from: string | null, to: string | null): boolean {
  try {
    periodFrom(from, to);
    return true;
  } catch (error) {
    if (error instanceof PeriodError) return false;
    throw error;
  }
}

describe("holding on a day", () => {
  it.each([
    ["2022-01", "2023", "2021-12-31", null],
    ["2022-01", "2023", "2022-01-01", "POSSIBLE"],
    ["2022-01", "2023", "2022-01-30", "POSSIBLE"],
    ["2022-01", "2023", "2022-01-31", "CERTAIN"],
    ["2022-01", "2023", "2022-12-31", "CERTAIN"],
    ["2022-01", "2023", "2023-01-01", "POSSIBLE"],
    ["2022-01", "2023", "2023-12-30", "POSSIBLE"],
    ["2022-01", "2023", "2023-12-31", null],
    ["1984?", null, "1982-12-31", null],
    ["1984?", null, "1984-06-01", "POSSIBLE"],
    ["1984?", null, "1985-12-31", "POSSIBLE"],
    ["1984?", null, "1986-01-01", "CERTAIN"],
    ["1952-04-28?", null, "1952-04-26", null],
    ["1952-04-28?", null, "1952-04-28", "POSSIBLE"],
    ["1952-04-28?", null, "1952-04-30", "CERTAIN"],
    ["1952~", null, "1951-12-31", "POSSIBLE"],
    ["1950", "1960-05-07?", "1960-05-05", "CERTAIN"],
    ["1950", "1960-05-07?", "1960-05-08", "POSSIBLE"],
    ["1950", "1960-05-07?", "1960-05-09", null],
    ["2001-22", null, "2000-12-01", "POSSIBLE"],
    ["2001-22", null, "2002-03-31", "CERTAIN"],
    ["/1985-04-12", null, "1900-01-01", "POSSIBLE"],
    ["/1985-04-12", null, "1985-04-12", "CERTAIN"],
    ["1985-04-12/", null, "1985-04-12", "POSSIBLE"],
    [null, "2000-01-01", "1000-01-01", "POSSIBLE"],
    [null, "2000-01-01", "2000-01-01", null],
    ["../2022-05-07", null, "1900-01-01", "POSSIBLE"],
    ["../2022-05-07", null, "2022-05-07", "CERTAIN"],
    ["2012-01-01", "2012-12-31/..", "2013-01-01", "POSSIBLE"],
    ["2022-05-07", "..", "9999-12-30", "CERTAIN"],
  ] as const)("says of [%s, %s) on %s: %s", async (from, to, on, certainty) => {
    const period = periodFrom(from, to);
    expect(holdsOn(period, on)).toBe(certainty);
    expect(await inSql([{ period, day: on }])).toEqual([certainty]);
  });

  it("is the same in TypeScript and in SQL on every boundary of every period", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(period, { minLength: 1, maxLength: 40 }), day, async (periods, other) => {
        const cases = periods.flatMap((period) => [...boundaries(period), other].map((day) => ({ period, day })));
        expect(await inSql(cases)).toEqual(cases.map(({ period, day }) => holdsOn(period, day)));
      }),
      { numRuns: 50 },
    );
  });

  it("is possible on every day on which it would be without hedges, and certain on none that it would not be", () => {
    fc.assert(
      fc.property(period, day, (hedged, other) => {
        const bare = writtenDays(hedged);
        for (const on of [...boundaries(hedged), ...boundaries({ ...hedged, ...bare }), other]) {
          const [before, after] = [holdsOn(bare, on), holdsOn(hedged, on)];
          expect(before === null || after !== null).toBe(true);
          expect(after !== "CERTAIN" || before === "CERTAIN").toBe(true);
        }
      }),
    );
  });

  it("is certain on no day on which a hedged end may still lie", () => {
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), fc.constantFrom("?", "~", "%"), (date, length, hedge) => {
        const end = date.slice(0, length) + hedge;
        const { earliest, latest } = parsePartialDate(end);
        for (const on of [dayBefore(earliest), earliest, date, latest, dayAfter(latest)]) {
          const isWithin = earliest <= on && on <= latest;
          expect(holdsOn(periodFrom(end, null), on)).toBe(isWithin ? "POSSIBLE" : on < earliest ? null : "CERTAIN");
          expect(holdsOn(periodFrom("0100", end), on)).toBe(isWithin ? "POSSIBLE" : on < earliest ? "CERTAIN" : null);
        }
      }),
    );
  });

  it("is never certain where it is not possible, and begins and ends once", () => {
    fc.assert(
      fc.property(period, (period) => {
        const marks = { null: 0, POSSIBLE: 1, CERTAIN: 2 };
        const seen = boundaries(period)
          .filter((day) => day < LAST_DAY)
          .toSorted()
          .map((day) => marks[`${holdsOn(period, day)}`]);
        const highest = Math.max(...seen);
        const top = seen.indexOf(highest);
        expect(seen.slice(0, top + 1)).toEqual(seen.slice(0, top + 1).toSorted(byNumber));
        expect(seen.slice(top)).toEqual(seen.slice(top).toSorted(byNumber).toReversed());
      }),
    );
  });
});

describe("a period", () => {
  it("is refused where its end is not after its start", () => {
    expect(() => periodFrom("2022-05-07", "2022-05-07")).toThrow(PeriodError);
    expect(() => periodFrom("2022-05-07", "2021")).toThrow("a period ends after it begins");
  });

  it("of an event runs from its first day to the day after its last", () => {
    expect(periodOfEvent(parsePartialDate("2022-05-20/2022-05-24"))).toMatchObject({
      from: "2022-05-20",
      to: "2022-05-25",
    });
    expect(periodOfEvent(parsePartialDate("2022-05-05"))).toMatchObject({ from: "2022-05-05", to: "2022-05-06" });
    const month = periodOfEvent(parsePartialDate("2008-05"));
    expect(month).toMatchObject({ from: "2008-05", to: "2008-05-02/2008-06-01" });
    expect(holdsOn(month, "2008-05-31")).toBe("POSSIBLE");
    expect(holdsOn(month, "2008-06-01")).toBeNull();
  });
});
