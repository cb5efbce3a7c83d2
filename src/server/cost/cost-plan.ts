import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from "graphql";
import { collectFields } from "./collected-field.ts";
import type { Condition } from "./condition.ts";
import { introspectionSizes } from "./introspection-size.ts";
import { type ArgumentSize, listSize, pageOf } from "./list-size.ts";

/** A field that leads to objects. */
export interface Part {
  /** The field's name in the answer. */
  name: string;
  /** How many objects there are for each one that has the field. */
  size: number | ArgumentSize;
  /** What the field costs besides its objects. */
  extra: number;
  /** Under which conditions it is asked for. */
  when: readonly Condition[];
  /** The places in the plan of what is asked of its objects, for each type that these may be of. */
  beneath: readonly number[];
  /** The argument, if any, that its list or the lists of its connection are bound by. */
  bound: ArgumentSize | null;
}

/** How the cost of an operation is made: what is asked of objects, of those within others first and of the root last. */
export interface CostPlan {
  root: string;
  selections: readonly (readonly Part[])[];
  /** The variables' own defaults. */
  defaults: ReadonlyMap<string, unknown>;
}

/** What the fields of an object are bound by. */
interface Within {
  page: ArgumentSize | null;
  /** In introspection: the names of the fields that led to the object. */
  introspected: string;
}

const EXTRA_OF_MUTATION = 10;

/** From here on fields are not merged any more, so that a plan grows no faster than its document. */
const MOST_MERGED = 250;

/**
 * Plans the cost of an operation of a valid document, for whatever its variables are. Each object
 * counts 1, and each field what its `extensions.extraCost` says besides.
 */
export function costPlanner(schema: GraphQLSchema) {
  let sizes: ReturnType<typeof introspectionSizes> | undefined;
  const introspected = (path: string) => (sizes ??= introspectionSizes(schema))(path);

  return ({ definitions }: DocumentNode, operation: OperationDefinitionNode): CostPlan => {
    const fragments = new Map(
      definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
    );
    const defaults = new Map(
      (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
        defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
      ),
    );
    const selections: Part[][] = [];
    const places = new Map<string, readonly number[]>();
    const numbers = new Map<FieldNode, number>();
    const root = schema.getRootType(operation.operation)!;
    selections.push(partsOf([operation.selectionSet], root, { page: null, introspected: "" }));
    return { root: root.name, selections, defaults };

    function partsOf(sets: readonly SelectionSetNode[], type: GraphQLObjectType, within: Within): Part[] {
      return collectFields(schema, fragments, sets, type).flatMap(({ nodes, when }) => {
        const merged = selections.length < MOST_MERGED ? [nodes] : nodes.map((node) => [node]);
        return merged.map((some) => partOf(some, when, type, within));
      });
    }

    function partOf(
      nodes: readonly FieldNode[],
      when: Part["when"],
      type: GraphQLObjectType,
      { page, introspected: outer }: Within,
    ): Part {
      // What is merged has the same arguments.
      const node = nodes[0]!;
      const name = node.name.value;
      const field = schema.getField(type, name)!;
      const path = outer !== "" || name.startsWith("__") ? `${outer}.${name}` : "";
      const size = path === "" ? listSize(field, node, page) : introspected(path);
      const own = pageOf(field, node);
      const named = getNamedType(field.type);
      const types = isAbstractType(named) ? schema.getPossibleTypes(named) : [named as GraphQLObjectType];
      return {
        name: (node.alias ?? node.name).value,
        size,
        extra:
          type === schema.getMutationType()
            ? EXTRA_OF_MUTATION
            : ((field.extensions["extraCost"] as number | undefined) ?? 0),
        when,
        beneath: types.flatMap((one) => placeOf(nodes, one, { page: own, introspected: path })),
        bound: own ?? (typeof size === "object" && size !== page ? size : null),
      };
    }

    /** None where nothing but values is asked of the objects. */
    function placeOf(nodes: readonly FieldNode[], type: GraphQLObjectType, within: Within): readonly number[] {
      const key = `${nodes.map(numberOf).join()} ${type.name} ${within.introspected}`;
      const known = places.get(key);
      if (known !== undefined) return known;
      const parts = partsOf(
        nodes.map(({ selectionSet }) => selectionSet!),
        type,
        within,
      );
      const place = parts.length === 0 ? [] : [selections.push(parts) - 1];
      places.set(key, place);
      return place;
    }

    function numberOf(node: FieldNode): number {
      const number = numbers.get(node) ?? numbers.size;
      numbers.set(node, number);
      return number;
    }
  };
}
