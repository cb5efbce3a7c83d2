import { beforeEach, describe, expect, it } from "vitest";
import { dayOf } from "../../src/domain/time/day.ts";
import { ask } from "../ask.ts";
import { empty } from "../changes/database.ts";
import { idOf, LONG, mutate, post } from "../mutation/send.ts";
import { attest, enterPact, factData, factId, horizons, refusals } from "./pact.ts";

beforeEach(async () => {
  await empty();
  await enterPact();
});

const fromToday = (days: number) => dayOf(Date.now() + days * 86_400_000);

describe("an attestation", () => {
  it("bears a fact out until its day, and no longer", async () => {
    const id = await factId("quad/japan");
    expect(await factData(id, "2024-05-01")).toMatchObject({ certainty: "POSSIBLE", attestedOn: null });
    const { revision, node, errors } = await attest([id], "2024-05-01");
    expect({ errors, node }).toMatchObject({ errors: [], node: { id } });
    expect(revision).toMatchObject({ number: 2, author: "Ada the editor", reason: "Looked" });
    expect(await factData(id, "2024-05-01")).toEqual({
      attestedOn: "2024-05-01",
      period: { attestedUntil: "2024-05-01" },
      certainty: "CERTAIN",
    });
    expect(await factData(id, "2024-05-02")).toMatchObject({ certainty: "POSSIBLE" });
  });

  it("takes several facts of every sort in one revision, each once though it be named twice", async () => {
    const keys = ["quad/japan", "in-force", "kishida"];
    const ids = await Promise.all(keys.map(factId));
    const { revision, nodes, errors } = await attest([...ids, ids[0]!], "2024-05-01");
    expect(errors).toEqual([]);
    expect(revision!.number).toBe(2);
    // The parties of an alliance of two are borne out by its status, and so changed with it.
    const parties = await Promise.all(["raa/japan", "raa/australia"].map(factId));
    expect(nodes.map(({ id }) => id).toSorted()).toEqual([...ids, ...parties].toSorted());
    expect(await horizons(...keys)).toEqual(["2024-05-01", "2024-05-01", "2024-05-01"]);
  });

  it("of the status of an alliance of two bears out its parties, and nobody else", async () => {
    await attest([await factId("in-force")], "2024-05-01");
    expect(await horizons("raa/japan", "raa/australia", "raa/observer")).toEqual([
      "2024-05-01",
      "2024-05-01",
      "2024-01-31",
    ]);
  });

  it("takes the place of the one before, and history shows both", async () => {
    const id = await factId("kishida");
    await attest([id], "2024-04-01");
    await attest([id], "2024-05-01");
    expect(await factData(id, "2024-05-01")).toMatchObject({ attestedOn: "2024-05-01", certainty: "CERTAIN" });
    const { data } = await ask(
      `{ node(id: "${id}") { ... on Office { history { nodes { number } edges { change { fields { name before after } } } } } } }`,
    );
    expect(data).toMatchObject({
      node: {
        history: {
          nodes: [{ number: 3 }, { number: 2 }, { number: 1 }],
          edges: [
            {
              change: {
                fields: [
                  { name: "attestedOn", before: "2024-04-01", after: "2024-05-01" },
                  { name: "attestedUntil", before: "2024-04-01", after: "2024-05-01" },
                ],
              },
            },
            {
              change: {
                fields: [
                  { name: "attestedOn", before: null, after: "2024-04-01" },
                  { name: "attestedUntil", before: "2021-10-04", after: "2024-04-01" },
                ],
              },
            },
            {},
          ],
        },
      },
    });
  });

  it("leaves answers that are pinned before it as they were, and is undone by a revert", async () => {
    const ids = await Promise.all(["quad/japan", "in-force", "raa/japan"].map(factId));
    const told = (revision?: number) => Promise.all(ids.map((id) => factData(id, "2024-02-01", revision)));
    const before = await told();
    await attest(ids, "2024-05-01");
    const attested = await told();
    expect(attested.map(({ certainty }) => certainty)).toEqual(["CERTAIN", "CERTAIN", "CERTAIN"]);
    expect(before.map(({ certainty }) => certainty)).toEqual(["POSSIBLE", "POSSIBLE", "POSSIBLE"]);
    expect(await told(1)).toEqual(before);
    expect((await mutate('revertRevision(number: 2, reason: "Wrong")')).errors).toEqual([]);
    expect(await told()).toEqual(before);
    expect(await told(2)).toEqual(attested);
  });

  it("is for the day of today, UTC, at the latest", async () => {
    const id = await factId("kishida");
    const tomorrow = fromToday(1);
    const today = fromToday(0);
    expect(refusals(await attest([id], tomorrow))).toEqual([
      `day: ${tomorrow} is still to come: today is ${today} (UTC)`,
    ]);
    expect((await attest([id], today)).errors).toEqual([]);
  });

  it("is checked in a dry run, which says what would be, and writes nothing", async () => {
    const id = await factId("kishida");
    const { revision, preview, errors } = await attest([id], "2024-05-01", ", dryRun: true");
    expect({ revision, errors }).toEqual({ revision: null, errors: [] });
    expect(preview).toMatchObject([
      { action: "UPDATED", fields: [{ name: "attestedOn", before: null, after: "2024-05-01" }] },
    ]);
    expect(await horizons("kishida")).toEqual(["2021-10-04"]);
    expect((await attest([id], fromToday(2), ", dryRun: true")).errors).toHaveLength(1);
  });

  it("is for editors", async () => {
    const id = await factId("kishida");
    for (const role of [null, "reader"] as const) {
      const call = `mutation { attest(ids: ["${id}"], day: "2024-05-01", reason: "Looked") { revision { number } } }`;
      const { data, errors } = await post(role, call);
      expect(data?.["attest"] ?? null).toBeNull();
      expect(errors).toHaveLength(1);
    }
    expect(await horizons("kishida")).toEqual(["2021-10-04"]);
  });
});

describe("an attestation is refused, in words and with its place,", () => {
  it.each([
    ["on the day of the one before", "2024-05-01"],
    ["on a day before that", "2024-04-30"],
  ])("%s", async (_, day) => {
    const id = await factId("kishida");
    await attest([id], "2024-05-01");
    expect(refusals(await attest([id], day))).toEqual(["ids/0: kishida is attested on 2024-05-01 already"]);
    expect(await horizons("kishida")).toEqual(["2024-05-01"]);
  });

  it.each([
    [
      "a fact with an end",
      "kishida-foreign",
      "ids/1/attestedOn: the office has an end, 2017-08-03: only what is open is attested",
    ],
    ["a status that another came after", "signed", "ids/1: the status in-force came after it: attest that one"],
  ])("of %s, and what is named beside it stays as it was", async (_, key, message) => {
    const ids = await Promise.all(["quad/japan", key].map(factId));
    expect(refusals(await attest(ids, "2024-05-01"))).toEqual([message]);
    expect(await horizons("quad/japan")).toEqual(["2022-01-06"]);
  });

  it("on a day before the fact begins", async () => {
    expect(refusals(await attest([await factId("in-force")], "2023-08-12"))).toEqual([
      "ids/0/attestedOn: 2023-08-12 is before the status begins, 2023-08-13",
    ]);
  });

  it("of what is no fact that lasts", async () => {
    const ids = [await idOf('alliance(slug: "raa")'), await idOf('actor(slug: "japan")')];
    expect(refusals(await attest(ids, "2024-05-01"))).toEqual([
      "ids/0: raa is not attested: a membership, status, obligation or office is",
      "ids/1: japan is not attested: a membership, status, obligation or office is",
    ]);
  });

  it("of an id of nothing", async () => {
    expect(refusals(await attest([await factId("kishida"), "nothing"], "2024-05-01"))).toEqual([
      "ids/1: nothing has the id, slug or key nothing: an office or a status or a membership or an obligation is wanted",
    ]);
  });

  it("of more ids than 100", async () => {
    const id = await factId("kishida");
    const many = (count: number) =>
      attest(
        Array.from({ length: count }, () => id),
        "2024-05-01",
        "",
        { settings: LONG },
      );
    await expect(many(101)).rejects.toThrow('Argument \\"ids\\" has 101 ids: give at most 100');
    expect((await many(100)).errors).toEqual([]);
  });
});
