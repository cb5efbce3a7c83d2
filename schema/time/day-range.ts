import type { Day } from "../../src/domain/time/day.ts";
import { builder } from "../builder.ts";

export interface DayRangeValue {
  from?: Day | null | undefined;
  to?: Day | null | undefined;
}

export const DayRange = builder.inputRef<DayRangeValue>("DayRange").implement({
  description: "The days from one to another, both included. An uncertain date is in it when it may be",
  fields: (t) => ({
    from: t.field({ type: "Date", description: "The first day; without bound when left out" }),
    to: t.field({ type: "Date", description: "The last day; without bound when left out" }),
  }),
});
