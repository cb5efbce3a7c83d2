import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../schema/index.ts";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import { overfill } from "../random/overfull.ts";

beforeAll(async () => {
  await loadDataset();
  await overfill();
});

const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) && !isIntrospectionType(type)
    ? Object.values(type.getFields()).map((field): [string, GraphQLField<unknown, unknown>] => [
        `${type.name}.${field.name}`,
        field,
      ])
    : [],
);

describe("every list of objects", () => {
  const lists = fields.filter(
    ([, { type }]) => isListType(getNullableType(type)) && isCompositeType(getNamedType(type)),
  );

  it("says how many it has at most, but for those of a connection", () => {
    const unbound = lists.filter(([, { extensions }]) => extensions["atMost"] === undefined);
    expect(unbound.map(([coordinate]) => coordinate).filter((one) => !/Connection\.(nodes|edges)$/.test(one))).toEqual(
      [],
    );
    expect(lists.length - unbound.length).toBeGreaterThan(20);
  });

  it("that an argument bounds has that argument", () => {
    const strays = lists.filter(([, { args, extensions }]) => {
      const { argument } = (extensions["atMost"] ?? {}) as { argument?: string };
      return argument !== undefined && !args.some(({ name }) => name === argument);
    });
    expect(strays).toEqual([]);
  });
});

it("every connection takes the arguments that its page is bound by", () => {
  const connections = fields.filter(([, { type }]) => getNamedType(type).name.endsWith("Connection"));
  expect(connections.length).toBeGreaterThan(30);
  for (const [, { args }] of connections) {
    expect(args.map(({ name }) => name)).toEqual(expect.arrayContaining(["first", "last"]));
  }
});

/** The length of the longest list of each name. */
function longest(value: unknown, lengths: Record<string, number> = {}): Record<string, number> {
  if (typeof value !== "object" || value === null) return lengths;
  for (const [name, inner] of Object.entries(value)) {
    if (Array.isArray(inner)) lengths[name] = Math.max(lengths[name] ?? 0, inner.length);
    longest(inner, lengths);
  }
  return lengths;
}

describe("a list of a database that has more", () => {
  it.each([
    ["{ actors(first: 100) { nodes { aliases { name } identifiers { value } } } }", { aliases: 50, identifiers: 50 }],
    ["{ alliances { nodes { aliases { name } statuses { code } } } }", { aliases: 50, statuses: 30 }],
    [
      "{ events(first: 100) { nodes { participants { role } citations { exact } } } }",
      { participants: 100, citations: 50 },
    ],
    ["{ statements(first: 100) { nodes { targets { stance } citations { exact } } } }", { targets: 50, citations: 50 }],
    ["{ disagreements { nodes { claims { citations { exact } } } } }", { claims: 10, citations: 50 }],
    ["{ actors(first: 40) { nodes { partnerships(first: 2) { nodes { citations { exact } } } } } }", { citations: 50 }],
    [
      `{ actors(first: 10) { nodes { partners(asOf: "2022-05-07") { edges { partnerships { status } } } } } }`,
      { partnerships: 20 },
    ],
    ["{ revision(number: 2) { changes(first: 100) { nodes { fields { name } } } } }", { fields: 100 }],
  ])("has no more than it says: %s", async (query, lengths) => {
    const { data, errors } = await ask(query);
    expect(errors).toBeUndefined();
    expect(longest(data)).toMatchObject(lengths);
  });
});
