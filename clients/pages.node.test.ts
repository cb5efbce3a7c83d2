import { relayStylePagination } from "@apollo/client/utilities";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { describe, expect, inject, test } from "vitest";
import { apollo } from "./client/apollo.ts";
import type { CachingClient } from "./client/caching-client.ts";
import { graphcache } from "./client/graphcache.ts";
import { type MembersAnswer, page, wholeList } from "./question/pages.ts";
import { introspection, keys, possibleTypes } from "./question/schema.ts";
import { rawAnswer } from "./service/raw-answer.ts";

const address = inject("address");
const { members: whole } = await wholeList(address);

/** Each with its own way to make one list of pages. */
const clients: Readonly<Record<string, () => CachingClient>> = {
  "Apollo Client": () => {
    const fields = { members: relayStylePagination(["asOf"]) };
    return apollo(address, { possibleTypes, typePolicies: { Alliance: { fields } } });
  },
  graphcache: () => {
    const resolvers = { Alliance: { members: relayPagination() } };
    return graphcache(address, { schema: introspection, keys, resolvers });
  },
};

test("the list has several pages, and both certainties", () => {
  expect(whole.edges.length).toBeGreaterThan(20);
  expect(new Set(whole.edges.map(({ certainty }) => certainty))).toEqual(new Set(["CERTAIN", "POSSIBLE"]));
});

describe.each(Object.entries(clients))("%s", (_name, make) => {
  test("makes one list of the pages, each member once, in order, with its certainty", async () => {
    const client = make();
    for (let after: string | null = null, hasNextPage = true; hasNextPage;) {
      const question = { ...page, variables: { after } };
      await client.ask(question);
      const { alliance } = (await rawAnswer(address, question)) as MembersAnswer;
      ({ endCursor: after, hasNextPage } = alliance.members.pageInfo);
    }
    const { alliance } = (await client.read({ ...page, variables: { after: null } })) as MembersAnswer;
    expect(alliance.members.edges).toEqual(whole.edges);
  });
});
