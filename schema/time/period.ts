import { type Day, FIRST_DAY, LAST_DAY } from "../../src/domain/time/day.ts";
import { builder } from "../builder.ts";

interface PeriodValue {
  from: string | null;
  to: string | null;
  /** Only of facts that last. */
  attestedUntil?: Day | null;
}

export const Period = builder.objectRef<PeriodValue>("Period").implement({
  description: "A half-open stretch of time [from, to): it holds from the first day on, and no longer on the last",
  fields: (t) => ({
    from: t.expose("from", {
      type: "PartialDate",
      nullable: true,
      description: "The first day; null where the start is not known",
    }),
    to: t.expose("to", {
      type: "PartialDate",
      nullable: true,
      description: "The first day on which it no longer holds; null where it is open",
    }),
    attestedUntil: t.field({
      type: "Date",
      nullable: true,
      description:
        "Of what is open: the last day for which it is borne out, by a dated source or by somebody who looked; it is POSSIBLE after that, and no more CERTAIN. Null where `to` is written, where nothing dated bears it out, and of events",
      resolve: ({ attestedUntil = null }) =>
        attestedUntil === FIRST_DAY || attestedUntil === LAST_DAY ? null : attestedUntil,
    }),
  }),
});

/** The columns that the Period of an event is made of. */
export const periodEnds = { from: true, to: true } as const;

/** The columns that the Period of a fact that lasts is made of. */
export const lastingEnds = { ...periodEnds, attestedUntil: true } as const;
