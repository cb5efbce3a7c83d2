import { describe, expect, it } from "vitest";
import { dayAfter, dayFault, dayOf, dayPlus } from "../../../src/domain/time/day.ts";
import { parsePartialDate } from "../../../src/domain/time/partial-date.ts";
import {
  holdsOn,
  mayOverlap,
  PeriodError,
  periodFrom,
  periodOfEvent,
  writtenDays,
} from "../../../src/domain/time/period.ts";

describe("a day", () => {
  it.each(["2022-05-07", "2024-02-29", "0001-01-01", "9999-12-30"])("is %s", (text) =>
    expect(dayFault(text)).toBeNull(),
  );

  it.each<[unknown, string]>([
    ["2023-02-29", "February 2023 has 28 days: write one from 01 to 28"],
    ["2022-13-01", "there is no month 13: write one from 01 to 12"],
    ["2022-00-10", "there is no month 00: write one from 01 to 12"],
    ["2022-05-00", "May 2022 has 31 days: write one from 01 to 31"],
    ["0000-12-31", "there is no year 0000: write one from 0001 to 9999"],
    ["9999-12-31", "it stands for an open end, and the last that can be asked for is 9999-12-30"],
    ...["2022-05", "2022-05-7", "", "x2022-05-07", "2022-05-07x", "12022-05-07", "2022-05-071", 20220507, null].map(
      (value): [unknown, string] => [value, "write YYYY-MM-DD, such as 2022-05-07"],
    ),
  ])("is not %j: %s", (value, fault) => expect(dayFault(value)).toBe(fault));

  it("begins at midnight UTC, and is followed by the next, but for the last", () => {
    expect(dayOf(Date.UTC(2022, 4, 7) - 1)).toBe("2022-05-06");
    expect(dayOf(Date.UTC(2022, 4, 7))).toBe("2022-05-07");
    expect(dayAfter("2024-02-28")).toBe("2024-02-29");
    expect(dayAfter("9999-12-30")).toBe("9999-12-31");
    expect(dayAfter("9999-12-31")).toBe("9999-12-31");
    expect(dayPlus("2024-03-01", -2)).toBe("2024-02-28");
    expect(dayPlus("0001-01-02", -2)).toBe("0001-01-01");
    expect(dayPlus("9999-12-30", 2)).toBe("9999-12-31");
  });
});

describe("a period", () => {
  it("keeps its ends as they are written, and what they may mean", () => {
    expect(periodFrom("2022-05", "2023?")).toEqual({
      from: "2022-05",
      to: "2023?",
      fromEarliest: "2022-05-01",
      fromLatest: "2022-05-31",
      toEarliest: "2022-01-01",
      toLatest: "2025-01-01",
      writtenFromEarliest: null,
      writtenFromLatest: null,
      writtenToEarliest: "2023-01-01",
      writtenToLatest: "2023-12-31",
    });
  });

  it.each([
    [null, null],
    ["..", ".."],
  ])("from %j to %j is open on both sides", (from, to) => {
    expect(periodFrom(from, to)).toEqual({
      from: null,
      to: null,
      fromEarliest: "0001-01-01",
      fromLatest: "9999-12-31",
      toEarliest: "9999-12-31",
      toLatest: "9999-12-31",
      writtenFromEarliest: null,
      writtenFromLatest: null,
      writtenToEarliest: null,
      writtenToLatest: null,
    });
  });

  it("is refused where its end is not after its start", () => {
    for (const to of ["2022-05-07", "2021"]) expect(() => periodFrom("2022-05-07", to)).toThrow(PeriodError);
    expect(() => periodFrom("2022-05-07", "2021")).toThrow(
      expect.objectContaining({
        name: "PeriodError",
        message: "a period ends after it begins, and 2022-05-07 is not before 2021",
      }),
    );
    expect(periodFrom("2022-05-07", "2022-05-08")).toMatchObject({ to: "2022-05-08" });
  });

  it.each([
    ["2022-05-20/2022-05-24", "2022-05-20", "2022-05-25"],
    ["2022-05-05", "2022-05-05", "2022-05-06"],
    ["2008-05", "2008-05", "2008-05-02/2008-06-01"],
    ["2008-05-20/2008-06", "2008-05-20/2008-06", "2008-05-21/2008-07-01"],
    ["2008-05/2008-06-20", "2008-05/2008-06-20", "2008-05-02/2008-06-21"],
    ["2022-05-20?", "2022-05-20?", "2022-05-21?"],
    ["2022-05-20?/2022-05-24", "2022-05-20?/2022-05-24", "2022-05-21/2022-05-25"],
    ["2022-05-20/2022-05-24?", "2022-05-20/2022-05-24?", "2022-05-21/2022-05-25"],
  ])("of an event on %s is from %s to %s", (date, from, to) => {
    expect(periodOfEvent(parsePartialDate(date))).toMatchObject({ from, to });
  });

  it.each([
    ["2021-12-31", null],
    ["2022-01-01", "POSSIBLE"],
    ["2022-01-30", "POSSIBLE"],
    ["2022-01-31", "CERTAIN"],
    ["2022-12-31", "CERTAIN"],
    ["2023-01-01", "POSSIBLE"],
    ["2023-12-30", "POSSIBLE"],
    ["2023-12-31", null],
  ])("from 2022-01 to 2023 holds on %s: %s", (day, certainty) => {
    expect(holdsOn(periodFrom("2022-01", "2023"), day)).toBe(certainty);
  });

  it("of an event of a hedged day is that day, or the one before or after, and none of them for certain", () => {
    const event = periodOfEvent(parsePartialDate("2022-05-20?"));
    expect(days("2022-05-18", 5).map((day) => holdsOn(event, day))).toEqual([
      null,
      "POSSIBLE",
      "POSSIBLE",
      "POSSIBLE",
      null,
    ]);
  });

  it("from a hedged day may begin on the days around it, and has begun for certain on the day after those", () => {
    const from = (date: string) => days("1952-04-25", 8).map((day) => holdsOn(periodFrom(date, null), day));
    const [no, may, does] = [null, "POSSIBLE", "CERTAIN"] as const;
    expect(from("1952-04-28")).toEqual([no, no, no, does, does, does, does, does]);
    expect(from("1952-04-28?")).toEqual([no, no, may, may, may, does, does, does]);
    expect(from("1952-04-28~")).toEqual(from("1952-04-28?"));
    expect(from("1952-04-28%")).toEqual([no, may, may, may, may, may, does, does]);
    expect(from("1952-04-28?/1952-04-29")).toEqual([no, no, may, may, does, does, does, does]);
  });

  it("to a hedged day holds for certain before the days around it, and no more after them", () => {
    const to = (date: string) => days("1960-05-04", 7).map((day) => holdsOn(periodFrom(null, date), day) !== null);
    const certain = (date: string) =>
      days("1960-05-04", 7).map((day) => holdsOn(periodFrom("1950", date), day) === "CERTAIN");
    expect(certain("1960-05-07?")).toEqual([true, true, false, false, false, false, false]);
    expect(to("1960-05-07?")).toEqual([true, true, true, true, true, false, false]);
    expect(to("1960-05-07")).toEqual([true, true, true, false, false, false, false]);
  });

  it("from about a year may have begun in the year before", () => {
    const period = periodFrom("1952~", null);
    expect(
      ["1950-12-31", "1951-01-01", "1951-12-31", "1953-12-31", "1954-01-01"].map((day) => holdsOn(period, day)),
    ).toEqual([null, "POSSIBLE", "POSSIBLE", "POSSIBLE", "CERTAIN"]);
  });

  it("is refused by the order of its ends as they are written, whatever their hedges add", () => {
    expect(() => periodFrom("1952?", "1951?")).toThrow(PeriodError);
    expect(() => periodFrom("1952-04-28?", "1952-04-28?")).toThrow(PeriodError);
    expect(periodFrom("1952-04-28?", "1952-04-29?")).toMatchObject({
      fromEarliest: "1952-04-27",
      fromLatest: "1952-04-30",
      toEarliest: "1952-04-28",
      toLatest: "1952-05-01",
    });
  });

  it("has the days of its ends as they are written beside what hedges make of them", () => {
    expect(writtenDays({ from: "1952-04?", to: "1953%/1955-06-07~" })).toEqual({
      fromEarliest: "1952-04-01",
      fromLatest: "1952-04-30",
      toEarliest: "1953-01-01",
      toLatest: "1955-06-07",
    });
    expect(writtenDays({ from: null, to: null })).toEqual(writtenDays(periodFrom("..", null)));
  });

  it("may overlap another where both may hold on a day", () => {
    const [may, june, both] = [
      periodFrom("2022-05-01", "2022-06-01"),
      periodFrom("2022-06-01", "2022-07-01"),
      periodFrom("2022-05-31", "2022-06-02"),
    ];
    for (const [a, b, overlap] of [
      [may, june, false],
      [may, both, true],
      [june, both, true],
    ] as const) {
      expect(mayOverlap(a, b)).toBe(overlap);
      expect(mayOverlap(b, a)).toBe(overlap);
    }
  });
});

function days(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => dayPlus(first, index));
}
