import { describe, expect, it } from "vitest";
import { dayAfter, dayOf, isDay } from "../../../src/domain/time/day.ts";
import { parsePartialDate } from "../../../src/domain/time/partial-date.ts";
import { holdsOn, mayOverlap, PeriodError, periodFrom, periodOfEvent } from "../../../src/domain/time/period.ts";

describe("a day", () => {
  it.each(["2022-05-07", "2024-02-29", "0001-01-01", "9999-12-30"])("is %s", (text) => expect(isDay(text)).toBe(true));

  it.each([
    "2023-02-29",
    "2022-13-01",
    "2022-00-10",
    "0000-12-31",
    "9999-12-31",
    "2022-05",
    "2022-05-7",
    "",
    "x2022-05-07",
    "2022-05-07x",
    "12022-05-07",
    "2022-05-071",
  ])("is not %j", (text) => expect(isDay(text)).toBe(false));

  it("begins at midnight UTC, and is followed by the next, but for the last", () => {
    expect(dayOf(Date.UTC(2022, 4, 7) - 1)).toBe("2022-05-06");
    expect(dayOf(Date.UTC(2022, 4, 7))).toBe("2022-05-07");
    expect(dayAfter("2024-02-28")).toBe("2024-02-29");
    expect(dayAfter("9999-12-30")).toBe("9999-12-31");
    expect(dayAfter("9999-12-31")).toBe("9999-12-31");
  });
});

describe("a period", () => {
  it("keeps its ends as they are written, and what they may mean", () => {
    expect(periodFrom("2022-05", "2023?")).toEqual({
      from: "2022-05",
      to: "2023?",
      fromEarliest: "2022-05-01",
      fromLatest: "2022-05-31",
      toEarliest: "2023-01-01",
      toLatest: "2023-12-31",
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
