import {
  type FieldNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { VariableValues } from "./run.ts";
import type { Fragments } from "./variable-shape.ts";

/** What fields are collected under. */
export interface Collecting {
  schema: GraphQLSchema;
  fragments: Fragments;
  variables: VariableValues;
  /** Hears of each field how it is planned; left out where nobody asks. */
  note?: (field: string, how: string) => void;
}

/** The fields that are asked of an object of the type, by response key (GraphQL specification, 6.3.2). */
export function collectFields(
  { schema, fragments, variables }: Collecting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const set of sets) collect(set);
  return fields;

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (!isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const nodes = fields.get(key);
        if (nodes === undefined) fields.set(key, [selection]);
        else nodes.push(selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (isOf(selection.typeCondition?.name.value)) collect(selection.selectionSet);
      } else {
        const { name, typeCondition, selectionSet } = fragments[selection.name.value]!;
        if (visited.has(name.value)) continue;
        visited.add(name.value);
        if (isOf(typeCondition.name.value)) collect(selectionSet);
      }
    }
  }

  function isIncluded(node: SelectionNode): boolean {
    return (
      getDirectiveValues(GraphQLSkipDirective, node, variables)?.["if"] !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, variables)?.["if"] !== false
    );
  }

  function isOf(condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wanted = schema.getType(condition);
    return isAbstractType(wanted) && schema.isSubType(wanted, type);
  }
}
