import {
  type FieldNode,
  getArgumentValues,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  GraphQLString,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  type SelectionSetNode,
} from "graphql";
import type { Context } from "../context.ts";
import { type Collecting, collectFields } from "./collect-fields.ts";
import { type Loaded, loadedBeneath } from "./loaded.ts";
import { hasVariables, isLoadedBy, type Resolve, resolverOf } from "./planned-field.ts";
import { giveUp } from "./unplannable.ts";

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

interface PlannedField {
  key: string;
  args: (run: Run) => object;
  resolve: Resolve;
  complete: Complete;
  isLoaded: ((parent: unknown) => boolean) | null;
}

/** Only what reads by itself asks where in the document it stands. */
const NO_INFO = new Proxy({} as GraphQLResolveInfo, { get: () => giveUp("a field that reads by itself") });

/** Plans how values are completed (GraphQL specification, 6.4.3), type by type as they are met. */
export class Completion {
  readonly #collecting: Collecting;
  #fields = 0;

  constructor(collecting: Collecting) {
    this.#collecting = collecting;
  }

  of(type: GraphQLOutputType, nodes: readonly FieldNode[], loaded: Loaded): Complete {
    if (isNonNullType(type)) {
      const inner = this.of(type.ofType, nodes, loaded);
      return (value, run) => inner(value, run) ?? giveUp("a null where there is none");
    }
    const some = this.#ofSome(type, nodes, loaded);
    return (value, run) => (value == null ? null : some(value, run));
  }

  #ofSome(type: GraphQLOutputType, nodes: readonly FieldNode[], loaded: Loaded): Complete {
    if (isListType(type)) {
      const inner = this.of(type.ofType, nodes, loaded);
      return (values, run) =>
        Array.isArray(values) ? values.map((value) => inner(value, run)) : giveUp("a list that is none");
    }
    if (isLeafType(type)) return leaf(type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (isAbstractType(type)) {
      const objects = new Map<string, Complete>();
      return (value, run) => {
        const name = type.resolveType?.(value, run.context, this.#collecting as never, type);
        if (typeof name !== "string") return giveUp("a type that is not known at once");
        const known = objects.get(name);
        if (known !== undefined) return known(value, run);
        const object = this.#object(this.#collecting.schema.getType(name) as GraphQLObjectType, sets, loaded);
        objects.set(name, object);
        return object(value, run);
      };
    }
    return this.#object(type as GraphQLObjectType, sets, loaded);
  }

  #object(type: GraphQLObjectType, sets: readonly SelectionSetNode[], loaded: Loaded): Complete {
    let fields: PlannedField[] | undefined;
    return (parent, run) => {
      const isFirst = fields === undefined;
      fields ??= this.#fieldsOf(type, sets, loaded);
      const object: Record<string, unknown> = {};
      for (const { key, args, resolve, complete, isLoaded } of fields) {
        if (isFirst && isLoaded?.(parent) === false) return giveUp(`what ${key} needs is not there`);
        object[key] = complete(atOnce(resolve(parent, args(run), run.context, NO_INFO)), run);
      }
      return object;
    };
  }

  #fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[], loaded: Loaded): PlannedField[] {
    return [...collectFields(this.#collecting, type, sets)].map(([key, nodes]) => {
      const [node] = nodes as [FieldNode];
      if (key === "__proto__") return giveUp("a key that JavaScript takes for another");
      if (node.name.value === "__typename") return typeName(key, type);
      const field = type.getFields()[node.name.value]!;
      const beneath = loadedBeneath(loaded, type, field, key);
      return {
        key,
        args: this.#argsOf(field, node),
        resolve: resolverOf(field),
        complete: this.of(field.type, nodes, beneath),
        isLoaded: isLoadedBy(this.#collecting, type, field, nodes, loaded),
      };
    });
  }

  #argsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): (run: Run) => object {
    if ((field.extensions["pothosArgMappers"] as unknown[] | null | undefined)?.length) {
      return giveUp("arguments that are mapped");
    }
    if (!hasVariables(node)) {
      const args = getArgumentValues(field, node, this.#collecting.variables);
      return () => args;
    }
    this.#fields += 1;
    const number = this.#fields;
    return ({ args, variables }) => (args[number] ??= getArgumentValues(field, node, variables));
  }
}

function leaf(type: GraphQLLeafType): Complete {
  const coerce = (value: unknown) => type.coerceOutputValue(value) ?? giveUp("a value that cannot be told");
  return type === GraphQLString ? (value) => (typeof value === "string" ? value : coerce(value)) : coerce;
}

function typeName(key: string, { name }: GraphQLObjectType): PlannedField {
  const none = {};
  return { key, args: () => none, resolve: () => name, complete: (value) => value, isLoaded: null };
}

/** A value that is there, and no error in its stead. */
function atOnce(value: unknown): unknown {
  if (value instanceof Error) throw value;
  if (typeof (value as Partial<Promise<unknown>> | null)?.then !== "function") return value;
  (value as Promise<unknown>).catch(() => undefined);
  return giveUp("a value that is yet to come");
}
