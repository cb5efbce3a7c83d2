import {
  type FieldNode,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  type SelectionSetNode,
} from "graphql";
import { type Collecting, collectFields } from "./collect-fields.ts";
import { type FieldSelection, selectionBeneath } from "./field-selection.ts";
import { own, resolved, typeName } from "./field-value.ts";
import { argumentsOf, isLoadedBy, isOwn } from "./planned-field.ts";
import type { Complete, Run, ValueOf } from "./run.ts";
import { bailOut } from "./bail-out.ts";
import { asExecuted } from "../assertion.ts";

interface PlannedField {
  key: string;
  /** Of an object, completed. */
  valueOf: ValueOf;
  isLoaded: ((parent: unknown) => boolean) | null;
}

/** Plans how values are completed (GraphQL specification, 6.4.3), type by type as they are met. */
export class ValueCompleter {
  readonly #collecting: Collecting;
  #fields = 0;

  constructor(collecting: Collecting) {
    this.#collecting = collecting;
  }

  of(type: GraphQLOutputType, nodes: readonly FieldNode[], selection: FieldSelection): Complete {
    const some = this.#ofSome(getNullableType(type) as GraphQLOutputType, nodes, selection);
    const none = isNonNullType(type) ? () => bailOut("a null where there is none") : () => null;
    return (value, run) => (value == null ? none() : some(value, run));
  }

  #ofSome(type: GraphQLOutputType, nodes: readonly FieldNode[], selection: FieldSelection): Complete {
    if (isListType(type)) {
      const inner = this.of(type.ofType, nodes, selection);
      return (values, run) =>
        Array.isArray(values) ? values.map((value) => inner(value, run)) : bailOut("a list that is none");
    }
    if (isLeafType(type)) return leaf(type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (isAbstractType(type)) {
      const objects = new Map<string, Complete>();
      return (value, run) => {
        const name = type.resolveType?.(value, run.context, asExecuted(this.#collecting), type);
        if (typeof name !== "string") return bailOut("a type that is not known at once");
        const known = objects.get(name);
        if (known !== undefined) return known(value, run);
        const object = this.#object(
          asExecuted<GraphQLObjectType>(this.#collecting.schema.getType(name)),
          sets,
          selection,
        );
        objects.set(name, object);
        return object(value, run);
      };
    }
    return this.#object(asExecuted<GraphQLObjectType>(type), sets, selection);
  }

  #object(type: GraphQLObjectType, sets: readonly SelectionSetNode[], selection: FieldSelection): Complete {
    let fields: PlannedField[] | undefined;
    return (parent, run) => {
      if (fields === undefined) {
        fields = this.#fieldsOf(type, sets, selection);
        if (fields.some(({ isLoaded }) => isLoaded?.(parent) === false))
          return bailOut("what a field needs is not there");
      }
      const object: Record<string, unknown> = {};
      for (const { key, valueOf } of fields) object[key] = valueOf(parent, run);
      return object;
    };
  }

  #fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[], selection: FieldSelection): PlannedField[] {
    return [...collectFields(this.#collecting, type, sets)].map(([key, nodes]) => {
      const [node] = asExecuted<[FieldNode]>(nodes);
      if (key === "__proto__") return bailOut("a key that JavaScript takes for another");
      if (node.name.value === "__typename") return { key, valueOf: typeName(type), isLoaded: null };
      const field = type.getFields()[node.name.value]!;
      this.#collecting.note?.(`${type.name}.${field.name}`, isOwn(field) ? "value of the row" : "resolver");
      const complete = this.of(field.type, nodes, selectionBeneath(selection, type, field, key));
      return {
        key,
        valueOf: isOwn(field) ? own(field, complete) : resolved(field, this.#argsOf(field, node), complete),
        isLoaded: isLoadedBy(this.#collecting, type, field, nodes, selection),
      };
    });
  }

  #argsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): (run: Run) => object {
    if (asExecuted<unknown[] | null | undefined>(field.extensions["pothosArgMappers"])?.length) {
      return bailOut("arguments that are mapped");
    }
    const read = argumentsOf(field, node);
    this.#fields += 1;
    const number = this.#fields;
    return ({ args, variables }) => (args[number] ??= read(variables));
  }
}

function leaf(type: GraphQLLeafType): Complete {
  return (value) => type.coerceOutputValue(value) ?? bailOut("a value that cannot be told");
}
