import edtf from "edtf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, FIRST_DAY, LAST_DAY } from "../../../src/domain/time/day.ts";
import { PartialDateError, parsePartialDate, tryPartialDate } from "../../../src/domain/time/partial-date.ts";

describe("a partial date", () => {
  it.each([
    ["2022-05-05", "2022-05-05", "2022-05-05"],
    ["2022-01", "2022-01-01", "2022-01-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2022", "2022-01-01", "2022-12-31"],
    ["2022-05~", "2022-05-01", "2022-05-31"],
    ["1984?", "1984-01-01", "1984-12-31"],
    ["1984-01-07?", "1984-01-07", "1984-01-07"],
    ["201X", "2010-01-01", "2019-12-31"],
    ["2022-XX", "2022-01-01", "2022-12-31"],
    ["2022-XX-XX", "2022-01-01", "2022-12-31"],
    ["2024-02-XX", "2024-02-01", "2024-02-29"],
    ["19XX/201X", "1900-01-01", "2019-12-31"],
    ["1984?/199X", "1984-01-01", "1999-12-31"],
    ["2022-05-07/2022-05-10", "2022-05-07", "2022-05-10"],
    ["../2022-05-07", "0001-01-01", "2022-05-07"],
    ["2012-12-31/..", "2012-12-31", "9999-12-31"],
    ["1969-12-31/1970-01-01", "1969-12-31", "1970-01-01"],
    ["..", "0001-01-01", "9999-12-31"],
    ["2024-02-29", "2024-02-29", "2024-02-29"],
    ["2022-12-01", "2022-12-01", "2022-12-01"],
    ["1000", "1000-01-01", "1000-12-31"],
    ["2000", "2000-01-01", "2000-12-31"],
  ])("%s means some day from %s to %s", (text, earliest, latest) => {
    expect(parsePartialDate(text)).toEqual({ edtf: text, earliest, latest });
  });

  it.each([
    ["2022-02-30", "2022-02 has 28 days"],
    ["2023-02-29", "2023-02 has 28 days"],
    ["1972-06-31?", "1972-06 has 30 days"],
    ["2022-13", "there is no month 13"],
    ["2022-00-01", "there is no month 00"],
    ["2022-05-00", "2022-05 has 31 days"],
    ["0000", "there is no year 0000"],
    ["000X", "there is no year 0000"],
    ["00XX", "there is no year 0000"],
    ["0000-05-07", "there is no year 0000"],
    ["0000?", "there is no year 0000"],
    ["2022-05-07/2022-13", "there is no month 13"],
    ["2022-05-32", "2022-05 has 31 days"],
    ["2022-05-10/2022-05-07", "ends before it begins"],
    ["2022-05-07/2022-05-07", "ends before it begins"],
    ["2022-05/2022", "ends before it begins"],
    ["0001/0001-01-01", "ends before it begins"],
    ["201X?", "is not an EDTF date"],
    ["../2022-XX~", "is not an EDTF date"],
    ["../..", "is not an EDTF date"],
    ["yesterday", "is not an EDTF date"],
    ["2022-5-7", "is not an EDTF date"],
    ["2022-05-07T10:00:00Z", "is not an EDTF date"],
    ["", "is not an EDTF date"],
    ["2".repeat(10_000), "at most 40 characters"],
  ])("%s is refused with the reason", (text, reason) => {
    expect(() => parsePartialDate(text)).toThrow(PartialDateError);
    expect(() => parsePartialDate(text)).toThrow(reason);
    expect(() => parsePartialDate(text)).toThrow(expect.objectContaining({ name: "PartialDateError" }));
  });

  it.each([
    "x2022",
    "2022x",
    "12022-05-07",
    "2022-05-071",
    "2022?-05",
    "2022-05-07/2022-05-08/2022-05-09",
    "202X/..x",
    "../",
  ])("%s is none, though a part of it is", (text) => expect(tryPartialDate(text)).toBeNull());

  it("has at most 40 characters, and its error tells what would be right", () => {
    expect(() => parsePartialDate("2".repeat(40))).toThrow("is not an EDTF date; write a year, month or day such as");
    expect(() => parsePartialDate("2".repeat(41))).toThrow("at most 40 characters; write a year, month or day such as");
    expect(() => parsePartialDate("2022-XX?")).toThrow("write a year, month or day such as");
  });

  it("is not made of what is no text", () => {
    expect(() => tryPartialDate(null as never)).toThrow(TypeError);
  });

  it("is read or refused, whatever the text, and its earliest day is not after its latest", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9X?~%/.-]{1,24}$/)), (text) => {
        const date = tryPartialDate(text);
        expect(date === null || date.earliest <= date.latest).toBe(true);
      }),
    );
  });

  it("means the days that the library edtf reads in it, and is refused where that refuses", () => {
    const day = fc
      .date({ min: new Date("0100-01-01"), max: new Date("9999-12-30"), noInvalidDate: true })
      .map((date) => dayOf(Number(date)));
    const whole = fc
      .tuple(day, fc.constantFrom(4, 7, 10), fc.constantFrom("", "?", "~", "%"))
      .map(([day, length, qualifier]) => day.slice(0, length) + qualifier);
    const open = fc
      .tuple(
        day,
        fc.constantFrom(
          (day: string) => `${day.slice(0, 2)}XX`,
          (day: string) => `${day.slice(0, 3)}X`,
          (day: string) => `${day.slice(0, 4)}-XX`,
          (day: string) => `${day.slice(0, 4)}-XX-XX`,
          (day: string) => `${day.slice(0, 7)}-XX`,
        ),
      )
      .map(([day, leaveOpen]) => leaveOpen(day));
    const end = fc.oneof(whole, open);
    const text = fc.oneof(end, fc.tuple(end, end), fc.tuple(end, fc.constant("..")), fc.tuple(fc.constant(".."), end));
    fc.assert(
      fc.property(
        // Of a qualified year and open digits the library reads no range at all.
        text.map((ends) => [ends].flat().join("/")).filter((text) => !/X.*[?~%]|[?~%].*X/.test(text)),
        (text) => {
          const date = tryPartialDate(text);
          expect(date && [date.earliest, date.latest]).toEqual(daysOf(text));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("of a whole day is that day", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-30"), noInvalidDate: true }),
        (date) => {
          const day = dayOf(Number(date));
          expect(parsePartialDate(day)).toEqual({ edtf: day, earliest: day, latest: day });
        },
      ),
    );
  });
});

function daysOf(text: string): [string, string] | null {
  try {
    const { min, max } = edtf(text);
    return [min === -Infinity ? FIRST_DAY : dayOf(min), max === Infinity ? LAST_DAY : dayOf(max)];
  } catch {
    return null;
  }
}
