import * as v from "valibot";
import { ranks, valuesOf } from "../domain/vocabulary.ts";
import { oneOf, partialDate } from "./scalar.ts";

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
