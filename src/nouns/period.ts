import * as v from "valibot";
import { ranks, valuesOf } from "../domain/vocabulary.ts";
import { day, oneOf, partialDate } from "./scalar.ts";

export const rankInput = v.optional(
  oneOf(valuesOf(ranks), "How the claim stands beside others that compete with it; NORMAL when left out"),
);

/** The two ends of a half-open period. */
export const periodEntries = {
  from: v.optional(
    v.nullable(
      partialDate(
        "The first day, in EDTF; null or left out where the start is not known; ../2022-05-07 where it is known to lie on or before a day",
      ),
    ),
  ),
  to: v.optional(
    v.nullable(
      partialDate("The first day on which it no longer holds, in EDTF; null or left out where the period is open"),
    ),
  ),
};

/** How long a fact without an end is known to hold. */
export const attestationEntries = {
  attestedOn: v.optional(
    day(
      "The last day on which somebody looked and found it still so, YYYY-MM-DD: only where the period is open, and not after today. Left out where nobody did: it is known to hold as long as its citations bear it out",
    ),
  ),
};
