import { beforeAll, describe, expect, it } from "vitest";
import { contents } from "../changes/database.ts";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import { idOf, mutate, post } from "./send.ts";

const CITED = `citations: [{ article: "china-responds-nato-in-asia" }]`;
const admin = { role: "admin" } as const;

let oldId = "";
let merged = 0;

beforeAll(async () => {
  await loadDataset();
  const made = await mutate(
    `addActor(input: { slug: "nippon", type: STATE, name: "Nippon", aliases: [{ name: "Nihon", sort: VARIANT }], identifiers: [{ scheme: "x", value: "1" }] }, reason: "r")`,
  );
  oldId = made.node!.id;
  await mutate(
    `joinAlliance(input: { actor: "nippon", alliance: "aukus", role: OBSERVER, from: "2025", ${CITED} }, reason: "r")`,
  );
  await mutate(
    `addActor(input: { slug: "nippon-agency", type: ORGANIZATION, organizationType: AGENCY, name: "Agency", parent: "nippon", country: "nippon" }, reason: "r")`,
  );
  await mutate(
    `addStatement(input: { form: PARAPHRASE, text: "It is so.", language: "en", speaker: "nippon", article: "china-responds-nato-in-asia", targets: [{ actor: "nippon", stance: NEUTRAL }], ${CITED} }, reason: "r")`,
  );
});

const JAPAN = `slug memberships(ever: true, role: OBSERVER) { nodes { alliance { slug } } } aliases { name } statements(first: 100) { nodes { text } }`;

describe("merging an actor into another", () => {
  it("is refused for actors of two types, and for one and the same", async () => {
    const merge = (from: string, into: string) =>
      mutate(`mergeActors(from: "${from}", into: "${into}", reason: "r")`, {}, admin);
    expect((await merge("nippon", "nato")).errors).toMatchObject([{ path: ["into"] }]);
    expect((await merge("nippon", "nippon")).errors).toMatchObject([{ path: ["into"] }]);
    expect((await merge("nobody", "japan")).errors).toMatchObject([{ path: ["from"] }]);
  });

  it("moves all that refers to it, and says so beforehand in a dry run", async () => {
    const before = await contents();
    const dry = await mutate(
      `mergeActors(from: "nippon", into: "japan", dryRun: true, reason: "One state")`,
      {},
      admin,
    );
    expect(dry.errors).toEqual([]);
    expect(dry.preview.map(({ action, name }) => [action, name])).toEqual([
      ["UPDATED", "japan"],
      ["UPDATED", "nippon-agency"],
      ["UPDATED", "aukus/nippon/observer"],
      ["UPDATED", "china-responds-nato-in-asia/nippon"],
      ["RETRACTED", "nippon"],
    ]);
    expect(await contents()).toEqual(before);

    const made = await mutate(`mergeActors(from: "nippon", into: "japan", reason: "One state")`, {}, admin);
    expect(made.errors).toEqual([]);
    expect(made.node).toMatchObject({ slug: "japan" });
    merged = made.revision!.number;
    const { data } = await ask(`{ actor(slug: "japan") { ${JAPAN} } }`);
    expect(data["actor"]).toMatchObject({ slug: "japan", memberships: { nodes: [{ alliance: { slug: "aukus" } }] } });
    expect(JSON.stringify(data)).toContain("It is so.");
    expect(JSON.stringify(data)).toContain("Nippon");
    expect(JSON.stringify(data)).toContain("Nihon");
  });

  it("leads its slug and its id to the heir, wherever they are given", async () => {
    const japan = { slug: "japan" };
    const { data, errors } = await ask(`{
      bySlug: actor(slug: "nippon") { slug }
      byId: actor(id: "${oldId}") { slug }
      byName: actor(name: "Nippon") { slug }
      node(id: "${oldId}") { ... on Actor { slug } }
      nodes(ids: ["x", "${oldId}"]) { ... on Actor { slug } }
      spoken: statements(filter: { speaker: ["nippon"] }) { totalCount }
      same: statements(filter: { speaker: ["japan"] }) { totalCount }
      byOldId: statements(filter: { speaker: ["${oldId}"] }) { totalCount }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ bySlug: japan, byId: japan, byName: japan, node: japan, nodes: [null, japan] });
    expect(data["spoken"]).toEqual(data["same"]);
    expect(data["byOldId"]).toEqual(data["same"]);
  });

  it("leads to the heir in what is written, too", async () => {
    const made = await mutate(
      `editActor(id: "nippon-agency", input: { parent: null, country: "nippon" }, reason: "r")`,
    );
    expect(made.errors).toEqual([]);
    expect(
      (await mutate(`editActor(id: "${oldId}", input: { description: "An island state" }, reason: "r")`)).node,
    ).toMatchObject({ slug: "japan", description: "An island state" });
    const { data } = await ask(`{ actor(slug: "nippon-agency") { ... on Organization { country { slug } } } }`);
    expect(data["actor"]).toEqual({ country: { slug: "japan" } });
  });

  it("keeps its slug from being given to another", async () => {
    const { errors } = await mutate(`addActor(input: { slug: "nippon", type: STATE, name: "Nippon" }, reason: "r")`);
    expect(errors).toMatchObject([
      { path: ["input", "slug"], message: "nippon was merged into japan, to which this slug leads" },
    ]);
  });

  it("leaves the past as it was", async () => {
    const question = `{ actor(slug: "nippon") { slug name memberships(ever: true) { nodes { role } } } node(id: "${oldId}") { ... on Actor { slug } } }`;
    expect((await ask(question, {}, merged - 1)).data).toEqual({
      actor: { slug: "nippon", name: "Nippon", memberships: { nodes: [{ role: "OBSERVER" }] } },
      node: { slug: "nippon" },
    });
    expect((await ask(question, {}, merged)).data).toMatchObject({ actor: { slug: "japan" }, node: { slug: "japan" } });
  });

  it("leads on where the heir is merged as well", async () => {
    await mutate(`addActor(input: { slug: "yamato", type: STATE, name: "Yamato" }, reason: "r")`);
    const second = await mutate(`mergeActors(from: "japan", into: "yamato", reason: "r")`, {}, admin);
    expect(second.errors).toEqual([]);
    const { data } = await ask(
      `{ a: actor(slug: "nippon") { slug } b: node(id: "${oldId}") { ... on Actor { slug } } c: actor(slug: "japan") { slug } }`,
    );
    expect(data).toEqual({ a: { slug: "yamato" }, b: { slug: "yamato" }, c: { slug: "yamato" } });
    const back = await mutate(`revertRevision(number: ${second.revision!.number}, reason: "They are two")`);
    expect(back.errors).toEqual([]);
    const { data: again } = await ask(
      `{ a: actor(slug: "nippon") { slug } b: actor(slug: "japan") { slug statements(first: 1) { nodes { speaker { slug } } } } c: actor(slug: "yamato") { aliases { name } } }`,
    );
    expect(again).toMatchObject({
      a: { slug: "japan" },
      b: { slug: "japan", statements: { nodes: [{ speaker: { slug: "japan" } }] } },
      c: { aliases: [] },
    });
  });

  it("is no editor's", async () => {
    const { errors } = await post(
      "editor",
      `mutation { mergeActors(from: "japan", into: "australia", reason: "r") { node { id } } }`,
    );
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    expect(await idOf('actor(slug: "japan")')).not.toBe(await idOf('actor(slug: "australia")'));
  });
});
