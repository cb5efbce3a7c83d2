import {
  type FieldNode,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLInputType,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { asExecuted } from "../assertion.ts";
import { badUserInput } from "../error.ts";
import { type ReferenceKind, referredTo } from "./reference-kind.ts";

/** A reference as it was given, and where. */
export interface GivenReference {
  kind: ReferenceKind;
  text: string;
  /** The field that has the argument, such as Query.statements. */
  field: string;
  /** The argument and the way into it, such as filter.any[1].speaker[0]. */
  place: string;
}

/** What tells the fields that are asked for. */
export type Asking = Pick<GraphQLResolveInfo, "schema" | "fragments" | "variableValues" | "fieldNodes" | "parentType">;

/** Arguments that name one row, of which exactly one is given: schema/node/one-of.ts. */
const NAMING_ONE = ["id", "slug", "name"];

/** Arguments that narrow nothing, whose null is as if they were left out: docs/decisions/0040-null.md. */
const MAY_BE_NULL: ReadonlySet<string> = new Set(
  ["first", "last", "after", "before", "orderBy", "filter", "asOf", "certainty", "ever"].concat(NAMING_ONE),
);

const NONE: readonly GraphQLArgument[] = [];
/** The arguments whose values are looked into, by field node and the type that has the field. */
const lookedInto = new WeakMap<FieldNode, Map<string, readonly GraphQLArgument[]>>();

/**
 * The references that the arguments of a field have, and those of all fields that are asked for beneath it: as often as they
 * stand in the document, skipped fields left out.
 * @throws a GraphQLError BAD_USER_INPUT for a null that would widen the answer
 */
export function givenReferences(asking: Asking): GivenReference[] {
  const { schema, fragments, variableValues } = asking;
  const found: GivenReference[] = [];
  const visited = new Set<string>();
  for (const node of asking.fieldNodes) visitField(node, asking.parentType);
  return found;

  function visitSet({ selections }: SelectionSetNode, type: GraphQLNamedType): void {
    for (const selection of selections) {
      if (!isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        visitField(selection, type);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value]!;
      if (fragment.kind === Kind.FRAGMENT_DEFINITION) {
        if (visited.has(fragment.name.value)) continue;
        visited.add(fragment.name.value);
      }
      const condition = fragment.typeCondition?.name.value;
      visitSet(fragment.selectionSet, (condition === undefined ? undefined : schema.getType(condition)) ?? type);
    }
  }

  function visitField(node: FieldNode, type: GraphQLNamedType): void {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (field === undefined) return;
    const args = argumentsLookedInto(node, type.name, field.args);
    if (args.length > 0) {
      const values = getArgumentValues(field, node, variableValues);
      const name = `${type.name}.${field.name}`;
      for (const arg of args) visitArgument(name, arg, values[arg.name]);
    }
    if (node.selectionSet !== undefined) visitSet(node.selectionSet, getNamedType(field.type));
  }

  function visitArgument(field: string, arg: GraphQLArgument, value: unknown): void {
    if (value === null && !MAY_BE_NULL.has(arg.name)) throw nullRefused(field, arg.name);
    visitValue(value, arg.type, referredTo(arg), arg.name);

    function visitValue(given: unknown, input: GraphQLInputType, kind: ReferenceKind | undefined, place: string): void {
      if (given == null) return;
      const type = getNullableType(input);
      if (isListType(type)) {
        for (const [index, item] of asExecuted<unknown[]>(given).entries()) {
          visitValue(item, type.ofType, kind, `${place}[${index}]`);
        }
      } else if (isInputObjectType(type)) {
        for (const [name, inner] of Object.entries(type.getFields())) {
          const own = asExecuted<Record<string, unknown>>(given)[name];
          if (own === null) throw nullRefused(field, `${place}.${name}`);
          visitValue(own, inner.type, referredTo(inner), `${place}.${name}`);
        }
      } else if (kind !== undefined) {
        found.push({ kind, text: asExecuted(given), field, place });
      }
    }
  }

  function isIncluded(node: SelectionNode): boolean {
    if (node.directives === undefined || node.directives.length === 0) return true;
    if (getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.["if"] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.["if"] !== false;
  }
}

function nullRefused(field: string, place: string) {
  return badUserInput(`Argument "${place}" of ${field} is null: leave it out, or give a value`);
}

function argumentsLookedInto(node: FieldNode, type: string, args: readonly GraphQLArgument[]) {
  if (node.arguments === undefined || node.arguments.length === 0) return NONE;
  const known = lookedInto.get(node) ?? new Map<string, readonly GraphQLArgument[]>();
  lookedInto.set(node, known);
  const before = known.get(type);
  if (before !== undefined) return before;
  const given = new Set(node.arguments.map(({ name }) => name.value));
  const own = args.filter(
    ({ name, type }) => given.has(name) && (!MAY_BE_NULL.has(name) || isInputObjectType(getNamedType(type))),
  );
  known.set(type, own);
  return own;
}
