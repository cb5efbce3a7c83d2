import RelayRuntime, { type ConcreteRequest, type ReaderFragment, type Variables } from "relay-runtime";
import { expect, inject, test } from "vitest";
import { compiledByRelay } from "./client/relay-compiler.ts";
import { relayEnvironment } from "./client/relay-environment.ts";
import { DAY, type MembersAnswer, wholeList } from "./question/pages.ts";
import { nodeTypes } from "./question/schema.ts";
import { saidDuring } from "./said.ts";

const { createOperationDescriptor, fetchQuery, getSingularSelector } = RelayRuntime;

const address = inject("address");

const compiled = compiledByRelay({
  ...Object.fromEntries(
    nodeTypes.map((type) => [
      `${type}Again`,
      `graphql\`fragment ${type}Again_node on ${type} @refetchable(queryName: "${type}AgainQuery") { __typename id }\``,
    ]),
  ),
  Revisions: `
    graphql\`query RevisionsQuery { revision(number: 1) { id ...Revisions_revision } }\`;
    graphql\`
      fragment Revisions_revision on Revision @refetchable(queryName: "RevisionsAgainQuery") { number at author }
    \`;`,
  Members: `
    graphql\`query MembersQuery { alliance(slug: "nato") { ...Members_alliance } }\`;
    graphql\`
      fragment Members_alliance on Alliance
      @refetchable(queryName: "MembersAgainQuery")
      @argumentDefinitions(first: { type: "Int", defaultValue: 10 }, after: { type: "String" }) {
        members(asOf: "${DAY}", first: $first, after: $after) @connection(key: "Members_members") {
          edges { certainty node { id name } membership { id certainty(asOf: "${DAY}") } }
        }
      }
    \`;`,
});

test.each(nodeTypes)("a fragment on %s can be had again", (type) => {
  expect(compiled.get(`${type}AgainQuery`)).toMatchObject({ kind: "Request" });
});

test("a revision is had again by its id", async () => {
  const client = reader("Revisions_revision");
  await client.ask("RevisionsQuery", {});
  const { revision } = client.ofQuery("RevisionsQuery", {}) as { revision: { id: string } };
  const before = client.ofFragment(revision);
  await client.ask("RevisionsAgainQuery", { id: revision.id });
  const { node } = client.ofQuery("RevisionsAgainQuery", { id: revision.id }) as { node: object };
  expect(before).toMatchObject({ number: 1 });
  expect(client.ofFragment(node)).toEqual(before);
});

test("@connection makes one list of the pages, each member once, in order, with its certainty", async () => {
  const { id, members } = await wholeList(address);
  const client = reader("Members_alliance");
  const said = await saidDuring(async () => {
    await client.ask("MembersQuery", {});
    const { alliance } = client.ofQuery("MembersQuery", {}) as { alliance: object };
    const list = () => (client.ofFragment(alliance) as MembersAnswer["alliance"]).members;
    while (list().pageInfo.hasNextPage)
      await client.ask("MembersAgainQuery", { id, first: 10, after: list().pageInfo.endCursor });
    expect(list().edges).toMatchObject(
      members.edges.map(({ certainty, node: { name } }) => ({ certainty, node: { name } })),
    );
  });
  expect(said).toEqual([]);
});

/** An environment of its own, and what it has kept of compiled queries and of one fragment. */
function reader(fragment: string) {
  const environment = relayEnvironment(address);
  const operation = (query: string, variables: Variables) =>
    createOperationDescriptor(compiled.get(query) as ConcreteRequest, variables);
  return {
    async ask(query: string, variables: Variables): Promise<void> {
      environment.retain(operation(query, variables));
      await fetchQuery(environment, compiled.get(query) as ConcreteRequest, variables).toPromise();
    },
    ofQuery: (query: string, variables: Variables): unknown =>
      environment.lookup(operation(query, variables).fragment).data,
    ofFragment: (reference: unknown): unknown =>
      environment.lookup(getSingularSelector(compiled.get(fragment) as ReaderFragment, reference)).data,
  };
}
