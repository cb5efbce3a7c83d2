import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { statementsOf } from "../drizzle/noted-statements.ts";
import { loadDataset } from "../load-dataset.ts";
import { run } from "../revise.ts";

interface Change {
  action: string;
  typeName: string;
  nodeId: string;
  revision: { number: number };
  node: { id: string; name?: string } | null;
  fields: { name: string; before: string | null; after: string | null }[];
}

interface Page {
  totalCount: number;
  nodes: Change[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

const CHANGE = `action typeName nodeId revision { number } node { id ... on Actor { name } } fields { name before after }`;
const PAGE = `totalCount nodes { ${CHANGE} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

async function changes(args: string, revision?: number): Promise<Page> {
  const { data, errors } = await ask<{ changes: Page }>(`{ changes(${args}) { ${PAGE} } }`, {}, revision);
  expect(errors).toBeUndefined();
  return data.changes;
}

const idOf = async (slug: string) =>
  (await ask<{ actor: { id: string } }>(`{ actor(slug: "${slug}") { id } }`)).data.actor.id;

beforeAll(async () => {
  await loadDataset();
  await run(
    "update actors set name = 'Nippon', parent_id = (select id from actors where slug = 'china') where slug = 'japan'",
    "insert into aliases (id, actor_id, name, sort) select 5000, id, 'JPN', 'ACRONYM' from actors where slug = 'japan'",
    "insert into actors (id, slug, type, name) values (5000, 'freedonia', 'STATE', 'Freedonia')",
  );
  await run("update aliases set name = 'J' where id = 5000", "update events set planned = not planned where id = 1");
  await run("delete from actors where id = 5000", "delete from aliases where id = 5000");
});

describe("an edge of a history", () => {
  it("tells of the revision what is asked of its node, whatever is asked of its change's revision", async () => {
    const { data, errors } = await ask(
      `{ actor(slug: "japan") { history(last: 1) { edges { node { reason } change { revision { number } } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      actor: {
        history: { edges: [{ node: { reason: "The data set as shipped" }, change: { revision: { number: 1 } } }] },
      },
    });
  });
});

describe("the changes since a revision", () => {
  it("tell what was entered, changed and taken out, with what was before and after", async () => {
    const japan = await idOf("japan");
    const freedonia = btoa("1:State:5000").replaceAll("=", "");
    const { totalCount, nodes } = await changes("since: 1");
    expect(totalCount).toBe(6);
    const event = nodes[3]!;
    expect(event).toMatchObject({ action: "UPDATED", typeName: "Event", revision: { number: 3 } });
    expect(event.fields.map(({ name, before, after }) => [name, new Set([before, after])])).toEqual([
      ["planned", new Set(["false", "true"])],
    ]);
    expect(nodes.filter((change) => change !== event)).toEqual([
      {
        action: "UPDATED",
        typeName: "State",
        nodeId: japan,
        revision: { number: 2 },
        node: { id: japan, name: "Nippon" },
        fields: [
          { name: "name", before: "Japan", after: "Nippon" },
          { name: "parent", before: null, after: "china" },
          { name: "aliases", before: null, after: '{"name":"JPN","language":null,"sort":"ACRONYM"}' },
        ],
      },
      {
        action: "CREATED",
        typeName: "State",
        nodeId: freedonia,
        revision: { number: 2 },
        node: null,
        fields: [
          { name: "slug", before: null, after: "freedonia" },
          { name: "type", before: null, after: "STATE" },
          { name: "name", before: null, after: "Freedonia" },
        ],
      },
      {
        action: "UPDATED",
        typeName: "State",
        nodeId: japan,
        revision: { number: 3 },
        node: { id: japan, name: "Nippon" },
        fields: [
          {
            name: "aliases",
            before: '{"name":"JPN","language":null,"sort":"ACRONYM"}',
            after: '{"name":"J","language":null,"sort":"ACRONYM"}',
          },
        ],
      },
      {
        action: "UPDATED",
        typeName: "State",
        nodeId: japan,
        revision: { number: 4 },
        node: { id: japan, name: "Nippon" },
        fields: [{ name: "aliases", before: '{"name":"J","language":null,"sort":"ACRONYM"}', after: null }],
      },
      {
        action: "RETRACTED",
        typeName: "State",
        nodeId: freedonia,
        revision: { number: 4 },
        node: null,
        fields: [
          { name: "slug", before: "freedonia", after: null },
          { name: "type", before: "STATE", after: null },
          { name: "name", before: "Freedonia", after: null },
        ],
      },
    ]);
  });

  it("are visited page by page once each, forward and backward", async () => {
    const all = await changes("since: 0, first: 100");
    for (const [size, from, bound] of [
      ["first", "after", "endCursor"],
      ["last", "before", "startCursor"],
    ] as const) {
      const seen: Change[] = [];
      let cursor = "";
      for (let more = true; more;) {
        const page = await changes(`since: 0, ${size}: 67${cursor === "" ? "" : `, ${from}: "${cursor}"`}`);
        if (size === "first") seen.push(...page.nodes);
        else seen.unshift(...page.nodes);
        cursor = page.pageInfo[bound];
        more = size === "first" ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage;
      }
      expect(seen).toHaveLength(all.totalCount);
      expect(seen.slice(0, 100)).toEqual(all.nodes);
      expect(new Set(seen.map(({ nodeId, revision }) => `${nodeId} ${revision.number}`)).size).toBe(seen.length);
    }
  });

  it("take a bounded number of statements, however many there are", async () => {
    const { statements } = await ask(`{ changes(since: 0, first: 100) { ${PAGE} } }`);
    const more = await ask(`{ revisions { nodes { changes(first: 100) { ${PAGE} } } } }`);
    expect(statements.length).toBeLessThan(10);
    expect(more.statements.length).toBeLessThan(25);
  });

  it("end where the request is pinned", async () => {
    const { totalCount, nodes } = await changes("since: 1", 2);
    expect(totalCount).toBe(2);
    expect(nodes[1]?.node?.name).toBe("Freedonia");
    expect(await changes("since: 4")).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it("are refused since a revision below 0", async () => {
    const { errors } = await ask("{ changes(since: -1) { totalCount } }");
    expect(errors?.[0]?.message).toBe(`Argument "since" of Query.changes is -1: give 0 or a revision`);
  });

  it("are read in the order of an index", async () => {
    const [statement] = await statementsOf("{ changes(since: 1, first: 2) { nodes { nodeId } } }");
    const { results } = await env.DB.prepare(`explain query plan ${statement!.text}`)
      .bind(...statement!.values)
      .all<{ detail: string }>();
    expect(results.map(({ detail }) => detail)).toContain("SEARCH d0 USING PRIMARY KEY (revision>?)");
    expect(results.map(({ detail }) => detail).join()).not.toMatch(/TEMP B-TREE|SCAN/);
  });
});

describe("the history of a node", () => {
  const HISTORY = `history(first: 4) { totalCount nodes { number } edges { node { number reason } change { action fields { name } } } }`;

  it("begins with the newest revision and ends with its entry", async () => {
    const { data } = await ask<{ actor: { history: { totalCount: number; nodes: unknown; edges: unknown[] } } }>(
      `{ actor(slug: "japan") { ${HISTORY} } }`,
    );
    expect(data.actor.history.totalCount).toBe(4);
    expect(data.actor.history.nodes).toEqual([{ number: 4 }, { number: 3 }, { number: 2 }, { number: 1 }]);
    expect(data.actor.history.edges[1]).toEqual({
      node: { number: 3, reason: "to see" },
      change: { action: "UPDATED", fields: [{ name: "aliases" }] },
    });
  });

  it("is that of a row of its own table, whatever else has its number", async () => {
    const { data } = await ask<Record<string, { nodes: { history: { totalCount: number } }[] }>>(
      `{ alliances { nodes { ${HISTORY} } } statements { nodes { ${HISTORY} } } articles { nodes { ${HISTORY} } } }`,
    );
    for (const { nodes } of Object.values(data)) {
      expect(nodes.length).toBeGreaterThan(0);
      for (const { history } of nodes) expect(history.totalCount).toBe(1);
    }
  });

  it("of many nodes takes a bounded number of statements", async () => {
    const { statements, errors } = await ask(`{ actors(first: 100) { nodes { ${HISTORY} } } }`);
    expect(errors).toBeUndefined();
    expect(statements.length).toBe(2);
  });

  it("ends where the request is pinned", async () => {
    const { data } = await ask(`{ actor(slug: "japan") { history { nodes { number } } } }`, {}, 2);
    expect(data).toEqual({ actor: { history: { nodes: [{ number: 2 }, { number: 1 }] } } });
  });
});

describe("the revisions", () => {
  const numbers = async (args: string) => {
    const { data, errors } = await ask<{ revisions: { nodes: { number: number }[] } }>(
      `{ revisions(${args}) { nodes { number } } }`,
    );
    expect(errors).toBeUndefined();
    return data.revisions.nodes.map(({ number }) => number);
  };

  it("come newest first, or in the order asked for", async () => {
    expect(await numbers("first: 2")).toEqual([4, 3]);
    expect(await numbers("orderBy: { direction: ASC }")).toEqual([1, 2, 3, 4]);
  });

  it("are those of an author, or of some days", async () => {
    expect(await numbers(`author: "test"`)).toHaveLength(4);
    expect(await numbers(`author: "nobody"`)).toEqual([]);
    expect(await numbers(`between: { from: "2026-11-24", to: "2026-11-24" }`)).toHaveLength(4);
    expect(await numbers(`between: { to: "2026-11-23" }`)).toEqual([]);
    expect(await numbers(`between: { from: "2026-11-25" }`)).toEqual([]);
  });

  it("end where the request is pinned", async () => {
    const { data } = await ask("{ revision(number: 3) { number } revisions { totalCount } }", {}, 2);
    expect(data).toEqual({ revision: null, revisions: { totalCount: 2 } });
  });
});
