import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import type { KnownValues } from "../../../test/random/known-values.ts";

interface Question {
  query: string;
  variables: Record<string, unknown>;
}

type Field = GraphQLField<unknown, unknown>;

/** The types whose lists are asked for, and how one of them is reached: one with much to tell, and as many as a page holds. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  Actor: ['actor(slug: "germany")', "actors(first: 20) { nodes"],
  Alliance: ['alliance(slug: "nato")', "alliances(first: 20) { nodes"],
  Article: ["articles(first: 20) { nodes"],
  Event: ["events(first: 20) { nodes"],
};

/** Each connection by itself, at the root and within one or many objects: its page, its total, and both on an early and a late day. */
export function listQuestions(schema: GraphQLSchema, known: KnownValues): Question[] {
  const atRoot = listsOf(schema.getQueryType()!).flatMap((field) => asked(field, known).map((text) => `{ ${text} }`));
  const within = Object.entries(OWNERS).flatMap(([name, ways]) => {
    const type = schema.getType(name);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const texts = listsOf(type).flatMap((field) => asked(field, known));
    return ways.flatMap((way) => texts.map((text) => `{ ${way} { ${text} } }${way.includes("nodes") ? " }" : ""}`));
  });
  return [...atRoot, ...within].map((query) => ({ query, variables: {} }));
}

function listsOf(type: Pick<GraphQLObjectType, "getFields">): Field[] {
  return Object.values(type.getFields()).filter(({ type: led, args }) => {
    const named = getNamedType(led);
    return isObjectType(named) && "totalCount" in named.getFields() && args.some(({ name }) => name === "first");
  });
}

/** The list with its usual page and total, for each day where it has one, in each of its orders. */
function asked(field: Field, known: KnownValues): string[] {
  const given = field.args
    .filter(isRequiredArgument)
    .map((arg) => `${arg.name}: ${JSON.stringify(valueOf(arg, field, known))}`);
  const days = field.args.some(({ name }) => name === "asOf")
    ? ['asOf: "1960-01-01"', 'asOf: "2010-01-01"', 'asOf: "2010-01-01", certainty: CERTAIN']
    : [""];
  return days.map((day) => {
    const args = [...given, "first: 20", ...(day === "" ? [] : [day])].join(", ");
    return `${field.name}(${args}) { totalCount nodes { __typename } }`;
  });
}

function valueOf({ name }: GraphQLArgument, field: Field, known: KnownValues): unknown {
  return (known[`Query.${field.name}.${name}`] ?? known[name] ?? [""])[0];
}
