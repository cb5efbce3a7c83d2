import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isLeafType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { type Condition, conditionsOf } from "./condition.ts";

/** Fields that are one in the answer, asked for under the same conditions. */
export interface CollectedField {
  nodes: FieldNode[];
  when: readonly Condition[];
}

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * The fields of an object of the type that lead to other objects, as the executor collects them
 * (GraphQL specification, 6.3.2). What is asked for under other conditions stands for itself: so it
 * may be there twice, and is never missing.
 */
export function collectFields(
  schema: GraphQLSchema,
  fragments: Fragments,
  sets: readonly SelectionSetNode[],
  type: GraphQLObjectType,
): CollectedField[] {
  const fields = new Map<string, CollectedField>();
  const visited = new Set<string>();
  for (const set of sets) collect(set, []);
  return [...fields.values()];

  function collect({ selections }: SelectionSetNode, outer: readonly Condition[]): void {
    for (const selection of selections) {
      const own = conditionsOf(selection.directives);
      if (own === null) continue;
      const when = [...outer, ...own];
      const under = when.map(({ variable, value }) => `${value} ${variable}`).join();
      if (selection.kind === Kind.FIELD) {
        const { type: led } = schema.getField(type, selection.name.value)!;
        if (isLeafType(getNamedType(led))) continue;
        const key = `${(selection.alias ?? selection.name).value} ${under}`;
        const field = fields.get(key);
        if (field === undefined) fields.set(key, { nodes: [selection], when });
        else field.nodes.push(selection);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)!;
      if (fragment.kind === Kind.FRAGMENT_DEFINITION) {
        const key = `${fragment.name.value} ${under}`;
        if (visited.has(key)) continue;
        visited.add(key);
      }
      if (isOf(fragment)) collect(fragment.selectionSet, when);
    }
  }

  function isOf({ typeCondition }: InlineFragmentNode | FragmentDefinitionNode): boolean {
    if (typeCondition === undefined) return true;
    const wanted = schema.getType(typeCondition.name.value);
    return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
  }
}
