import {
  type FieldNode,
  type GraphQLField,
  getNullableType,
  isListType,
  Kind,
  type ValueNode,
  valueFromASTUntyped,
} from "graphql";
import { LARGEST_PAGE, USUAL_PAGE } from "../../domain/page.ts";

/** The value that a request has for a variable, its default where it gives none. */
export type Variables = (name: string) => unknown;

/** How many a list has at most, told by an argument of a field. */
export interface ArgumentSize {
  argument: string;
  of: (variables: Variables) => number;
}

interface Bound {
  argument: string;
  usual: number;
  most: number;
}

type Field = GraphQLField<unknown, unknown>;

/** The page that a connection is asked for; null for a field that is none. */
export function pageOf({ args }: Field, node: FieldNode): ArgumentSize | null {
  if (!["first", "last"].every((name) => args.some((arg) => arg.name === name))) return null;
  const [first, last] = [argumentOf(node, "first"), argumentOf(node, "last")];
  return {
    argument: first === undefined && last !== undefined ? "last" : "first",
    of: (variables) => sizeOf(valueOf(first, variables) ?? valueOf(last, variables), USUAL_PAGE, LARGEST_PAGE),
  };
}

/**
 * How many objects a field leads to at most: one, or as many as the list has by its own bound
 * (schema/list-bound.ts) or by the page of the connection that it is of. What nothing bounds is endless.
 */
export function listSize(
  { type, extensions }: Field,
  node: FieldNode,
  page: ArgumentSize | null,
): number | ArgumentSize {
  if (!isListType(getNullableType(type))) return 1;
  const bound = extensions["atMost"] as number | Bound | undefined;
  if (typeof bound !== "object") return bound ?? page ?? Number.MAX_SAFE_INTEGER;
  const { argument, usual, most } = bound;
  const given = argumentOf(node, argument);
  return { argument, of: (variables) => sizeOf(valueOf(given, variables), usual, most) };
}

function argumentOf(node: FieldNode, name: string): ValueNode | undefined {
  return node.arguments?.find((argument) => argument.name.value === name)?.value;
}

function valueOf(given: ValueNode | undefined, variables: Variables): unknown {
  if (given === undefined) return undefined;
  return given.kind === Kind.VARIABLE ? variables(given.name.value) : valueFromASTUntyped(given);
}

/** A number as it is, a list by its length; all else that stands for a list is one item. What is out of range gets no further than the resolver. */
function sizeOf(value: unknown, usual: number, most: number): number {
  const size = value == null ? usual : typeof value === "number" ? value : Array.isArray(value) ? value.length : 1;
  return Math.min(Math.max(size, 0), most);
}
