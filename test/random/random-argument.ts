import {
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from "graphql";
import type { Draw } from "./draw.ts";
import type { KnownValues } from "./known-values.ts";
import type { RandomVariables } from "./random-variable.ts";

/** Of these a field takes exactly one. */
const ONE_OF = ["id", "slug", "name"];
/** What only an answer tells. */
const CURSORS = ["after", "before"];

/** Arguments for a field, as literals or variables; the variables are added to those used. */
export function randomArguments(
  { integer, chance, oneOf, several }: Draw,
  known: KnownValues,
  variables: RandomVariables,
  owner: string,
  field: GraphQLField<unknown, unknown>,
  used: Set<string>,
): string {
  const choices = field.args.filter(({ name }) => ONE_OF.includes(name));
  const only = choices.length > 1 ? oneOf(choices) : null;
  const end = oneOf(["first", "first", "last", "neither"]);
  const given = field.args.filter((arg) => {
    if (only !== null) return arg === only;
    if (isRequiredArgument(arg)) return true;
    if (arg.name === "first" || arg.name === "last") return arg.name === end;
    return !CURSORS.includes(arg.name) && chance(20);
  });
  return given.length === 0 ? "" : `(${given.map((arg) => `${arg.name}: ${argument(arg)}`).join(", ")})`;

  function argument({ name, type }: GraphQLArgument): string {
    const keys = [`${owner}.${field.name}.${name}`, name];
    const list = getNullableType(type);
    if (isListType(list) && chance(50)) return `[${several(1, 4, () => item(list.ofType, keys)).join(", ")}]`;
    return item(type, keys);
  }

  function item(type: GraphQLInputType, keys: readonly string[]): string {
    if (chance(60)) return literal(value(type, keys), type);
    const name = variables.nameFor(
      String(type),
      keys[0]!,
      () => value(type, keys),
      (one) => literal(one, type),
    );
    used.add(name);
    return `$${name}`;
  }

  function value(type: GraphQLInputType, keys: readonly string[], depth = 0): unknown {
    const inner = getNullableType(type);
    if (isListType(inner)) return several(1, 3, () => value(inner.ofType, keys, depth));
    if (isEnumType(inner)) return oneOf(inner.getValues()).name;
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields()).filter(({ name }) => depth < 1 || !["any", "not"].includes(name));
      const some = oneOf(fields);
      return Object.fromEntries(
        fields
          .filter((one) => one === some || isRequiredInputField(one) || chance(5))
          .map((one) => [one.name, value(one.type, [`${inner.name}.${one.name}`, one.name], depth + 1)]),
      );
    }
    const values = keys.map((key) => known[key]).find((one) => one !== undefined);
    if (values !== undefined) return oneOf(values);
    if (inner.name === "Boolean") return chance(50);
    if (inner.name === "Int") return chance(90) ? integer(1, 8) : integer(9, 100);
    throw new Error(`nothing is known of ${keys.join(" or ")}: add values to known-values.ts`);
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  const inner = getNullableType(type);
  if (isListType(inner)) return `[${(value as unknown[]).map((one) => literal(one, inner.ofType)).join(", ")}]`;
  if (isEnumType(inner)) return String(value);
  if (!isInputObjectType(inner)) return JSON.stringify(value);
  const types = inner.getFields();
  const fields = Object.entries(value as object).map(([name, one]) => `${name}: ${literal(one, types[name]!.type)}`);
  return `{ ${fields.join(", ")} }`;
}
