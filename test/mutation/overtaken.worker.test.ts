import { env } from "cloudflare:workers";
import { beforeAll, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import { idOf, mutate } from "./send.ts";
import { fakeDatabase } from "../fake-database.ts";

beforeAll(loadDataset);

/** D1 that has another write done right before its nth batch; counts the batches. */
function overtaken(n: number, write: () => Promise<unknown>) {
  let batches = 0;
  const database = fakeDatabase({
    prepare: (text: string) => env.DB.prepare(text),
    batch: async (statements: D1PreparedStatement[]) => {
      batches += 1;
      if (batches === n) await write();
      return env.DB.batch(statements);
    },
  });
  return { database, batches: () => batches };
}

it("loses neither of two edits of one node, wherever the second comes in between", async () => {
  const japan = await idOf('actor(slug: "japan")');
  const add = (name: string) => `addAlias(of: "${japan}", input: { name: "${name}", sort: VARIANT }, reason: "r")`;
  const expected: string[] = [];
  for (let n = 1; ; n += 1) {
    const { database, batches } = overtaken(n, () => mutate(add(`Quick ${n}`)));
    const { errors } = await mutate(add(`Slow ${n}`), {}, { database });
    expect(errors).toEqual([]);
    expected.push(`Slow ${n}`);
    if (batches() < n) break;
    expected.push(`Quick ${n}`);
  }
  expect(expected.length).toBeGreaterThan(6);
  const { data } = await ask<{ actor: { aliases: { name: string }[] } }>(
    `{ actor(slug: "japan") { aliases { name } } }`,
  );
  const names = data.actor.aliases.map(({ name }) => name).filter((name) => /^(?:Slow|Quick) /.test(name));
  expect(new Set(names)).toEqual(new Set(expected));
});

it("is told CONFLICT with ifRevision, wherever the other comes in between before the write", async () => {
  for (let n = 1; n <= 3; n += 1) {
    const { data } = await ask<{ dataset: { revision: number } }>("{ dataset { revision } }");
    const other = () => mutate(`editActor(id: "china", input: { name: "Other ${n}" }, reason: "r")`);
    const { database, batches } = overtaken(n, other);
    const call = `editActor(id: "china", ifRevision: ${data.dataset.revision}, input: { name: "Mine ${n}" }, reason: "r")`;
    const { revision, errors } = await mutate(call, {}, { database });
    expect(batches()).toBeGreaterThanOrEqual(n);
    expect({ n, revision, codes: errors.map(({ code }) => code) }).toEqual({ n, revision: null, codes: ["CONFLICT"] });
  }
});

it("is in nobody's way with ifRevision who changed something else, or the same to the same, or changed it back", async () => {
  const { data } = await ask<{ dataset: { revision: number } }>("{ dataset { revision } }");
  const edit = (input: string, more = "") => mutate(`editActor(id: "india", input: { ${input} }, reason: "r"${more})`);
  const seen = `, ifRevision: ${data.dataset.revision}`;
  const other = await edit(`description: "A state", aliases: [{ name: "Hind", sort: VARIANT }]`);
  expect((await edit(`name: "Bharat"`, seen)).errors).toEqual([]);
  expect(await edit(`description: "A state"`, seen)).toMatchObject({ revision: null, errors: [] });
  expect((await edit(`description: "A union"`, seen)).errors).toMatchObject([
    { code: "CONFLICT", path: ["ifRevision"], changes: [{ revision: { number: other.revision!.number } }] },
  ]);
  expect((await edit(`aliases: []`, seen)).errors).toMatchObject([{ code: "CONFLICT" }]);
  const added = `addAlias(of: "${await idOf('actor(slug: "india")')}", input: { name: "Hindustan", sort: VARIANT }, reason: "r"${seen})`;
  expect((await mutate(added)).errors).toEqual([]);
  expect((await mutate(`revertRevision(number: ${other.revision!.number}, reason: "r")`)).errors).toEqual([]);
  expect((await edit(`description: "A union"`, seen)).errors).toEqual([]);
});

it.each(["editAlias", "removeAlias"])(
  "is told CONFLICT with ifRevision by %s where others have renamed it",
  async (field) => {
    const { data } = await ask<{ dataset: { revision: number } }>("{ dataset { revision } }");
    const name = `Seen by ${field}`;
    const added = await mutate(`addAlias(id: "italy", input: { name: "${name}", sort: VARIANT }, reason: "r")`);
    const other = await mutate(`editAlias(id: "italy", name: "${name}", input: { name: "Now ${field}" }, reason: "r")`);
    const input = field === "editAlias" ? `, input: { name: "Mine" }` : "";
    const change = (ifRevision: number) =>
      mutate(`${field}(id: "italy", name: "${name}"${input}, ifRevision: ${ifRevision}, reason: "r")`);
    expect((await change(added.revision!.number)).errors).toMatchObject([
      { code: "CONFLICT", path: ["ifRevision"], changes: [{ revision: { number: other.revision!.number } }] },
    ]);
    // What was not there in the revision that they saw is not there.
    for (const seen of [data.dataset.revision, other.revision!.number]) {
      expect((await change(seen)).errors).toMatchObject([{ code: "BAD_USER_INPUT", path: ["name"] }]);
    }
  },
);

it("is told CONFLICT with ifRevision where others have taken out the citation that is meant", async () => {
  const article = "china-responds-nato-in-asia";
  const of = await mutate(
    `joinAlliance(input: { alliance: "quad", actor: "italy", role: OBSERVER, citations: [{ article: "${article}", exact: "a" }, { article: "${article}", exact: "b" }] }, reason: "r")`,
  );
  const call = `removeCitation(id: "${of.node!.id}", article: "${article}", exact: "a", reason: "r"`;
  const other = await mutate(`${call})`);
  expect((await mutate(`${call}, ifRevision: ${of.revision!.number})`)).errors).toMatchObject([
    { code: "CONFLICT", path: ["ifRevision"], changes: [{ revision: { number: other.revision!.number } }] },
  ]);
});
