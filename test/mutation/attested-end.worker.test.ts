import { beforeAll, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import { mutate } from "./send.ts";

beforeAll(loadDataset);

interface Memberships {
  alliance: { memberships: { nodes: { role: string; attestedOn: string | null; period: { to: string | null } }[] } };
}

async function spellsOf(actor: string) {
  const { data } = await ask<Memberships>(
    `{ alliance(slug: "aukus") { memberships(ever: true, first: 100) { nodes { role attestedOn period { to } actor { slug } } } } }`,
  );
  return data.alliance.memberships.nodes.filter((one) => JSON.stringify(one).includes(`"${actor}"`));
}

async function attest(key: string) {
  const { data } = await ask<{ alliance: { memberships: { nodes: { id: string; actor: { slug: string } }[] } } }>(
    `{ alliance(slug: "aukus") { memberships(ever: true) { nodes { id actor { slug } } } } }`,
  );
  const { id } = data.alliance.memberships.nodes.find(({ actor }) => actor.slug === key)!;
  const { errors } = await mutate(`attest(ids: ["${id}"], day: "2026-01-01", reason: "The list of parties")`);
  expect(errors).toEqual([]);
  return id;
}

it.each([
  ["to leave", "australia", (id: string) => `leaveAlliance(id: "${id}", on: "2026-02-01", reason: "It left")`],
  [
    "to edit",
    "united-kingdom",
    (id: string) => `editMembership(id: "${id}", input: { to: "2026-02-01" }, reason: "It left")`,
  ],
  [
    "to change role",
    "united-states",
    (id: string) =>
      `changeRole(id: "${id}", role: PARTNER, on: "2026-02-01", citations: [{ article: "gov-uk-aukus" }], reason: "Another role")`,
  ],
])(
  "%s ends what somebody had found still so, and nobody is told to have looked after that",
  async (_, actor, change) => {
    const id = await attest(actor);
    expect((await spellsOf(actor)).map(({ attestedOn }) => attestedOn)).toEqual(["2026-01-01"]);
    const { errors } = await mutate(change(id));
    expect(errors).toEqual([]);
    const [ended, ...later] = await spellsOf(actor);
    expect(ended).toMatchObject({ attestedOn: null, period: { to: "2026-02-01" } });
    for (const one of later) expect(one).toMatchObject({ attestedOn: null, period: { to: null } });
  },
);
