import {
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  typeFromAST,
  type GraphQLSchema,
  visit,
} from "graphql";
import { Placeholder } from "./placeholder.ts";
import { asExecuted } from "../assertion.ts";

/** The scalars whose values only SQL looks into, in arguments of fields beneath the root. */
const PLACEHOLDERS = ["Date"];

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

type Values = Readonly<Record<string, unknown>>;

/** What of a request's variables makes a plan another one: all but what stands for itself in SQL. */
export interface VariableShape {
  key: (values: Values) => string;
  /** The values, with what the plan does not depend on made placeholders. */
  placeholders: (values: Values) => Record<string, unknown>;
}

/** Of the variables that are used beneath the fields of the root, or decide what is asked for. */
export function variableShape(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
): VariableShape {
  const used = usedBeneathRoot(operation, fragments);
  const types = (operation.variableDefinitions ?? []).flatMap(({ variable, type }) =>
    used.has(variable.name.value)
      ? [[variable.name.value, asExecuted<GraphQLInputType>(typeFromAST(schema, type))] as const]
      : [],
  );
  const shapes = types.map(([name, type]) => [name, shapeOf(type)] as const);
  return {
    key: (values) => JSON.stringify(shapes.map(([name, shape]) => shape(values[name]))),
    placeholders: (values) => {
      const placeholders = { ...values };
      for (const [name, type] of types) {
        if (values[name] !== undefined)
          placeholders[name] = placeholderOf(type, values[name], name, ({ variables }) => variables[name]);
      }
      return placeholders;
    },
  };
}

type Read = Placeholder["read"];

type Shape = (value: unknown) => unknown;

/** Gives of a value of the type what makes a plan another one. */
function shapeOf(type: GraphQLInputType): Shape {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const inner = shapeOf(nullable.ofType);
    return (values) => (values == null ? values : asExecuted<unknown[]>(values).map(inner));
  }
  if (isInputObjectType(nullable)) {
    // As they are met: it may have itself for the type of a field.
    const shapes = new Map<string, Shape>();
    const shapeOfField = (name: string): Shape => {
      const shape = shapes.get(name) ?? shapeOf(nullable.getFields()[name]!.type);
      shapes.set(name, shape);
      return shape;
    };
    return (value) =>
      value == null ? value : Object.entries(value).map(([name, field]) => [name, shapeOfField(name)(field)]);
  }
  const hasPlaceholder = PLACEHOLDERS.includes(getNamedType(type).name);
  return (value) => (hasPlaceholder && value != null ? true : value);
}

function placeholderOf(type: GraphQLInputType, value: unknown, name: string, read: Read): unknown {
  if (value == null) return value;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return asExecuted<unknown[]>(value).map((item, index) =>
      placeholderOf(
        nullable.ofType,
        item,
        `${name}.${index}`,
        (bindings) => asExecuted<unknown[]>(read(bindings))[index],
      ),
    );
  }
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => [
        key,
        placeholderOf(
          fields[key]!.type,
          field,
          `${name}.${key}`,
          (bindings) => asExecuted<Values>(read(bindings))[key],
        ),
      ]),
    );
  }
  return PLACEHOLDERS.includes(getNamedType(type).name) ? new Placeholder(name, read) : value;
}

/** The arguments of the root's own fields are read anew for each request. */
function usedBeneathRoot(operation: OperationDefinitionNode, fragments: Fragments): ReadonlySet<string> {
  const used = new Set<string>();
  const note = (node: object) =>
    visit(asExecuted<SelectionSetNode>(node), { Variable: ({ name }) => void used.add(name.value) });
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      selection.directives?.forEach(note);
      if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet);
      else if (selection.kind === Kind.FIELD && selection.selectionSet !== undefined) note(selection.selectionSet);
    }
  };
  walk(operation.selectionSet);
  for (const { directives, selectionSet } of Object.values(fragments)) {
    directives?.forEach(note);
    note(selectionSet);
  }
  return used;
}
