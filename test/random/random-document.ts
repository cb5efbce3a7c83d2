import * as fc from "fast-check";
import {
  doTypesOverlap,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isUnionType,
} from "graphql";
import { type Draw, drawing } from "./draw.ts";
import type { KnownValues } from "./known-values.ts";
import { randomArguments } from "./random-argument.ts";
import { randomVariables } from "./random-variable.ts";

/** One operation of a document, with variables. */
export interface RandomRequest {
  query: string;
  operationName: string;
  variables: Record<string, unknown>;
}

export interface DocumentSize {
  /** How deep objects lie within one another at most. */
  levels: number;
  /** About how many fields of an operation lead to objects. */
  objects: number;
}

/** What was selected under a name: whatever else has the name in the answer must be the same. */
interface Selected {
  signature: string;
  args: string;
  beneath: Scope;
}

type Scope = Map<string, Selected>;

interface Place {
  type: GraphQLCompositeType;
  scope: Scope;
  levels: number;
  /** The variables of the operation or fragment. */
  used: Set<string>;
  /** Whether each name is to be new: a fragment may come beside any other. */
  isApart: boolean;
  /** The lists of introspection on the way here, of which two are valid. */
  lists: number;
}

interface Fragment {
  name: string;
  on: GraphQLCompositeType;
  levels: number;
  text: string;
  used: ReadonlySet<string>;
  /** How many it has, those of what it spreads counted. */
  aliases: number;
}

/** Within what the Worker reads: 1,000 tokens, those of the variables counted, and 50 aliases. What is refused for its length shows nothing. */
const MOST_TOKENS = 700;
const MOST_ALIASES = 45;

const LISTS_OF_INTROSPECTION = ["fields", "interfaces", "possibleTypes", "inputFields"];

/**
 * Documents of queries that are valid by construction, of up to three operations with aliases, fragments,
 * directives and variables; each operation comes with several sets of values. fast-check makes the
 * same ones of the same seed.
 */
export function randomDocuments(
  schema: GraphQLSchema,
  known: KnownValues,
  size: DocumentSize = { levels: 7, objects: 20 },
): fc.Arbitrary<RandomRequest[]> {
  return fc.gen().map((generate) => randomDocument(schema, known, drawing(generate), size));
}

function randomDocument(schema: GraphQLSchema, known: KnownValues, draw: Draw, size: DocumentSize): RandomRequest[] {
  const { integer, chance, oneOf, several } = draw;
  const composites = Object.values(schema.getTypeMap())
    .filter(isCompositeType)
    .filter((type) => !isIntrospectionType(type));
  const variables = randomVariables(draw);
  const fragments: Fragment[] = [];
  let names = 0;
  let left = 0;
  let tokens = 0;
  let aliases = 0;

  const operations = ["A", "B", "C"].slice(0, integer(1, 3)).map((name) => {
    left = size.objects;
    aliases = 0;
    const used = new Set<string>();
    const type = schema.getQueryType()!;
    const text = selectionSet({ type, scope: new Map(), levels: size.levels, used, isApart: false, lists: 0 });
    return { name, used, text };
  });
  const query = [
    ...operations.map(({ name, used, text }) => `query ${name}${variables.declared(used)} ${text}`),
    ...fragments.map(({ name, on, text }) => `fragment ${name} on ${on.name} ${text}`),
  ].join("\n");
  return operations.flatMap(({ name, used }) =>
    Array.from({ length: used.size === 0 ? 1 : 3 }, () => ({
      query,
      operationName: name,
      variables: variables.given(used),
    })),
  );

  function selectionSet(place: Place): string {
    return `{ ${several(1, 6, () => selection(place)).join(" ")} }`;
  }

  function selection(place: Place): string {
    if (tokens > MOST_TOKENS) return "__typename";
    const mayNest = place.levels > 0 && left > 0 && !isIntrospectionType(place.type);
    if (mayNest && chance(isUnionType(place.type) ? 75 : isInterfaceType(place.type) ? 25 : 5))
      return inlineFragment(place);
    return (mayNest && chance(8) ? fragmentSpread(place) : null) ?? fieldAgain(place) ?? field(place);
  }

  function field(place: Place): string {
    const { type, scope, used, isApart } = place;
    const candidates = candidatesOf(place);
    if (candidates.length === 0) return "__typename";
    const chosen = oneOf(candidates);
    const other = scope.get(chosen.name);
    const mayAlias = aliases < MOST_ALIASES;
    if (!mayAlias && (isApart || other !== undefined)) return "__typename";
    const args = randomArguments(draw, known, variables, type.name, chosen, used);
    const own = { signature: signatureOf(chosen), args };
    const isSame = other === undefined || (other.signature === own.signature && other.args === args);
    const isPlain = !isApart && isSame && chance(80);
    const key = isPlain || !mayAlias ? chosen.name : `${chosen.name}_${++names}`;
    const beneath = scope.get(key)?.beneath ?? new Map<string, Selected>();
    scope.set(key, { ...own, beneath });
    return selected(place, key, chosen, args, beneath);
  }

  /** What was asked for once more, which is merged with it. */
  function fieldAgain(place: Place): string | null {
    if (place.scope.size === 0 || isUnionType(place.type) || !chance(6)) return null;
    const [key, { signature, args, beneath }] = oneOf([...place.scope]);
    const same = Object.values(place.type.getFields()).find((one) => signatureOf(one) === signature);
    return same === undefined ? null : selected(place, key, same, args, beneath);
  }

  function selected(place: Place, key: string, chosen: Field, args: string, beneath: Scope): string {
    const named = getNamedType(chosen.type);
    const head = `${key === chosen.name ? "" : `${key}: `}${chosen.name}${args}${directives(place)}`;
    tokens += tokensIn(head);
    if (key !== chosen.name) aliases += 1;
    if (isLeafType(named)) return head;
    left -= 1;
    tokens += 2;
    const lists = place.lists + Number(LISTS_OF_INTROSPECTION.includes(chosen.name));
    const within = {
      type: named as GraphQLCompositeType,
      scope: beneath,
      levels: place.levels - 1,
      isApart: false,
      lists,
    };
    return `${head} ${selectionSet({ ...place, ...within })}`;
  }

  function candidatesOf({ type, levels, lists }: Place): Field[] {
    if (isUnionType(type)) return [];
    const mayNest = levels > 0 && left > 0;
    const all: Field[] = Object.values(type.getFields());
    const leaves = all.filter((one) => isLeafType(getNamedType(one.type)));
    const others = all.filter(
      (one) =>
        !leaves.includes(one) && !(isIntrospectionType(type) && lists > 1 && LISTS_OF_INTROSPECTION.includes(one.name)),
    );
    if (type === schema.getQueryType() && chance(4))
      others.push(...["__schema", "__type"].map((name) => schema.getField(type, name)!));
    return mayNest && others.length > 0 && (leaves.length === 0 || chance(70)) ? others : leaves;
  }

  function inlineFragment(place: Place): string {
    left -= 1;
    const type = oneOf(composites.filter((one) => doTypesOverlap(schema, one, place.type)));
    const condition = type === place.type && chance(50) ? "" : ` on ${type.name}`;
    const head = `...${condition}${directives(place)}`;
    tokens += tokensIn(head) + 2;
    return `${head} ${selectionSet({ ...place, type })}`;
  }

  function fragmentSpread(place: Place): string | null {
    const fitting = fragments.filter(
      (one) =>
        one.levels <= place.levels &&
        aliases + one.aliases <= MOST_ALIASES &&
        doTypesOverlap(schema, one.on, place.type),
    );
    const known = fitting.length > 0 && chance(60) ? oneOf(fitting) : null;
    const fragment = known ?? (fragments.length < 4 ? newFragment(place) : null);
    if (fragment === null) return null;
    if (fragment === known) aliases += known.aliases;
    for (const name of fragment.used) place.used.add(name);
    const spread = `...${fragment.name}${directives(place)}`;
    tokens += tokensIn(spread);
    return spread;
  }

  function newFragment({ type, levels }: Place): Fragment {
    const on = oneOf(composites.filter((one) => doTypesOverlap(schema, one, type)));
    const used = new Set<string>();
    const before = aliases;
    const text = selectionSet({ type: on, scope: new Map(), levels, used, isApart: true, lists: 0 });
    const fragment = { name: `F${fragments.length + 1}`, on, levels, text, used, aliases: aliases - before };
    fragments.push(fragment);
    return fragment;
  }

  function directives({ used }: Place): string {
    return ["skip", "include"]
      .filter(() => chance(4))
      .map((name) => ` @${name}(if: ${condition(name === "include", used)})`)
      .join("");
  }

  function condition(wanted: boolean, used: Set<string>): string {
    if (chance(30)) return String(chance(75) === wanted);
    const name = variables.nameFor("Boolean!", "if", () => chance(50), String);
    used.add(name);
    return `$${name}`;
  }
}

type Field = GraphQLField<unknown, unknown>;

function tokensIn(text: string): number {
  return text.match(/"(?:[^"\\]|\\.)*"|\w+|\.{3}|[^\s\w,]/gu)?.length ?? 0;
}

/** The field as the schema has it, whatever type it is of. */
function signatureOf({ name, args, type }: Field): string {
  return `${name}(${args.map((one) => `${one.name}: ${String(one.type)}`).join(", ")}): ${String(type)}`;
}
