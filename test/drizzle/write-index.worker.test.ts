import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { raa } from "../changes/raa.ts";
import { applyChangeset } from "../../src/changes/apply.ts";
import { mutate } from "../mutation/send.ts";
import { indexState, mendedState, staleCount } from "./index-state.ts";

const options = { author: "test", reason: "to see", now: "2026-11-24T00:00:00.000Z" };

type ChangeSet = ReturnType<typeof raa>;

/** What is loaded: each step changes something of it. */
const world: ChangeSet & { alliances: { acronym?: string; aliases?: object[]; description?: string }[] } = raa();

async function load(json: unknown): Promise<void> {
  const outcome = await applyChangeset(env.DB, [{ file: "", json }], options);
  if (outcome.outcome === "refused") throw new Error(JSON.stringify(outcome.faults));
  expect(outcome.revision).not.toBeNull();
}

const actor = (slug: string) => world.actors.find((one) => one.slug === slug)! as Record<string, unknown>;
const alias = (name: string) => ({ name, sort: "VARIANT" });

const ADMIN = { role: "admin" } as const;
let last = 0;

/** By mutation. */
async function send(call: string): Promise<void> {
  const { errors, revision } = await mutate(call, {}, ADMIN);
  expect(errors).toEqual([]);
  last = revision!.number;
}

async function statementId(): Promise<string> {
  const { data } = await ask<{ statements: { nodes: { id: string }[] } }>("{ statements { nodes { id } } }");
  return data.statements.nodes[0]!.id;
}

/** Of a change set, in which a step changes what it will. */
const loading = (change: () => void) => async () => {
  change();
  await load(world);
};

beforeAll(async () => {
  const { alliances, ...rest } = world;
  Object.assign(alliances[0]!, { acronym: "RAA", description: "日本と豪州の協定", aliases: [alias("日豪円滑化協定")] });
  // What is quoted stays word for word.
  Object.assign(world.statements[0]!, { form: "PARAPHRASE" });
  await load({ ...rest, alliances });
});

const steps: [string, () => Promise<void>][] = [
  ["all is entered", () => Promise.resolve()],
  ["a name changes", loading(() => Object.assign(actor("nikkei"), { name: "Nihon Keizai Shimbun" }))],
  ["a name becomes one of another script", loading(() => Object.assign(actor("nikkei"), { name: "日本経済新聞" }))],
  ["and one without it again", loading(() => Object.assign(actor("nikkei"), { name: "The Nikkei" }))],
  ["a description is added", loading(() => Object.assign(actor("japan"), { description: "Island state; 島国" }))],
  ["a description is taken away", loading(() => delete actor("japan")["description"])],
  ["aliases are added", loading(() => Object.assign(actor("japan"), { aliases: [alias("日本国"), alias("Nippon")] }))],
  ["an alias before another is removed", loading(() => Object.assign(actor("japan"), { aliases: [alias("Nippon")] }))],
  [
    "an alias moves from one to another",
    loading(() => {
      Object.assign(actor("japan"), { aliases: [] });
      Object.assign(actor("australia"), { aliases: [alias("Nippon")] });
    }),
  ],
  [
    "an alias moves from an actor to an alliance",
    loading(() => {
      Object.assign(actor("australia"), { aliases: [] });
      Object.assign(world.alliances[0]!, { aliases: [alias("Nippon"), alias("日豪円滑化協定")] });
    }),
  ],
  ["an acronym is removed", loading(() => delete world.alliances[0]!.acronym)],
  ["an acronym is added", loading(() => (world.alliances[0]!.acronym = "JARAA"))],
  [
    "a title and its summary change",
    loading(() => Object.assign(world.articles[0]!, { title: "Signed", summary: "署名" })),
  ],
  ["a statement no longer says its quotation", loading(() => (world.statements[0]!.text = "They deploy sooner"))],
  ["and says it again, among other words", loading(() => (world.statements[0]!.text = "It means “faster deployment”"))],
  [
    "a quotation changes",
    loading(
      () => (world.statements[0]!.citations = [{ article: "mofa-raa", exact: "deployment of ships", start: 40 }]),
    ),
  ],
  [
    "what nobody looks for changes",
    loading(() => Object.assign(actor("japan"), { identifiers: [{ scheme: "wikidata", value: "Q18" }] })),
  ],
  [
    "an actor is added",
    () =>
      send(
        `addActor(input: { slug: "fiji", type: STATE, name: "Fiji", aliases: [{ name: "Viti 島", sort: NATIVE }] }, reason: "r")`,
      ),
  ],
  ["the addition is reverted", () => send(`revertRevision(number: ${last}, reason: "r")`)],
  ["the reversal is reverted", () => send(`revertRevision(number: ${last}, reason: "r")`)],
  ["an actor is edited", () => send(`editActor(id: "fiji", input: { name: "Fidji" }, reason: "r")`)],
  ["an actor is merged into another", () => send(`mergeActors(from: "fiji", into: "australia", reason: "r")`)],
  ["the merge is reverted", () => send(`revertRevision(number: ${last}, reason: "r")`)],
  ["a statement is retracted", async () => send(`retract(id: "${await statementId()}", reason: "r")`)],
  ["the retraction is reverted", () => send(`revertRevision(number: ${last}, reason: "r")`)],
];

describe("after each change the indexes hold what they hold once all is folded anew, and nothing is stale, after", () => {
  it.each(steps)("%s", async (name, step) => {
    const before = await indexState();
    await step();
    expect(await staleCount()).toBe(0);
    const written = await indexState();
    expect(written).toEqual(await mendedState());
    const isChanged = JSON.stringify(written) !== JSON.stringify(before);
    expect(isChanged).toBe(!["all is entered", "what nobody looks for changes"].includes(name));
  });
});
