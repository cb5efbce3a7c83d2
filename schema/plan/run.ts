import type { GraphQLResolveInfo } from "graphql";
import type { Context } from "../context.ts";

export type VariableValues = GraphQLResolveInfo["variableValues"];

/** One request that goes by the plan. */
export interface Run {
  context: Context;
  variables: VariableValues;
  /** Of the fields of the plan, by their number, as far as they were needed. */
  args: object[];
}

/** Makes what a resolver gave into what is answered. Throws for whatever is not simply an answer. */
export type Complete = (value: unknown, run: Run) => unknown;

/** Of an object, the completed value of one of its fields. */
export type ValueOf = (parent: unknown, run: Run) => unknown;
