import { builder } from "./builder.ts";
import { Statement } from "./statement.ts";

export interface StancePointValue {
  period: string | null;
  supportive: number;
  critical: number;
  neutral: number;
  total: number;
  statements: object[];
}

export const MOST_STATEMENTS = 20;

export const DateUnit = builder.enumType("DateUnit", {
  description: "The unit of time in which things are counted. New values may be added",
  values: {
    DAY: { description: "Day by day, such as 2022-05-07" },
    MONTH: { description: "Month by month, such as 2022-05" },
    YEAR: { description: "Year by year, such as 2022" },
  } as const,
});

export const StancePoint = builder.objectRef<StancePointValue>("StancePoint").implement({
  description: "What an actor's side said of someone in one unit of time, counted by stance",
  fields: (t) => ({
    period: t.expose("period", {
      type: "PartialDate",
      nullable: true,
      description:
        "The day, month or year; where the date of statements does not lie within one, that date as it is; null for statements of unknown date",
    }),
    supportive: t.exposeInt("supportive", { description: "Statements that speak for it" }),
    critical: t.exposeInt("critical", { description: "Statements that speak against it" }),
    neutral: t.exposeInt("neutral", { description: "Statements that take no side" }),
    totalCount: t.int({ description: "Statements in all", resolve: ({ total }) => total }),
    statements: t.field({
      type: [Statement],
      description: `The statements, the earliest said first, at most ${MOST_STATEMENTS}; never empty`,
      resolve: ({ statements }) => statements as never,
    }),
  }),
});
