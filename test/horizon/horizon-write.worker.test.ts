import { beforeEach, describe, expect, it } from "vitest";
import { dayOf } from "../../src/domain/time/day.ts";
import { empty } from "../changes/database.ts";
import { mutate } from "../mutation/send.ts";
import { attest, enterPact, factData, factId, horizons, refusals } from "./pact.ts";

beforeEach(async () => {
  await empty();
  await enterPact();
});

const PARTIES = ["raa/japan", "raa/australia"] as const;

async function cite(key: string, article: string): Promise<number> {
  const { revision, errors } = await mutate(
    `addCitation(of: "${await factId(key)}", input: { article: "${article}" }, reason: "r")`,
  );
  expect(errors).toEqual([]);
  return revision!.number;
}

async function uncite(key: string, article: string): Promise<void> {
  const { errors } = await mutate(`removeCitation(of: "${await factId(key)}", article: "${article}", reason: "r")`);
  expect(errors).toEqual([]);
}

async function join(...actors: string[]): Promise<number> {
  const memberships = actors.map(
    (actor) =>
      `{ key: "raa/${actor}/late", alliance: "raa", actor: "${actor}", role: MEMBER, from: "2024", citations: [{ article: "undated" }] }`,
  );
  const { revision, errors } = await mutate(
    `applyChangeset(input: { memberships: [${memberships.join(", ")}] }, reason: "r")`,
  );
  expect(errors).toEqual([]);
  return revision!.number;
}

describe("what bears a fact out", () => {
  it("is the latest of what its articles have: their days, the earliest of a coarse one, and when they were looked at", async () => {
    await cite("quad/japan", "entry");
    expect(await horizons("quad/japan")).toEqual(["2023-08-01"]);
    await cite("quad/japan", "looked-at");
    expect(await horizons("quad/japan")).toEqual(["2024-02-01"]);
    await cite("quad/japan", "undated");
    expect(await horizons("quad/japan")).toEqual(["2024-02-01"]);
  });

  it("goes with a citation that is taken away, to its start where no dated one is left", async () => {
    await cite("quad/japan", "looked-at");
    await uncite("quad/japan", "looked-at");
    expect(await horizons("quad/japan")).toEqual(["2022-01-06"]);
    await cite("quad/japan", "undated");
    await uncite("quad/japan", "signing");
    expect(await horizons("quad/japan")).toEqual(["2017-11-30"]);
  });

  it("stays what it was where an article is edited, until the fact is written", async () => {
    await cite("kishida", "signing");
    for (const [slug, input] of [
      ["signing", 'publishedOn: "2023-01-01"'],
      ["signing", 'consultedOn: "2024-01-01"'],
      ["entry", 'publishedOn: "2020", consultedOn: "2024-01-01"'],
    ]) {
      const { errors } = await mutate(`editArticle(id: "${slug}", input: { ${input} }, reason: "r")`);
      expect(errors).toEqual([]);
    }
    expect(await horizons("kishida", "in-force", ...PARTIES)).toEqual([
      "2022-01-06",
      "2023-08-01",
      "2023-08-01",
      "2023-08-01",
    ]);
    await cite("kishida", "looked-at");
    await uncite("kishida", "looked-at");
    expect(await horizons("kishida")).toEqual(["2024-01-01"]);
  });

  it("is nothing where it has an end", async () => {
    expect(await horizons("kishida-foreign")).toEqual([null]);
    const id = await factId("kishida");
    await mutate(`editOffice(id: "${id}", input: { to: "2024-10-01" }, reason: "r")`);
    expect(await horizons("kishida")).toEqual([null]);
    await mutate(`editOffice(id: "${id}", input: { to: null }, reason: "r")`);
    expect(await horizons("kishida")).toEqual(["2021-10-04"]);
  });
});

describe("what bears out the parties of an alliance of two", () => {
  it("is what bears out its statuses: a citation that is added to one, and taken away", async () => {
    expect(await horizons(...PARTIES, "raa/observer")).toEqual(["2023-08-01", "2023-08-01", "2024-01-31"]);
    await cite("in-force", "looked-at");
    expect(await horizons(...PARTIES, "raa/observer")).toEqual(["2024-02-01", "2024-02-01", "2024-01-31"]);
    await uncite("in-force", "looked-at");
    expect(await horizons(...PARTIES)).toEqual(["2023-08-01", "2023-08-01"]);
  });

  it("goes with a status that is taken out, ends or is deprecated, and comes back with it", async () => {
    const id = await factId("in-force");
    const changes = [
      `retract(id: "${id}", reason: "r")`,
      `editAllianceStatus(id: "${id}", input: { to: "2024" }, reason: "r")`,
      `setRank(id: "${id}", rank: DEPRECATED, reason: "r")`,
    ];
    for (const change of changes) {
      const { revision, errors } = await mutate(change);
      expect(errors).toEqual([]);
      expect(await horizons(...PARTIES)).toEqual(["2022-01-06", "2022-01-06"]);
      expect((await mutate(`revertRevision(number: ${revision!.number}, reason: "r")`)).errors).toEqual([]);
      expect(await horizons(...PARTIES)).toEqual(["2023-08-01", "2023-08-01"]);
    }
  });

  it.each([
    ["a third party", ["philippines"]],
    ["a third and a fourth at once", ["philippines", "fiji"]],
  ])("is only their own where %s joins, until it is gone", async (_, actors) => {
    await mutate('addActor(input: { slug: "fiji", type: STATE, name: "Fiji" }, reason: "r")');
    const revision = await join(...actors);
    expect(await horizons(...PARTIES)).toEqual(["2022-01-06", "2022-01-06"]);
    expect((await mutate(`revertRevision(number: ${revision}, reason: "r")`)).errors).toEqual([]);
    expect(await horizons(...PARTIES)).toEqual(["2023-08-01", "2023-08-01"]);
  });

  it("is only their own where an observer becomes a party, and where an actor is merged into another", async () => {
    const observer = await factId("raa/observer");
    await mutate(`editMembership(id: "${observer}", input: { role: CONTRIBUTING_PARTICIPANT }, reason: "r")`);
    expect(await horizons(...PARTIES)).toEqual(["2022-01-06", "2022-01-06"]);
    const { errors } = await mutate(
      'mergeActors(from: "philippines", into: "australia", reason: "r")',
      {},
      { role: "admin" },
    );
    expect(errors).toEqual([]);
    expect(await horizons(...PARTIES)).toEqual(["2023-08-01", "2023-08-01"]);
  });
});

describe("a membership that is attested", () => {
  it.each([
    ["it is left", "leaveAlliance"],
    ["its role changes", "changeRole"],
  ])("ends where %s, and is attested no more", async (_, mutation) => {
    const id = await factId("quad/japan");
    await attest([id], "2024-02-01");
    const role = mutation === "changeRole" ? "role: OBSERVER, " : "";
    const { node, errors } = await mutate(
      `${mutation}(id: "${id}", ${role}on: "2025-01-01", citations: [{ article: "looked-at" }], reason: "r")`,
    );
    expect(errors).toEqual([]);
    expect(await factData(id, "2024-12-31")).toEqual({
      attestedOn: null,
      period: { attestedUntil: null },
      certainty: "CERTAIN",
    });
    expect(await factData(node!.id, "2025-01-01")).toMatchObject({ attestedOn: null });
  });
});

describe("the day on which an article was looked at", () => {
  it("is not a day to come", async () => {
    const [today, tomorrow] = [0, 1].map((days) => dayOf(Date.now() + days * 86_400_000));
    const look = (day: string) => mutate(`editArticle(id: "signing", input: { consultedOn: "${day}" }, reason: "r")`);
    expect(refusals(await look(tomorrow!))).toEqual([
      `input/consultedOn: ${tomorrow} is still to come: today is ${today} (UTC)`,
    ]);
    expect((await look(today!)).errors).toEqual([]);
  });
});
describe("a membership whose horizon was moved by a status", () => {
  it("is no conflict: the citation of the status is taken back though the membership was edited since", async () => {
    const revision = await cite("in-force", "looked-at");
    const id = await factId("raa/japan");
    expect((await mutate(`editMembership(id: "${id}", input: { from: "2022" }, reason: "r")`)).errors).toEqual([]);
    expect((await mutate(`revertRevision(number: ${revision}, reason: "r")`)).errors).toEqual([]);
    expect(await horizons(...PARTIES)).toEqual(["2023-08-01", "2023-08-01"]);
  });

  it("is no conflict: it is edited as of a revision before", async () => {
    const revision = await cite("in-force", "undated");
    await cite("in-force", "looked-at");
    const id = await factId("raa/japan");
    const edit = `editMembership(id: "${id}", input: { from: "2022" }, ifRevision: ${revision}, reason: "r")`;
    expect((await mutate(edit)).errors).toEqual([]);
  });
});
