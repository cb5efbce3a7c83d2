import { builder } from "../builder.ts";
import { atMostInAll } from "../list-bound.ts";
import { Statement } from "./statement.ts";
import { asRead } from "../assertion.ts";

export interface StancePointValue {
  period: string | null;
  supportive: number;
  critical: number;
  neutral: number;
  total: number;
  statements: object[];
}

export const MOST_POINTS = 1000;
/** How many statements a point shows, and all points together. */
export const MOST_STATEMENTS = { each: 20, inAll: 100 } as const;

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
      ...atMostInAll(MOST_STATEMENTS.inAll, MOST_POINTS),
      description: `The statements, the earliest said first: at most ${MOST_STATEMENTS.each}, and of all points together ${MOST_STATEMENTS.inAll}, of which each point has its first before any has its second; empty only where these went to earlier points`,
      resolve: ({ statements }) => asRead(statements),
    }),
  }),
});
