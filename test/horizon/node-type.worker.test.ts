import { type GraphQLInterfaceType, isObjectType } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../schema/index.ts";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import type { Answered, Value } from "./observe.ts";

beforeAll(loadDataset);

const node = schema.getType("Node") as GraphQLInterfaceType;
const nodeTypes = schema.getPossibleTypes(node).map(({ name }) => name);

const SOME_OF_EACH = `{
  actors(first: 100) { nodes { __typename id ... on Person { offices(ever: true) { nodes { __typename id } } } } }
  alliance(slug: "nato") { __typename id statuses { __typename id } memberships(ever: true) { nodes { __typename id } } obligations(ever: true) { nodes { __typename id } } }
  actor(slug: "japan") { __typename id partnerships(asOf: "2022-05-07") { nodes { __typename id } } }
  articles { nodes { __typename id } }
  statements { nodes { __typename id } }
  events { nodes { __typename id } }
  revisions { nodes { __typename id } }
}`;

/** An id of each type that is found anywhere in a value. */
function idsIn(value: Value, found = new Map<string, string>()): Map<string, string> {
  if (typeof value !== "object" || value === null) return found;
  const { __typename: type, id } = value as Answered;
  if (typeof type === "string" && typeof id === "string") found.set(type, id);
  for (const one of Object.values(value)) idsIn(one, found);
  return found;
}

describe("a type with an id", () => {
  it("is a Node: whatever has an id can be found again by it", () => {
    const others = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => String(type.getFields()["id"]?.type) === "ID!" && !type.getInterfaces().includes(node));
    expect(others.map(({ name }) => name)).toEqual([]);
    expect(nodeTypes).toContain("Revision");
  });

  it.each(nodeTypes)("is found by its id, as that type: %s", async (type) => {
    const { data } = await ask<Answered>(SOME_OF_EACH);
    const id = idsIn(data).get(type);
    expect(id, `none is in the data set`).toBeDefined();
    for (const revision of [undefined, 1]) {
      const found = await ask(`query ($id: ID!) { node(id: $id) { __typename id } }`, { id }, revision);
      expect(found.data).toEqual({ node: { __typename: type, id } });
    }
  });
});
