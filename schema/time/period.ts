import { builder } from "../builder.ts";

export const Period = builder.objectRef<{ from: string | null; to: string | null }>("Period").implement({
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
  }),
});

/** The columns that a Period is made of. */
export const periodEnds = { from: true, to: true } as const;
