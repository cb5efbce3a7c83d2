import { dayFault } from "../src/domain/time/day.ts";
import { PartialDateError, parsePartialDate } from "../src/domain/time/partial-date.ts";
import { builder } from "./builder.ts";
import { badUserInput } from "./error.ts";

builder.scalarType("Date", {
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
  description: "A day of the Gregorian calendar, YYYY-MM-DD, from 0001-01-01 to 9999-12-30, such as 2022-05-07",
  serialize: (day) => day,
  parseValue: (value) => {
    const fault = dayFault(value);
    if (fault === null) return String(value);
    throw badUserInput(`${JSON.stringify(value)} is not a day: ${fault}`);
  },
});

builder.scalarType("PartialDate", {
  specifiedByURL: "https://www.loc.gov/standards/datetime/",
  description: [
    "A date as exact as it is known: EDTF (ISO 8601-2) levels 0 and 1, such as 2022-05-05, 2022-01, 2022, 201X, 1984? (uncertain), 2022-05~ (approximate), 2022-05-07/2022-05-10 (between these days), ../2022-05-07 (on or before), 2022-05-07/ (then, or on a day not known after).",
    "A hedge widens what it stands behind, by one of its days, months or years on both sides, and % (both) by two: on no day that only the hedge adds is anything CERTAIN. A season, 2001-21 to 2001-24, can mean any day of its year, since EDTF does not say of which hemisphere it is; summer and winter also the December before and the three months after.",
    "Not taken: years but 0001 to 9999, since days are compared as texts of four digits of a year (write ../0001, or no date); a time of day, since all here is told by days (write the day); hedged seasons, which can mean any day of the year as it is (write 2001?); and level 2, which has several dates or hedges in one (of sets write the range, of seasons 25 to 41 their months, of 2022-?05 2022-05?, of 1560-XX-25 1560-XX-XX, of exponents and significant digits the range of years).",
  ].join(" "),
  serialize: (date) => date,
  parseValue: (value) => {
    if (typeof value !== "string") throw badUserInput(`${JSON.stringify(value)} is not an EDTF date`);
    try {
      return parsePartialDate(value).edtf;
    } catch (error) {
      throw error instanceof PartialDateError ? badUserInput(error.message) : error;
    }
  },
});

/** They are only answered, as they were recorded: nothing takes them. */
builder.scalarType("URL", {
  specifiedByURL: "https://url.spec.whatwg.org/",
  description: "An absolute http or https address (WHATWG URL), such as https://www.example.org/page",
  serialize: String,
});

builder.scalarType("DateTime", {
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
  description: "A moment in UTC, RFC 3339, such as 2022-05-07T12:00:00.000Z",
  serialize: String,
});
