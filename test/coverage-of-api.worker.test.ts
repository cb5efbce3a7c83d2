import {
  type DocumentNode,
  getNamedType,
  type GraphQLNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { expect, it } from "vitest";
import { schema } from "../schema/index.ts";
import { lists } from "./connection/lists.ts";

const golden = import.meta.glob<string>("./queries/*.graphql", { query: "?raw", import: "default", eager: true });

/** The types whose every field and argument some golden query asks for. */
const covered = ["Query", "Actor", "State", "Person", "Organization", "Alliance", "Statement", "Article", "Event"];

/** Fields of Query that have tests of their own. */
const elsewhere = ["search", "resolve", "paths", "network", "networkOver", "turningDays", "stances", "disagreements"];

/** The coordinates of all that a document uses: `Type.field`, `Type.field(argument:)`, `Input.field`. */
function usedIn(document: DocumentNode): string[] {
  const used: string[] = [];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name }) => void used.push(...declared(types.getParentType() ?? undefined, name.value)),
      Argument: ({ name }) => {
        const field = types.getFieldDef();
        const parents = declared(types.getParentType() ?? undefined, field?.name ?? "");
        used.push(...parents.map((coordinate) => `${coordinate}(${name.value}:)`));
      },
      ObjectField: ({ name }) => {
        const input = types.getParentInputType();
        if (input) used.push(`${getNamedType(input).name}.${name.value}`);
      },
    }),
  );
  return used;
}

/** A field of an object type is the one that its interface declares. */
function declared(type: GraphQLNamedType | undefined, field: string): string[] {
  if (type === undefined) return [];
  const interfaces = isObjectType(type) ? type.getInterfaces().map(({ name }) => name) : [];
  return [type.name, ...interfaces].map((name) => `${name}.${field}`);
}

/** The coordinates of all that the types have: their fields, arguments and the inputs that these take. */
function wanted(): Set<string> {
  const coordinates = new Set<string>();
  const addInput = (type: GraphQLNamedType): void => {
    if (!isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      if (coordinates.has(coordinate)) continue;
      coordinates.add(coordinate);
      addInput(getNamedType(field.type));
    }
  };
  for (const name of covered) {
    const type = schema.getType(name);
    if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`the schema has no type ${name}`);
    const inherited = isObjectType(type)
      ? type.getInterfaces().flatMap((parent) => Object.keys(parent.getFields()))
      : [];
    for (const field of Object.values(type.getFields())) {
      if (name === "Query" ? elsewhere.includes(field.name) : inherited.includes(field.name)) continue;
      coordinates.add(`${name}.${field.name}`);
      for (const argument of field.args) {
        coordinates.add(`${name}.${field.name}(${argument.name}:)`);
        addInput(getNamedType(argument.type));
      }
    }
  }
  return coordinates;
}

it("asks for every field, argument and filter in some golden query or list that is paged through", () => {
  const documents = [...Object.values(golden), ...lists.map(({ query }) => query)];
  const used = new Set(documents.flatMap((document) => usedIn(parse(document))));
  const missing = [...wanted()].filter((coordinate) => !used.has(coordinate));
  expect(missing).toEqual([]);
});
