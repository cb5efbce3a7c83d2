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
    ["2022-05~", "2022-04-01", "2022-06-30"],
    ["2022-01%", "2021-11-01", "2022-03-31"],
    ["1984?", "1983-01-01", "1985-12-31"],
    ["1984%", "1982-01-01", "1986-12-31"],
    ["1984-01-07?", "1984-01-06", "1984-01-08"],
    ["2024-02-29%", "2024-02-27", "2024-03-02"],
    ["0001?", "0001-01-01", "0002-12-31"],
    ["0001-01%", "0001-01-01", "0001-03-31"],
    ["0001-01-01~", "0001-01-01", "0001-01-02"],
    ["9999~", "9998-01-01", "9999-12-31"],
    ["9999-12?", "9999-11-01", "9999-12-31"],
    ["9999-12-31?", "9999-12-30", "9999-12-31"],
    ["1952?/1955~", "1951-01-01", "1956-12-31"],
    ["1952?/1955", "1951-01-01", "1955-12-31"],
    ["1952/1955-06%", "1952-01-01", "1955-08-31"],
    ["1952?/..", "1951-01-01", "9999-12-31"],
    ["../1952?", "0001-01-01", "1953-12-31"],
    ["2001-21", "2001-01-01", "2001-12-31"],
    ["2001-22", "2000-12-01", "2002-03-31"],
    ["2001-23", "2001-01-01", "2001-12-31"],
    ["2001-24", "2000-12-01", "2002-03-31"],
    ["0001-24", "0001-01-01", "0002-03-31"],
    ["9999-22", "9998-12-01", "9999-12-31"],
    ["2001-21/2001-23", "2001-01-01", "2001-12-31"],
    ["2001-22/2003?", "2000-12-01", "2004-12-31"],
    ["1985-04-12/", "1985-04-12", "9999-12-31"],
    ["/1985-04-12", "0001-01-01", "1985-04-12"],
    ["1985?/", "1984-01-01", "9999-12-31"],
    ["2022-05-07/2022", "2022-05-07", "2022-12-31"],
    ["2022-05-07/2022-05", "2022-05-07", "2022-05-31"],
    ["2022/2022", "2022-01-01", "2022-12-31"],
    ["2022-05-07/2022-05-07", "2022-05-07", "2022-05-07"],
    ["2022-05/2022", "2022-05-01", "2022-12-31"],
    ["2022/2022-05", "2022-01-01", "2022-05-31"],
    ["201X", "2010-01-01", "2019-12-31"],
    ["2022-XX", "2022-01-01", "2022-12-31"],
    ["2022-XX-XX", "2022-01-01", "2022-12-31"],
    ["2024-02-XX", "2024-02-01", "2024-02-29"],
    ["19XX/201X", "1900-01-01", "2019-12-31"],
    ["1984?/199X", "1983-01-01", "1999-12-31"],
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
    expect(parsePartialDate(text)).toMatchObject({ edtf: text, earliest, latest });
  });

  it.each([
    ["1952-04-28?", "1952-04-28", "1952-04-28", true],
    ["2022-02~", "2022-02-01", "2022-02-28", true],
    ["1952%", "1952-01-01", "1952-12-31", true],
    ["1952?/1955", "1952-01-01", "1955-12-31", false],
    ["1952/1955?", "1952-01-01", "1955-12-31", true],
    ["1952?/", "1952-01-01", "9999-12-31", false],
    ["../1952?", "0001-01-01", "1952-12-31", true],
    ["2001-22", "2000-12-01", "2002-03-31", false],
  ])("%s is from %s to %s as it is written; that its last end is hedged is %s", (text, earliest, latest, isHedged) => {
    expect(parsePartialDate(text)).toMatchObject({ written: { earliest, latest }, isLastHedged: isHedged });
  });

  it.each([
    ["2022-02-30", '"2022-02-30": February 2022 has 28 days: write one from 01 to 28'],
    ["2023-02-29", "February 2023 has 28 days"],
    ["1972-06-31?", "June 1972 has 30 days"],
    ["2022-13", '"2022-13": there is no month 13: write one from 01 to 12'],
    ["2022-20", "there is no month 20"],
    ["2022-42", "there is no month 42"],
    ["2022-13?", "there is no month 13"],
    ["2022-13-01", "there is no month 13"],
    ["2022-21-05", "there is no month 21"],
    ["2022-13-XX", "there is no month 13"],
    ["2022-00-01", "there is no month 00"],
    ["2022-05-00", "May 2022 has 31 days"],
    ["0000", "there is no year 0000: write one from 0001 to 9999"],
    ["000X", "there is no year 0000"],
    ["00XX", "there is no year 0000"],
    ["0000-05-07", "there is no year 0000"],
    ["0000-21", "there is no year 0000"],
    ["0000?", "there is no year 0000"],
    ["2022-05-07/2022-13", '"2022-13": there is no month 13'],
    ["2022-05-32", "May 2022 has 31 days"],
    ["2022-05-10/2022-05-07", "ends before it begins: write 2022-05-07/2022-05-10"],
    ["2022-05-07/2021", "ends before it begins"],
    ["2022/2021?", "ends before it begins"],
    ["201X?", "what has open digits is not hedged: write 201X"],
    ["../2022-XX~", '"2022-XX~": what has open digits is not hedged: write 2022-XX'],
    ["../..", "has no date at either end: write one, or .. alone for any day"],
    ["/", "has no date at either end"],
    ["../", "has no date at either end"],
    ["/..", "has no date at either end"],
    ["2001-21?", "a season is not hedged, since it can mean any day of its year as it is: write 2001?"],
    ["2001-24~/2002", "a season is not hedged"],
    ["2001-25", "25 is a part of a year of EDTF level 2: write its months, such as 2022-03/2022-05"],
    ["2001-41", "41 is a part of a year"],
    ["Y170000002", "only the years 0001 to 9999 are taken: write one of four digits"],
    ["Y-17E7", "only the years 0001 to 9999 are taken"],
    ["12022", "only the years 0001 to 9999 are taken"],
    ["12022-05-07", "only the years 0001 to 9999 are taken"],
    ["-1985", "only the years 0001 to 9999 are taken: write ../0001 for what came before"],
    ["-1985-05", "only the years 0001 to 9999 are taken"],
    ["1950S2", "significant digits and exponents are not taken: write the range, such as 1950/1959"],
    ["1985-04-12T23:20:30Z", "a date has no time of day: write 1985-04-12"],
    ["1985-04-12T23:20:30Z/1985-04-13", "a date has no time of day: write 1985-04-12"],
    ["1985-04-12 23:20", "a date has no time of day: write 1985-04-12"],
    ["[1667,1668,1670..1672]", "a set of dates is not taken: write one date, or the range from its first to its last"],
    ["{1960,1961-12}", "a set of dates is not taken"],
    ["1560-XX-25", "a day of a month that is not known is not taken: write 1560-XX-XX"],
    ["156X-12-25", "only the end of a date is left open: write 19XX, 196X, 1960-XX, 1960-XX-XX or 1960-05-XX"],
    ["XXXX-12", "only the end of a date is left open"],
    ["156X-12-25?", "only the end of a date is left open"],
    ["2022-?05", "?, ~ or % stands once, at the end, and hedges the whole date: write 2022-05?"],
    ["2022?-05", "?, ~ or % stands once, at the end"],
    ["?2022-05~", "?, ~ or % stands once, at the end"],
    ["2022??", "?, ~ or % stands once, at the end"],
    ["2022?~", "and % where it is both"],
    ["07/05/2022", '"07/05/2022": the year comes first: write 2022-05-07 or 2022-05'],
    ["7.5.2022", "the year comes first"],
    ["05/2022", "the year comes first"],
    ["07-05-22", "the year comes first"],
    ["20220507", "hyphens stand between year, month and day: write 2022-05-07"],
    ["2022-5-7", "a month and a day have two digits, after hyphens: write 2022-05-07"],
    ["2022/05/07", "a month and a day have two digits, after hyphens: write 2022-05-07"],
    ["2022.05", "a month and a day have two digits, after hyphens: write 2022-05"],
    ["2022/5", "a month and a day have two digits, after hyphens: write 2022-05"],
    ["yesterday", '"yesterday" is not an EDTF date; write a year, month or day such as'],
    ["2022/yesterday", '"2022/yesterday" is not an EDTF date'],
    ["2022/2023/2024", "is not an EDTF date"],
    ["", "is not an EDTF date"],
    ["2".repeat(10_000), "at most 40 characters"],
  ])("%s is refused with the reason", (text, reason) => {
    expect(() => parsePartialDate(text)).toThrow(PartialDateError);
    expect(() => parsePartialDate(text)).toThrow(reason);
    expect(() => parsePartialDate(text)).toThrow(expect.objectContaining({ name: "PartialDateError" }));
  });

  it.each(["x2022", "2022x", "12022-05-07", "2022-05-071", "2022?-05", "2022-05-07/2022-05-08/2022-05-09", "202X/..x"])(
    "%s is none, though a part of it is",
    (text) => expect(tryPartialDate(text)).toBeNull(),
  );

  it("has at most 40 characters, and its error tells what would be right", () => {
    expect(() => parsePartialDate("x".repeat(40))).toThrow("is not an EDTF date; write a year, month or day such as");
    expect(() => parsePartialDate("2".repeat(41))).toThrow("at most 40 characters; write a year, month or day such as");
  });

  it("is not made of what is no text", () => {
    expect(() => tryPartialDate(null as never)).toThrow(TypeError);
  });

  it("is read or refused, whatever the text, and its earliest day is not after its latest", () => {
    const parts = [
      "2022",
      "05",
      "07",
      "13",
      "21",
      "30",
      "X",
      "-",
      "-",
      "-",
      "/",
      "..",
      "?",
      "~",
      "%",
      "T",
      "Y",
      "S",
      "[",
    ];
    const assembled = fc.array(fc.constantFrom(...parts), { maxLength: 10 }).map((texts) => texts.join(""));
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^[0-9X?~%/.-]{1,24}$/), assembled);
    fc.assert(
      fc.property(texts, (text) => {
        const date = tryPartialDate(text);
        expect(date === null || date.earliest <= date.latest).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("of which the reason for refusal names another is read when that is written", () => {
    const wrong = fc.oneof(
      calendarDay.map((day) => `${day}T12:00:00Z`),
      calendarDay.map((day) => day.replaceAll("-", "")),
      calendarDay.map((day) => day.replaceAll("-0", "-")),
      calendarDay.map((day) => day.replaceAll("-", "/")),
      calendarDay.map((day) => `${day.slice(0, 3)}X?`),
      calendarDay.map((day) => `${day.slice(0, 4)}-22~`),
      calendarDay.map((day) => `${day.slice(0, 4)}-XX-${day.slice(8)}`),
      fc.tuple(calendarDay, calendarDay).map(([a, b]) => (a > b ? `${a}/${b}` : `${b}/${a}`)),
    );
    fc.assert(
      fc.property(wrong, (text) => {
        if (tryPartialDate(text) !== null) return;
        const right = /: write (\S+)$/.exec(reasonOf(text))?.[1];
        expect(tryPartialDate(right ?? "")).not.toBeNull();
      }),
    );
  });

  it("means with a hedge what it means without, and days on both sides, twice as many for both hedges", () => {
    fc.assert(
      fc.property(calendarDay, fc.constantFrom(4, 7, 10), (day, length) => {
        const text = day.slice(0, length);
        const [bare, uncertain, approximate, both] = ["", "?", "~", "%"].map((hedge) => parsePartialDate(text + hedge));
        expect([uncertain?.written, approximate?.written, both?.written]).toEqual([1, 2, 3].map(() => bare?.written));
        expect(bare?.written).toEqual({ earliest: bare?.earliest, latest: bare?.latest });
        expect(approximate).toMatchObject({ earliest: uncertain?.earliest, latest: uncertain?.latest });
        expect(isRising([both, uncertain, bare].map((date) => date?.earliest ?? ""))).toBe(true);
        expect(isRising([bare, uncertain, both].map((date) => date?.latest ?? ""))).toBe(true);
      }),
    );
  });

  it("means the days that the library edtf reads in it as it is written, and is refused where that refuses", () => {
    const whole = fc
      .tuple(calendarDay, fc.constantFrom(4, 7, 10), fc.constantFrom("", "?", "~", "%"))
      .map(([day, length, qualifier]) => day.slice(0, length) + qualifier);
    const open = fc
      .tuple(
        calendarDay,
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
        text.map((ends) => [ends].flat().join("/")),
        (text) => {
          const date = tryPartialDate(text)?.written;
          expect(date ?? null).toEqual(spanOf(text));
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
          const written = { earliest: day, latest: day };
          expect(parsePartialDate(day)).toEqual({ edtf: day, ...written, written, isLastHedged: false });
        },
      ),
    );
  });
});

/** Far enough from the first and the last day that no hedge reaches them. */
const calendarDay = fc
  .date({ min: new Date("0100-01-01"), max: new Date("9990-12-30"), noInvalidDate: true })
  .map((date) => dayOf(Number(date)));

function isRising(texts: readonly string[]): boolean {
  return texts.every((text, index) => index === 0 || (texts[index - 1] ?? "") < text);
}

function reasonOf(text: string): string {
  try {
    parsePartialDate(text);
    return "";
  } catch (error) {
    return String(error);
  }
}

/** By each end, since the library reads no range that ends within the month or year in which it begins. */
function spanOf(text: string) {
  const ends = text.split("/").map(daysOf);
  const [first, last = first] = ends;
  if (first == null || last == null || last.latest < first.earliest) return null;
  return { earliest: first.earliest, latest: last.latest };
}

function daysOf(end: string) {
  if (end === "..") return { earliest: FIRST_DAY, latest: LAST_DAY };
  try {
    const { min, max } = edtf(end);
    return { earliest: dayOf(min), latest: dayOf(max) };
  } catch {
    return null;
  }
}
