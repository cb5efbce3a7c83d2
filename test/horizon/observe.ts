import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLObjectType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
} from "graphql";
import { schema } from "../../schema/index.ts";

export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
export type Answered = { [key: string]: Value };
type Arguments = Record<string, Value>;

/** A field on the way from the root of an answer, with its arguments. */
export interface Step {
  field: string;
  args: Arguments;
}

export interface Observed {
  /** A leaf, an object or nothing that a field of an object, or of what has no id within it, has. */
  value: (about: string, value: string) => void;
  object: (type: string, object: Answered, way: readonly Step[]) => void;
  /** A field of an object with an id that is asked for with arguments. */
  field: (id: string, field: string, args: Arguments, value: Value) => void;
}

/** Walks an answer beside its document, and tells each field of it by the id of its object, its name and its arguments. */
export function observe(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
  data: Answered,
  observed: Observed,
): void {
  const variables = new Map<string, Value | undefined>();
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const isGiven = Object.hasOwn(given, name);
    variables.set(name, isGiven ? (given[name] as Value) : defaultValue && valueOf(defaultValue));
  }
  walk(schema.getQueryType()!, [operation.selectionSet.selections], data, "Query", []);

  function walk(
    type: GraphQLObjectType,
    sets: readonly (readonly SelectionNode[])[],
    object: Answered,
    about: string,
    way: readonly Step[],
  ): void {
    observed.object(type.name, object, way);
    const owner = typeof object["id"] === "string" ? object["id"] : about;
    for (const [key, nodes] of collect(type, sets)) {
      const [first] = nodes;
      const field = first!.name.value;
      if (field.startsWith("__")) continue;
      const args = argumentsOf(first!);
      const named = getNamedType(type.getFields()[field]!.type);
      const beneath = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet.selections] : []));
      const told = `${owner} ${field}(${JSON.stringify(Object.entries(args).toSorted(byName))})`;
      observed.field(owner, field, args, object[key]!);
      tell(object[key]!, told);

      function tell(value: Value, what: string): void {
        if (Array.isArray(value)) {
          observed.value(`${what} length`, String(value.length));
          for (const [place, one] of value.entries()) tell(one, `${what}[${place}]`);
        } else if (value === null || typeof value !== "object") {
          observed.value(what, JSON.stringify(value));
        } else {
          const runtime = isAbstractType(named) ? schema.getType(value["__typename"] as string) : named;
          if (!isObjectType(runtime)) {
            observed.value(what, JSON.stringify(value));
            return;
          }
          observed.value(what, typeof value["id"] === "string" ? `the node ${value["id"]}` : `a ${runtime.name}`);
          walk(runtime, beneath, value, what, [...way, { field, args }]);
        }
      }
    }
  }

  /** The fields that are asked for of an object of the type, by their names in the answer. */
  function collect(
    type: GraphQLObjectType,
    sets: readonly (readonly SelectionNode[])[],
    found = new Map<string, FieldNode[]>(),
  ) {
    for (const node of sets.flat()) {
      if (!isIncluded(node)) continue;
      if (node.kind === Kind.FIELD) {
        const key = (node.alias ?? node.name).value;
        found.set(key, [...(found.get(key) ?? []), node]);
        continue;
      }
      const fragment =
        node.kind === Kind.INLINE_FRAGMENT
          ? node
          : document.definitions.find(
              (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === node.name.value,
            );
      if (fragment?.kind !== Kind.INLINE_FRAGMENT && fragment?.kind !== Kind.FRAGMENT_DEFINITION) continue;
      const on = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
      if (on === undefined || on === type || (isAbstractType(on) && schema.isSubType(on, type)))
        collect(type, [fragment.selectionSet.selections], found);
    }
    return found;
  }

  function isIncluded({ directives = [] }: SelectionNode): boolean {
    return directives.every(({ name, arguments: args = [] }) => {
      const condition = args.find((one) => one.name.value === "if");
      return condition === undefined || (valueOf(condition.value) === true) === (name.value === "include");
    });
  }

  function argumentsOf({ arguments: args = [] }: { arguments?: readonly ArgumentNode[] | undefined }): Arguments {
    const told = args.flatMap(({ name, value }) => {
      const said = valueOf(value);
      return said === undefined ? [] : [[name.value, said] as const];
    });
    return Object.fromEntries(told);
  }

  function valueOf(node: ValueNode): Value | undefined {
    switch (node.kind) {
      case Kind.VARIABLE:
        return variables.get(node.name.value);
      case Kind.NULL:
        return null;
      case Kind.LIST:
        return node.values.map((one) => valueOf(one) ?? null);
      case Kind.OBJECT:
        return Object.fromEntries(
          node.fields.flatMap(({ name, value }) => {
            const said = valueOf(value);
            return said === undefined ? [] : [[name.value, said] as const];
          }),
        );
      case Kind.INT:
      case Kind.FLOAT:
        return Number(node.value);
      default:
        return node.value;
    }
  }
}

function byName([a]: [string, Value], [b]: [string, Value]): number {
  return a < b ? -1 : 1;
}
