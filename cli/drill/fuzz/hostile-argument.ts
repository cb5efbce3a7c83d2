import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from "graphql";
import type { Draw } from "../../../test/random/draw.ts";
import type { KnownValues } from "../../../test/random/known-values.ts";
import { hostileTexts, wrongValues } from "./hostile-text.ts";

interface Place {
  owner: string;
  field: GraphQLField<unknown, unknown>;
}

const INTEGERS = [0, -1, 1, 2, 3, 20, 100, 101, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53, 1.5];
const WITHIN = ["nodes", "edges", "node", "pageInfo", "errors", "revision"];

/** A request that gives arguments of one field by variables, each of its type or nearly, with hostile texts in it. */
export function hostileArguments(schema: GraphQLSchema, known: KnownValues) {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const nodes = types.filter((type) => type.getInterfaces().some(({ name }) => name === "Node"));
  const placesOf = (owners: typeof types): Place[] =>
    owners.flatMap((owner) =>
      Object.values(owner.getFields())
        .filter(({ args }) => args.length > 0)
        .map((field) => ({ owner: owner.name, field })),
    );
  const queries = placesOf([schema.getQueryType()!]);
  const beneath = placesOf(nodes);
  const mutations = placesOf([schema.getMutationType()!]);

  return (draw: Draw, isMutation: boolean): { query: string; variables: Record<string, unknown> } => {
    const { chance, oneOf } = draw;
    const isBeneath = !isMutation && chance(40);
    const { owner, field } = oneOf(isMutation ? mutations : isBeneath ? beneath : queries);
    const only = !isMutation && field.args.some(({ name }) => name === "slug") && chance(80) ? oneOf(field.args) : null;
    const args = field.args.filter((arg) => (only === null ? isRequiredArgument(arg) || chance(40) : arg === only));
    const variables: Record<string, unknown> = {};
    for (const { name, type } of args) {
      if (chance(97)) variables[name] = hostileValue(draw, type, [`${owner}.${field.name}.${name}`, name]);
    }
    const given = args.length === 0 ? "" : `(${args.map(({ name }) => `${name}: $${name}`).join(", ")})`;
    const asked = `${field.name}${given}${selectionOf(field.type, 3)}`;
    const declared = [
      ...args.map(({ name, type }) => `$${name}: ${String(type)}`),
      ...(isBeneath ? ["$of: [ID!]!"] : []),
    ];
    if (isBeneath) variables["of"] = [oneOf(known["id"]!), oneOf(known["id"]!), oneOf(known["id"]!)];
    const selected = isBeneath ? `nodes(ids: $of) { ... on ${owner} { ${asked} } }` : asked;
    const head = declared.length === 0 ? "" : ` (${declared.join(", ")})`;
    return { query: `${isMutation ? "mutation" : "query"}${head} { ${selected} }`, variables };
  };

  function hostileValue(draw: Draw, type: GraphQLInputType, keys: readonly string[], depth = 0): unknown {
    const { chance, integer, oneOf, several } = draw;
    if (chance(2)) return oneOf(wrongValues);
    const inner = getNullableType(type);
    if (inner === type && chance(10)) return null;
    if (isListType(inner)) {
      return several(0, chance(2) ? 120 : 3, () => hostileValue(draw, inner.ofType, keys, depth));
    }
    if (isEnumType(inner)) return chance(96) ? oneOf(inner.getValues()).name : oneOf(hostileTexts);
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields());
      const some = oneOf(fields);
      const given = fields.filter(
        (one) => isRequiredInputField(one) || (depth < 3 && (one === some || chance(depth === 0 ? 25 : 10))),
      );
      const value = Object.fromEntries(
        given.map((one) => [
          one.name,
          hostileValue(draw, one.type, [`${inner.name}.${one.name}`, one.name], depth + 1),
        ]),
      );
      return chance(1) ? { ...value, [oneOf(hostileTexts)]: oneOf(wrongValues) } : value;
    }
    if (inner.name === "Boolean") return chance(50);
    if (inner.name === "Int" || inner.name === "Float") return chance(70) ? integer(1, 100) : oneOf(INTEGERS);
    const values = keys.map((key) => known[key]).find((one) => one !== undefined) ?? ["2022", "japan", "Why", "en"];
    if (chance(45)) return oneOf(values);
    return chance(30) ? `${String(oneOf(values))}${oneOf(hostileTexts)}` : oneOf(hostileTexts);
  }
}

/** Its values that need no argument, and those of what is within it. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return "";
  const fields = "getFields" in named ? Object.values(named.getFields()) : [];
  const plain = fields.filter((one) => isLeafType(getNamedType(one.type)) && !one.args.some(isRequiredArgument));
  const within = depth > 0 ? fields.filter(({ name, args }) => WITHIN.includes(name) && args.length === 0) : [];
  const all = [
    ...plain.slice(0, 8).map(({ name }) => name),
    ...within.map((one) => `${one.name}${selectionOf(one.type, depth - 1)}`),
  ];
  return ` { __typename ${all.join(" ")} }`;
}
