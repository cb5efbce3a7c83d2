import { beforeAll, expect, it } from "vitest";
import { fetchNoting } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";

beforeAll(loadDataset);

/** How often a query is answered in which way, as the header tells. */
async function usesOf(query: string, settings: object): Promise<{ uses: (string | undefined)[]; bodies: string[] }> {
  const uses: (string | undefined)[] = [];
  const bodies: string[] = [];
  for (let time = 0; time < 3; time += 1) {
    const request = new Request("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const { response } = await fetchNoting(request, settings);
    uses.push(/plan;desc=(\w+)/.exec(response.headers.get("server-timing") ?? "")?.[1]);
    bodies.push(await response.text());
  }
  return { uses, bodies };
}

it("a query has a plan from the second time on, and none where plans are switched off: the answer is the same", async () => {
  const query = `# switched
    { actor(slug: "japan") { name alliances(first: 3, asOf: "2022-05-07") { nodes { name } } } }`;
  const off = await usesOf(query, { PLANS: "off" });
  const on = await usesOf(query, { PLANS: "on" });
  expect(off.uses).toEqual(["off", "off", "off"]);
  expect(on.uses).toEqual(["miss", "hit", "hit"]);
  expect(new Set([...off.bodies, ...on.bodies]).size).toBe(1);
  expect(on.bodies[0]).toContain('"name":"Japan"');
});

it("what is refused before it is executed tells of no plan", async () => {
  expect((await usesOf("{ nothing }", {})).uses).toEqual([undefined, undefined, undefined]);
});
