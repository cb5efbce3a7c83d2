import { beforeAll, describe, expect, it } from "vitest";
import { contents } from "../changes/database.ts";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import { idOf, mutate } from "./send.ts";

beforeAll(loadDataset);

const CITED = `citations: [{ article: "china-responds-nato-in-asia" }]`;

/** The rows of all tables that hold data, parts without the ids of their rows. */
async function data(): Promise<Record<string, unknown[]>> {
  const { revisions: _, receipts: __, ...tables } = await contents();
  const parts = ["aliases", "citations", "identifiers", "event_participants", "statement_targets", "redirects"];
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      parts.includes(name)
        ? rows.map((row) => JSON.stringify({ ...(row as object), id: null })).toSorted((a, b) => (a < b ? -1 : 1))
        : rows,
    ]),
  );
}

const revert = (number: number, more = "") =>
  mutate(`revertRevision(number: ${number}, reason: "It was wrong"${more})`);

describe("a revision that nothing came after", () => {
  it.each([
    ["an addition", `addActor(input: { slug: "fiji", type: STATE, name: "Fiji" }, reason: "r")`],
    ["an edit of fields and parts", `editActor(id: "japan", input: { name: "Nippon", aliases: [] }, reason: "r")`],
    [
      "an edit of an event",
      `editEvent(id: "kishida-london-2022", input: { title: "They meet", participants: [] }, reason: "r")`,
    ],
    ["a change of role", `changeRole(id: "nato/finland/member", role: PARTNER, on: "2026", ${CITED}, reason: "r")`],
  ])("is undone to the row: %s", async (_, call) => {
    const before = await data();
    const made = await mutate(call);
    expect(made.errors).toEqual([]);
    expect(await data()).not.toEqual(before);
    const dry = await revert(made.revision!.number, ", dryRun: true");
    expect(dry.preview.length).toBeGreaterThan(0);
    const back = await revert(made.revision!.number);
    expect(back.errors).toEqual([]);
    expect(back.revision!.number).toBe(made.revision!.number + 1);
    expect(await data()).toEqual(before);
    // And undone again.
    const again = await revert(back.revision!.number);
    expect(again.errors).toEqual([]);
    await revert(again.revision!.number);
    expect(await data()).toEqual(before);
  });

  it("is undone with its ids, where it took something out", async () => {
    const before = await data();
    const { data: found } = await ask<{ statements: { nodes: { id: string }[] } }>(
      "{ statements(first: 1) { nodes { id } } }",
    );
    const { id } = found.statements.nodes[0]!;
    const made = await mutate(`retract(id: "${id}", reason: "It was never said")`);
    expect(made).toMatchObject({ node: null, errors: [] });
    expect((await ask(`{ node(id: "${id}") { id } }`)).data).toEqual({ node: null });
    expect((await revert(made.revision!.number)).errors).toEqual([]);
    expect((await ask(`{ node(id: "${id}") { id } }`)).data).toEqual({ node: { id } });
    expect(await data()).toEqual(before);
  });
});

describe("a revision that others came after", () => {
  it("is undone where they changed something else, which stays", async () => {
    const made = await mutate(
      `addAlias(of: "${await idOf('actor(slug: "japan")')}", input: { name: "Yamato", sort: VARIANT }, reason: "r")`,
    );
    await mutate(`editActor(id: "japan", input: { description: "An island state" }, reason: "r")`);
    expect((await revert(made.revision!.number)).errors).toEqual([]);
    const { data: found } = await ask(`{ actor(slug: "japan") { description aliases { name } } }`);
    expect(found["actor"]).toMatchObject({ description: "An island state" });
    expect(JSON.stringify(found)).not.toContain("Yamato");
  });

  it("is a CONFLICT where they changed the same, and says what they did", async () => {
    const first = await mutate(`editActor(id: "australia", input: { name: "Oz" }, reason: "r")`);
    const second = await mutate(`editActor(id: "australia", input: { name: "Down Under" }, reason: "r")`);
    const before = await contents();
    const { errors, revision } = await revert(first.revision!.number);
    expect(revision).toBeNull();
    expect(errors).toMatchObject([
      {
        code: "CONFLICT",
        path: ["number"],
        changes: [
          {
            revision: { number: second.revision!.number },
            fields: [{ name: "name", before: "Oz", after: "Down Under" }],
          },
        ],
      },
    ]);
    expect(await contents()).toEqual(before);
  });

  it("is undone where they were undone themselves, in whatever order and however often", async () => {
    const describe = (text: string) =>
      mutate(`editActor(id: "france", input: { description: "${text}" }, reason: "r")`);
    const before = await data();
    const one = await describe("one");
    const two = await describe("two");
    const third = await revert(two.revision!.number);
    expect((await revert(one.revision!.number)).errors).toEqual([]);
    expect(await data()).toEqual(before);
    // It is undone already.
    expect(await revert(one.revision!.number)).toMatchObject({ revision: null, errors: [] });
    expect((await revert(third.revision!.number)).errors).toMatchObject([{ code: "CONFLICT" }]);
  });

  it("goes back in its own fields alone, of a part as well", async () => {
    const cited = `article: "china-responds-nato-in-asia"`;
    const made = await mutate(
      `joinAlliance(input: { alliance: "quad", actor: "france", role: OBSERVER, ${CITED} }, reason: "r")`,
    );
    const of = made.node!.id;
    const first = await mutate(`editCitation(of: "${of}", ${cited}, input: { exact: "so it is" }, reason: "r")`);
    await mutate(`editCitation(of: "${of}", ${cited}, input: { prefix: "and " }, reason: "r")`);
    await mutate(`editMembership(id: "${of}", input: { from: "2024" }, reason: "r")`);
    // Without its words, a prefix stands before nothing: that rule holds for what comes of a revert too.
    expect((await revert(first.revision!.number)).errors).toMatchObject([{ code: "BAD_USER_INPUT", path: ["number"] }]);
    const second = await mutate(
      `editCitation(of: "${of}", ${cited}, input: { exact: "so it was", suffix: "." }, reason: "r")`,
    );
    await mutate(`editCitation(of: "${of}", ${cited}, input: { prefix: "And " }, reason: "r")`);
    expect((await revert(second.revision!.number)).errors).toEqual([]);
    const { data: found } = await ask(
      `{ node(id: "${of}") { ... on Membership { period { from } citations { exact prefix suffix } } } }`,
    );
    expect(found["node"]).toEqual({
      period: { from: "2024" },
      citations: [{ exact: "so it is", prefix: "And ", suffix: null }],
    });
  });

  it("is a CONFLICT where they added to what it entered, which would go with it", async () => {
    const made = await mutate(`addActor(input: { slug: "palau", type: STATE, name: "Palau" }, reason: "r")`);
    await mutate(`addAlias(of: "${made.node!.id}", input: { name: "Belau", sort: NATIVE }, reason: "r")`);
    expect((await revert(made.revision!.number)).errors).toMatchObject([
      { code: "CONFLICT", changes: [{ fields: [{ name: "aliases" }] }] },
    ]);
  });

  it("is a CONFLICT where they put another in the place of what it added, however often, and says what they did", async () => {
    const alias = (call: string) => mutate(`${call}, reason: "r")`);
    const made = await alias(`addAlias(id: "norway", input: { name: "Northway", sort: NATIVE }`);
    const renamed = await alias(`editAlias(id: "norway", name: "Northway", input: { name: "Northern Way" }`);
    const again = await alias(`editAlias(id: "norway", name: "Northern Way", input: { name: "Way of the North" }`);
    const before = await contents();
    expect((await revert(made.revision!.number)).errors).toMatchObject([
      {
        code: "CONFLICT",
        path: ["number"],
        message: expect.stringContaining("aliases") as string,
        changes: [{ revision: { number: renamed.revision!.number } }, { revision: { number: again.revision!.number } }],
      },
    ]);
    expect((await revert(renamed.revision!.number)).errors).toMatchObject([
      { code: "CONFLICT", changes: [{ revision: { number: again.revision!.number } }] },
    ]);
    expect(await contents()).toEqual(before);
    for (const { revision } of [again, renamed, made]) expect((await revert(revision!.number)).errors).toEqual([]);
  });

  it("has nothing to undo where they took it out, and put another in by itself", async () => {
    const made = await mutate(`addAlias(id: "sweden", input: { name: "Svea", sort: VARIANT }, reason: "r")`);
    await mutate(`removeAlias(id: "sweden", name: "Svea", reason: "r")`);
    await mutate(`addAlias(id: "sweden", input: { name: "Sverige", sort: NATIVE }, reason: "r")`);
    expect(await revert(made.revision!.number)).toMatchObject({ revision: null, errors: [] });
  });

  it("is undone where it merged two, and the heir was edited since", async () => {
    await mutate(`addActor(input: { slug: "niue", type: STATE, name: "Niue" }, reason: "r")`);
    await mutate(`addActor(input: { slug: "savage-island", type: STATE, name: "Savage Island" }, reason: "r")`);
    const call = `mergeActors(from: "savage-island", into: "niue", reason: "One island")`;
    const merged = await mutate(call, {}, { role: "admin" });
    await mutate(`editActor(id: "niue", input: { description: "An island" }, reason: "r")`);
    await mutate(
      `addAlias(of: "${await idOf('actor(slug: "niue")')}", input: { name: "Niuē", sort: NATIVE }, reason: "r")`,
    );
    expect((await revert(merged.revision!.number)).errors).toEqual([]);
    const { data: found } = await ask(
      `{ heir: actor(slug: "niue") { description aliases { name } } gone: actor(slug: "savage-island") { name } }`,
    );
    expect(found).toEqual({
      heir: { description: "An island", aliases: [{ name: "Niuē" }] },
      gone: { name: "Savage Island" },
    });
  });

  it("is refused where what it entered is now referred to", async () => {
    const made = await mutate(`addActor(input: { slug: "tonga", type: STATE, name: "Tonga" }, reason: "r")`);
    const member = await mutate(
      `joinAlliance(input: { actor: "tonga", alliance: "quad", role: OBSERVER, ${CITED} }, reason: "r")`,
    );
    expect((await revert(made.revision!.number)).errors).toMatchObject([
      { code: "BAD_USER_INPUT", path: ["number"], nodes: [{ id: member.node!.id }] },
    ]);
  });
});

it.each([0, -1, 100_000])("of a revision that is not there is refused: %i", async (number) => {
  expect((await revert(number)).errors).toMatchObject([{ code: "BAD_USER_INPUT", path: ["number"] }]);
});
