import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { applyChangeset } from "../../src/changes/apply.ts";
import { ask } from "../ask.ts";
import { mutate } from "../mutation/send.ts";
import { run } from "../revise.ts";
import { contents, empty } from "./database.ts";
import { raa } from "./raa.ts";

beforeEach(empty);

const PACT = "Nord\u00ADatlantik\u00ADpakt";

function load(json: unknown) {
  const options = { author: "test", reason: "to see", now: "2026-11-24T12:00:00.000Z" };
  return applyChangeset(env.DB, [{ file: "a.json", json }], options);
}

test("names and titles of a file are kept without what nobody sees, and loaded again are unchanged", async () => {
  const facts = raa();
  const file = {
    ...facts,
    actors: [
      { slug: "nato", type: "ORGANIZATION", organizationType: "INTERGOVERNMENTAL", name: "NA\u200BTO" },
      ...facts.actors.map((one, n) => (n > 0 ? one : { ...one, aliases: [{ name: PACT, sort: "VARIANT" }] })),
    ],
    articles: [{ ...facts.articles[0], title: "\uFEFF[Signing of the R\u00ADA\u2060A]" }],
  };
  expect(await load(file)).toMatchObject({ outcome: "applied", revision: 1 });
  const { actors, aliases, articles } = await contents();
  expect(actors).toContainEqual(expect.objectContaining({ name: "NATO" }));
  expect(aliases).toContainEqual(expect.objectContaining({ name: "Nordatlantikpakt" }));
  expect(articles).toMatchObject([{ title: "[Signing of the RAA]" }]);
  expect(await load(file)).toMatchObject({ outcome: "applied", revision: null });
});

test("a quotation stays as printed, and its statement is kept without what nobody sees", async () => {
  const facts = raa();
  const printed = "Indo\u00ADPacific";
  const citations = [{ article: facts.articles[0]!.slug, exact: printed }];
  const file = { ...facts, statements: [{ ...facts.statements[0], form: "QUOTE", text: printed, citations }] };
  expect(await load(file)).toMatchObject({ outcome: "applied", revision: 1 });
  const { statements, citations: stored } = await contents();
  expect(statements).toMatchObject([{ text: "IndoPacific" }]);
  expect(stored).toContainEqual(expect.objectContaining({ exact: printed }));
  expect(await load(file)).toMatchObject({ outcome: "applied", revision: null });
});

test("a text of nothing else is empty, and what is left may not begin with a space", async () => {
  const named = (name: string) => load({ actors: [{ slug: "a", type: "STATE", name }] });
  const refused = (message: string) => ({ outcome: "refused", faults: [{ path: "/actors/0/name", message }] });
  expect(await named("\u00AD\u200B")).toMatchObject(refused("must not be empty"));
  expect(await named("\u200B A")).toMatchObject(refused("must not begin or end with a space"));
  expect(await named("A\u202Eb")).toMatchObject(refused("has control characters"));
});

test("mutations keep names, reasons and keys without it, and find names that are asked with it", async () => {
  await load(raa());
  const reason = `reason: "as\u00ADked"`;
  const added = await mutate(`addAlias(of: "${await japan()}", input: { name: "${PACT}", sort: VARIANT }, ${reason})`);
  expect(added).toMatchObject({ revision: { reason: "asked" }, errors: [] });
  expect(await namesOfJapan()).toContain("Nordatlantikpakt");

  for (const asked of [`actor(name: "${PACT}") { slug }`, `actor(name: "Nordatlantikpakt") { slug }`]) {
    expect((await ask(`{ ${asked} }`)).data).toEqual({ actor: { slug: "japan" } });
  }
  const { data } = await ask(`{ actors(filter: { name: "${PACT}" }) { nodes { slug } } }`);
  expect(data).toEqual({ actors: { nodes: [{ slug: "japan" }] } });

  const same = await mutate(
    `editAlias(of: "${await japan()}", name: "${PACT}", input: { name: "${PACT}" }, ${reason})`,
  );
  expect(same).toMatchObject({ revision: null, errors: [] });
  const removed = await mutate(`removeAlias(of: "${await japan()}", name: "${PACT}", ${reason})`);
  expect(removed.errors).toEqual([]);
  expect(await namesOfJapan()).not.toContain("Nordatlantikpakt");

  const citations = `citations: [{ article: "mofa-raa" }]`;
  await mutate(
    `addEvent(input: { kind: SUMMIT, title: "Spit\u00ADzen\u00ADtreffen", date: "2022", ${citations} }, ${reason})`,
  );
  expect((await contents()).events).toContainEqual(
    expect.objectContaining({ key: "spitzentreffen", title: "Spitzentreffen" }),
  );
});

test("a name that was entered with it is found as it is, and removed", async () => {
  await load(raa());
  const id = await japan();
  await run(
    `INSERT INTO aliases (actor_id, name, sort) SELECT id, '${PACT}', 'VARIANT' FROM actors WHERE slug = 'japan'`,
  );
  expect((await ask(`{ actor(name: "${PACT}") { slug } }`)).data).toEqual({ actor: { slug: "japan" } });
  expect((await mutate(`removeAlias(of: "${id}", name: "Nordatlantikpakt", reason: "r")`)).errors).toEqual([]);
  expect(await namesOfJapan()).toEqual(["日本"]);
});

async function japan(): Promise<string> {
  const { data } = await ask<{ actor: { id: string } }>(`{ actor(slug: "japan") { id } }`);
  return data.actor.id;
}

async function namesOfJapan(): Promise<string[]> {
  const { data } = await ask<{ actor: { aliases: { name: string }[] } }>(
    `{ actor(slug: "japan") { aliases { name } } }`,
  );
  return data.actor.aliases.map(({ name }) => name);
}
