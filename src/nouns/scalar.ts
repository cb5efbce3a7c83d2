import * as v from "valibot";
import { keptText } from "../domain/text/kept-text.ts";
import { languageTagFault } from "../domain/text/language/language-tag.ts";
import { dayFault } from "../domain/time/day.ts";
import { PartialDateError, parsePartialDate } from "../domain/time/partial-date.ts";
import { isWebUrl } from "../domain/web-url.ts";

// Controls, surrogates without a partner and bidirectional overrides are in no name or sentence.
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u;

/** Text without control characters, 1 to `longest` characters, as it is kept. All that is wrong with it is told at once. */
export function text(longest: number, description: string) {
  return v.pipe(
    v.string(),
    v.nonEmpty("must not be empty"),
    v.maxLength(longest, `has at most ${longest} characters`),
    v.check((value) => !UNPRINTABLE.test(keptText(value)), "has control characters"),
    v.check((value) => keptText(value) === keptText(value).trim(), "must not begin or end with a space"),
    v.description(description),
    v.transform(keptText),
    v.nonEmpty("must not be empty"),
  );
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const KEY = /^[a-z0-9]+(?:[-./_][a-z0-9]+)*$/;

/** A slug: the lasting name of a noun in addresses and references. */
export function slug(description: string) {
  return v.pipe(
    v.string(),
    v.maxLength(100, "has at most 100 characters"),
    v.regex(SLUG, "must be lower-case letters a-z and digits, in words joined by single hyphens"),
    v.description(description),
  );
}

/** A key: the lasting name of a fact, so that loading it again finds it. */
export function key(description: string) {
  return v.pipe(
    v.string(),
    v.maxLength(200, "has at most 200 characters"),
    v.regex(KEY, "must be lower-case letters a-z and digits, in words joined by one of - . / _"),
    v.description(description),
  );
}

/** An EDTF date. */
export function partialDate(description: string) {
  return v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      try {
        parsePartialDate(dataset.value);
      } catch (error) {
        if (!(error instanceof PartialDateError)) throw error;
        addIssue({ message: error.message });
      }
    }),
    v.description(description),
  );
}

/** A day. */
export function day(description: string) {
  return v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      const fault = dataset.typed ? dayFault(dataset.value) : null;
      if (fault !== null) addIssue({ message: `is not a day: ${fault}` });
    }),
    v.description(description),
  );
}

/** A BCP 47 language tag. */
export function language(description: string) {
  return v.pipe(
    v.string(),
    v.maxLength(35, "has at most 35 characters"),
    v.rawCheck(({ dataset, addIssue }) => {
      const fault = dataset.typed && dataset.value.length <= 35 ? languageTagFault(dataset.value) : null;
      if (fault !== null) addIssue({ message: fault });
    }),
    v.description(description),
  );
}

/** An absolute http or https address. */
export function webUrl(description: string) {
  return v.pipe(
    v.string(),
    v.maxLength(2000, "has at most 2000 characters"),
    v.check(isWebUrl, "must be an absolute http or https address"),
    v.description(description),
  );
}

/** One of a closed vocabulary. */
export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values, description: string) {
  return v.pipe(v.picklist(values, `must be one of ${values.join(", ")}`), v.description(description));
}

/** A list of parts, of which a node has at most so many. */
export function listOf<Part extends v.GenericSchema>(part: Part, most: number, parts: string) {
  return v.pipe(v.array(part), v.maxLength(most, `has at most ${most} ${parts}`));
}
