import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";

beforeAll(loadDataset);

async function japan(list: string, beneath: string, fragments: string): Promise<string> {
  const { data, errors } = await ask(
    `query Cursors($is: Boolean = true) { __typename @include(if: $is) actor(slug: "japan") { ${list}(first: 2) { ${beneath} } } } ${fragments}`,
  );
  expect(errors).toBeUndefined();
  return JSON.stringify(data["actor"]);
}

// Between the rows of the one and its nodes there is a relation; the rows of the other are its nodes.
describe.each([
  ["alliances", "AllianceConnection"],
  ["memberships", "MembershipConnection"],
])("a list of %s", (list, type) => {
  it.each([
    ["nodes { __typename } edges { a: cursor }"],
    ["edges { __typename } a: edges { cursor }"],
    ["edges { ... { ... @include(if: $is) { cursor } } }"],
    ["edges { cursor @skip(if: false) @include(if: $is) }"],
    ["nodes { __typename } pageInfo { hasNextPage } a: pageInfo { b: endCursor }"],
    ["pageInfo { ... @include(if: $is) { endCursor } }"],
    ["...Page", `fragment Page on ${type} { pageInfo { ...Ends } } fragment Ends on PageInfo { a: endCursor }`],
  ])("has its cursors for %s", async (beneath, fragments = "") => {
    const [cursor] = /"[\w-]+"(?=\}\]\}\}$)/.exec(await japan(list, "edges { cursor }", "")) ?? [];
    expect(cursor).toBeDefined();
    // First by the executor, then by a plan.
    for (const _ of [1, 2, 3]) expect(await japan(list, beneath, fragments)).toContain(cursor);
  });
});
