import { isDay } from "../src/domain/time/day.ts";
import { PartialDateError, parsePartialDate } from "../src/domain/time/partial-date.ts";
import { builder } from "./builder.ts";
import { badUserInput } from "./error.ts";

builder.scalarType("Date", {
  description: "A day of the Gregorian calendar, YYYY-MM-DD, from 0001-01-01 to 9999-12-30, such as 2022-05-07",
  serialize: (day) => day,
  parseValue: (value) => {
    if (typeof value === "string" && isDay(value)) return value;
    throw badUserInput(`${JSON.stringify(value)} is not a day: write YYYY-MM-DD, such as 2022-05-07`);
  },
});

builder.scalarType("PartialDate", {
  description:
    "A date as exact as it is known: EDTF (ISO 8601-2) levels 0 and 1, such as 2022-05-05, 2022-01, 2022, 1984? (uncertain), 2022-05~ (approximate), 2022-05-07/2022-05-10 (between these days), ../2022-05-07 (on or before)",
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
  description: "An absolute http or https address (WHATWG URL), such as https://www.example.org/page",
  serialize: String,
});

builder.scalarType("DateTime", {
  description: "A moment in UTC, RFC 3339, such as 2022-05-07T12:00:00.000Z",
  serialize: String,
});
