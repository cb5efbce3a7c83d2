import { type BooleanValueNode, type DirectiveNode, Kind, type VariableNode } from "graphql";
import type { Variables } from "./list-size.ts";

/** That a variable has the value with which a selection is asked for. */
export interface Condition {
  variable: string;
  value: boolean;
}

/** What @skip and @include make of a selection: on what it depends, and null for one that is never asked for. */
export function conditionsOf(directives: readonly DirectiveNode[] | undefined): Condition[] | null {
  const conditions: Condition[] = [];
  for (const { name, arguments: given } of directives ?? []) {
    const value = name.value === "include";
    const test = given![0]!.value as BooleanValueNode | VariableNode;
    if (test.kind === Kind.VARIABLE) conditions.push({ variable: test.name.value, value });
    else if (test.value !== value) return null;
  }
  return conditions;
}

export function holds(conditions: readonly Condition[], variables: Variables): boolean {
  return conditions.every(({ variable, value }) => variables(variable) === value);
}
