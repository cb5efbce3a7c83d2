import { endFault, readEnd } from "./date-end.ts";

/** What is right, for whoever wrote what resembles no date. */
export const HINT =
  "write a year, month or day such as 2022, 2022-05, 2022-05-07, with ? or ~ where it is uncertain or approximate, or a range such as 2022-05-07/2022-05-10 or ../2022-05-07";

type Reason = (...parts: string[]) => string | null;

/** What people write for a date and is not taken, with the reason and what to write instead; the first that has one tells. */
const REASONS: readonly [form: RegExp, reason: Reason][] = [
  [/^(\d{4}-\d{2}-\d{2})[T ]\d/, (day) => `a date has no time of day: write ${day}`],
  [/[[\]{}]/, () => "a set of dates is not taken: write one date, or the range from its first to its last"],
  [/^\d+[SE]\d/, () => "significant digits and exponents are not taken: write the range, such as 1950/1959"],
  [/^(\d{4})(\d\d)(\d\d)$/, (...parts) => `hyphens stand between year, month and day: write ${parts.join("-")}`],
  [
    /^(?:[Yy]-?\d|\d{5,}(?:-|$))/,
    () => "only the years 0001 to 9999 are taken: write one of four digits, or leave the date out",
  ],
  [/^-\d/, () => "only the years 0001 to 9999 are taken: write ../0001 for what came before, or leave the date out"],
  [/^\d{1,2}[./-](?:\d{1,2}[./-])?(?:\d{4}|\d\d)$/, () => "the year comes first: write 2022-05-07 or 2022-05"],
  [
    /^(\d{4})-2[1-4][?~%]$/,
    (year) => `a season is not hedged, since it can mean any day of its year as it is: write ${year}?`,
  ],
  [
    /^\d{4}-(2[5-9]|3\d|4[01])[?~%]?$/,
    (code) => `${code} is a part of a year of EDTF level 2: write its months, such as 2022-03/2022-05`,
  ],
  [
    /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[?~%]?$/,
    (...parts) => endFault(parts as [string, string?, string?]),
  ],
  [
    /^(\d{4})[./-](\d\d?)(?:[./-](\d\d?))?$/,
    (year, ...parts) => {
      const digits = parts.flatMap((part?: string) => part?.padStart(2, "0") ?? []);
      return `a month and a day have two digits, after hyphens: write ${[year, ...digits].join("-")}`;
    },
  ],
  [
    /^[^/]*[?~%][^/]+$/,
    () => "?, ~ or % stands once, at the end, and hedges the whole date: write 2022-05?, and % where it is both",
  ],
  [
    /^([\dX-]*X[\dX-]*)[?~%]$/,
    (open) => (readEnd(open) === null ? null : `what has open digits is not hedged: write ${open}`),
  ],
  [/^(\d{4})-XX-\d\d/, (year) => `a day of a month that is not known is not taken: write ${year}-XX-XX`],
  [
    /^[\dX-]*X[\dX-]*[?~%]?$/,
    () => "only the end of a date is left open: write 19XX, 196X, 1960-XX, 1960-XX-XX or 1960-05-XX",
  ],
];

/** Why a text is no date that is taken, with what to write instead: for what it is as a whole, else for the ends that are not. */
export function whyUnreadable(text: string, ends: readonly string[]): string {
  for (const part of [text, ...ends]) {
    for (const [form, reason] of REASONS) {
      const parts = form.exec(part);
      const why = parts === null ? null : reason(...parts.slice(1));
      if (why !== null) return `"${part}": ${why}`;
    }
  }
  return `"${text}" is not an EDTF date; ${HINT}`;
}
