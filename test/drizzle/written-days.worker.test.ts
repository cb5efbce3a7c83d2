import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connect } from "../../drizzle/client/database.ts";
import { mayOverlap as mayOverlapSql, surelyOverlap } from "../../drizzle/query/overlap.ts";
import { writtenEarliest, writtenLatest } from "../../drizzle/query/written-days.ts";
import { dayOf } from "../../src/domain/time/day.ts";
import { parsePartialDate, tryPartialDate } from "../../src/domain/time/partial-date.ts";
import { mayOverlap, type Period, PeriodError, periodFrom, writtenDays } from "../../src/domain/time/period.ts";

const database = connect(env.DB);

const day = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => dayOf(Number(date)));
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

/** What the SQL forms say of each text, beside the days that its row has. */
async function inSql(texts: string[]) {
  const rows = texts.map((text) => ({ text, ...periodFrom(text, null) }));
  return database.all<{ earliest: string; latest: string }>(
    sql`select ${writtenEarliest(sql`text`, sql`earliest`)} as earliest, ${writtenLatest(sql`text`, sql`latest`)} as latest
      from (select value ->> 'text' as text, value ->> 'fromEarliest' as earliest, value ->> 'fromLatest' as latest, key from json_each(${JSON.stringify(rows)})) order by key`,
  );
}

describe("the days of an end as it is written", () => {
  it.each([
    ["1952?", "1952-01-01", "1952-12-31"],
    ["1952-02~", "1952-02-01", "1952-02-29"],
    ["1953-02%", "1953-02-01", "1953-02-28"],
    ["1952-04-28?", "1952-04-28", "1952-04-28"],
    ["9999-12?", "9999-12-01", "9999-12-31"],
    ["0001~", "0001-01-01", "0001-12-31"],
    ["195X/1961?", "1950-01-01", "1961-12-31"],
    ["1952-21/1961-04%", "1952-01-01", "1961-04-30"],
    ["1952?/..", "1952-01-01", "9999-12-31"],
    ["/1952-04-28?", "0001-01-01", "1952-04-28"],
    ["1952-05", "1952-05-01", "1952-05-31"],
  ])("of %s are %s and %s", async (text, earliest, latest) => {
    expect(parsePartialDate(text).written).toEqual({ earliest, latest });
    expect(await inSql([text])).toEqual([{ earliest, latest }]);
  });

  it("are the same in SQL as in TypeScript, whatever the text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(textOf(day), { minLength: 1, maxLength: 100 }), async (texts) => {
        expect(await inSql(texts)).toEqual(texts.map((text) => parsePartialDate(text).written));
      }),
      { numRuns: 30 },
    );
  });

  it("of a row without a date are the days that it has", async () => {
    const none = sql`null`;
    const [row] = await database.all(
      sql`select ${writtenEarliest(none, sql`'0001-01-01'`)} as earliest, ${writtenLatest(none, sql`'9999-12-31'`)} as latest`,
    );
    expect(row).toEqual({ earliest: "0001-01-01", latest: "9999-12-31" });
  });
});

describe("overlap", () => {
  const end = fc.option(textOf(nearDay), { nil: null });
  const period = fc
    .tuple(end, end)
    .map(tryPeriod)
    .filter((period) => period !== null);
  const columns = (side: string) => {
    const column = (name: string) => sql.raw(`${side}_${name}`);
    return {
      from: column("from"),
      to: column("to"),
      fromEarliest: column("fromEarliest"),
      fromLatest: column("fromLatest"),
      toEarliest: column("toEarliest"),
      toLatest: column("toLatest"),
    };
  };

  it("is judged by dates as they are written, the same in SQL as in TypeScript", async () => {
    const names = ["from", "to", "fromEarliest", "fromLatest", "toEarliest", "toLatest"];
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
