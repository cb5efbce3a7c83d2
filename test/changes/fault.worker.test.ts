import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { applyChangeset } from "../../src/changes/apply.ts";
import { contents, empty } from "./database.ts";
import { raa } from "./raa.ts";

const options = { author: "test", reason: "to see", now: "2026-11-24T12:00:00.000Z" };
type Raa = ReturnType<typeof raa>;

async function faultsOf(...documents: [file: string, json: unknown][]) {
  const result = await applyChangeset(
    env.DB,
    documents.map(([file, json]) => ({ file, json })),
    options,
  );
  return result.outcome === "refused"
    ? result.faults.map(({ file, path, message }) => `${file} ${path}: ${message}`)
    : [];
}

const cited = [{ article: "mofa-raa" }];
const several = <T>(count: number, one: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => one(index));

/** Statuses of one code, year by year. */
const statuses = (count: number) =>
  several(count, (year) => ({
    code: "SUSPENDED" as const,
    key: `suspended/${year}`,
    from: `${1900 + year}-01-01`,
    to: `${1901 + year}-01-01`,
    citations: cited,
  }));
const spoilt: [rule: string, spoil: (facts: Raa) => void, path: string, message: string][] = [
  [
    "a field that is not known",
    (facts) => Object.assign(facts.actors[0]!, { nickname: "x" }),
    "/actors/0/nickname",
    "is not a field here",
  ],
  [
    "a field that is missing",
    (facts) => Reflect.deleteProperty(facts.actors[0]!, "name"),
    "/actors/0/name",
    "is missing",
  ],
  [
    "a value of the wrong type",
    (facts) => Object.assign(facts.events[0]!, { title: 5 }),
    "/events/0/title",
    "must be a text, not 5",
  ],
  [
    "a value outside its vocabulary",
    (facts) => Object.assign(facts.alliances[0]!, { kind: "CLUB" }),
    "/alliances/0/kind",
    "must be one of",
  ],
  ["a list that is none", (facts) => Object.assign(facts, { offices: {} }), "/offices", "must be a list"],
  [
    "a day that the calendar lacks",
    (facts) => Object.assign(facts.alliances[0]!.memberships[0]!, { from: "2022-02-30" }),
    "/alliances/0/memberships/0/from",
    "February 2022 has 28 days",
  ],
  [
    "a period that ends before it begins",
    (facts) => Object.assign(facts.offices[0]!, { to: "2020" }),
    "/offices/0/to",
    "is not before 2020",
  ],
  [
    "a fact without a citation",
    (facts) => Object.assign(facts.events[0]!, { citations: [] }),
    "/events/0/citations",
    "at least one citation",
  ],
  [
    "a reference to nothing",
    (facts) => Object.assign(facts.statements[0]!.citations[0]!, { article: "none" }),
    "/statements/0/citations/0/article",
    "there is no article with the slug none",
  ],
  [
    "an alliance that refers to itself",
    (facts) => Object.assign(facts.alliances[0]!, { parent: "japan-australia-raa" }),
    "/alliances/0/parent",
    "refers to itself",
  ],
  [
    "a country that is no state",
    (facts) => Object.assign(facts.actors[0]!, { country: "nikkei" }),
    "/actors/0/country",
    "must be STATE",
  ],
  [
    "an office of no person",
    (facts) => Object.assign(facts.offices[0]!, { person: "japan" }),
    "/offices/0/person",
    "must be PERSON",
  ],
  [
    "an office in a person",
    (facts) => Object.assign(facts.offices[0]!, { body: "fumio-kishida" }),
    "/offices/0/body",
    "must be STATE or ORGANIZATION",
  ],
  [
    "an alliance embodied by no organization",
    (facts) => Object.assign(facts.alliances[0]!, { organization: "japan" }),
    "/alliances/0/organization",
    "must be ORGANIZATION",
  ],
  [
    "two actors of one slug",
    (facts) => facts.actors.push({ slug: "nikkei", type: "PERSON", name: "N", country: "japan" }),
    "/actors/4/slug",
    "already taken at raa.json /actors/3/slug",
  ],
  [
    "two states of one code",
    (facts) => Object.assign(facts.actors[2]!, { isoAlpha2: "JP" }),
    "/actors/2/isoAlpha2",
    "the ISO code JP is already taken",
  ],
  [
    "one identifier of two actors",
    (facts) => Object.assign(facts.actors[2]!, { identifiers: [{ scheme: "wikidata", value: "Q17" }] }),
    "/actors/2/identifiers/0",
    "the wikidata identifier Q17 is already taken",
  ],
  [
    "a participant told twice",
    (facts) => facts.events[0]!.participants.push({ actor: "fumio-kishida", role: "SIGNATORY" }),
    "/events/0/participants/1",
    "already taken",
  ],
  [
    "a target told twice",
    (facts) => facts.statements[0]!.targets.push({ alliance: "japan-australia-raa", stance: "NEUTRAL" }),
    "/statements/0/targets/1",
    "already taken",
  ],
  [
    "an actor of more than 50 aliases",
    (facts) =>
      Object.assign(facts.actors[0]!, { aliases: several(51, (index) => ({ name: `K${index}`, sort: "VARIANT" })) }),
    "/actors/0/aliases",
    "has at most 50 aliases",
  ],
  [
    "an alliance of more than 50 aliases",
    (facts) =>
      Object.assign(facts.alliances[0]!, { aliases: several(51, (index) => ({ name: `K${index}`, sort: "VARIANT" })) }),
    "/alliances/0/aliases",
    "has at most 50 aliases",
  ],
  [
    "an actor of more than 50 identifiers",
    (facts) =>
      Object.assign(facts.actors[0]!, { identifiers: several(51, (index) => ({ scheme: "x", value: `${index}` })) }),
    "/actors/0/identifiers",
    "has at most 50 identifiers",
  ],
  [
    "a fact of more than 50 citations",
    (facts) => Object.assign(facts.offices[0]!, { citations: several(51, () => cited[0]) }),
    "/offices/0/citations",
    "has at most 50 citations",
  ],
  [
    "an event of more than 100 participants",
    (facts) =>
      Object.assign(facts.events[0]!, { participants: several(101, () => ({ actor: "japan", role: "SIGNATORY" })) }),
    "/events/0/participants",
    "has at most 100 participants",
  ],
  [
    "a statement of more than 50 targets",
    (facts) =>
      Object.assign(facts.statements[0]!, { targets: several(51, () => ({ actor: "japan", stance: "NEUTRAL" })) }),
    "/statements/0/targets",
    "has at most 50 targets",
  ],
  [
    "an alliance of more than 30 statuses",
    (facts) => Object.assign(facts.alliances[0]!, { statuses: statuses(32) }),
    "/alliances/0/statuses/30",
    "the alliance japan-australia-raa has at most 30 statuses",
  ],
  [
    "two statuses of one code at a time",
    (facts) => Object.assign(facts.alliances[0]!.statuses[1]!, { code: "SIGNED", key: "second", from: "2023-08" }),
    "/alliances/0/statuses/1",
    "may overlap that of japan-australia-raa/signed",
  ],
  [
    "two memberships of one actor at a time",
    (facts) => Object.assign(facts.alliances[0]!.memberships[1]!, { actor: "japan", key: "second" }),
    "/alliances/0/memberships/1",
    "may overlap that of japan-australia-raa/japan/member",
  ],
  [
    "a quotation that its citation lacks",
    (facts) => Object.assign(facts.statements[0]!, { text: "faster deployments" }),
    "/statements/0/text",
    "the exact words of one of its citations",
  ],
];

beforeEach(empty);

test.each(spoilt)("reports %s", async (_, spoil, path, message) => {
  const facts = raa();
  spoil(facts);
  const faults = await faultsOf(["raa.json", facts]);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(`raa.json ${path}: `);
  expect(faults[0]).toContain(message);
  expect((await contents()).revisions).toEqual([]);
});

test("takes the change set that the others spoil", async () => {
  expect(await faultsOf(["raa.json", raa()])).toEqual([]);
});

test("reports all faults of all documents at once, and writes nothing", async () => {
  const wrong = raa();
  Object.assign(wrong.actors[1]!, { nickname: "x" });
  Object.assign(wrong.alliances[0]!, {
    kind: "CLUB",
    statuses: [{ code: "SIGNED", citations: [{ article: "none" }] }],
  });
  const faults = await faultsOf(
    ["a.json", wrong],
    ["b.json", { actors: [5, { slug: "x", type: "PERSON", name: "X", country: "atlantis" }] }],
  );
  expect(faults.map((fault) => fault.split(": ")[0])).toEqual([
    "a.json /actors/1/nickname",
    "a.json /alliances/0/kind",
    "b.json /actors/0",
    "b.json /actors/1/country",
    "a.json /alliances/0/statuses/0/citations/0/article",
  ]);
  expect(Object.values(await contents()).flat()).toEqual([]);
});

test.each([null, 5, "text", []].map((json) => [JSON.stringify(json), json]))(
  "reports a document that is %s",
  async (_, json) => {
    expect(await faultsOf(["a.json", json])).toHaveLength(1);
  },
);

test("looks citations up in a text at hand", async () => {
  const facts = raa();
  Object.assign(facts.articles[0]!, { sha256: "a".repeat(64) });
  const document = { file: "raa.json", json: facts };
  const withText = (text: string) =>
    applyChangeset(env.DB, [document], { ...options, dryRun: true, texts: new Map([["a".repeat(64), text]]) });

  expect(await withText("may enable faster deployment")).toMatchObject({
    outcome: "refused",
    faults: [{ path: "/statements/0/citations/0/exact", message: "mofa-raa: the text has it at 11, not at 12" }],
  });
  expect(await withText("will enable faster deployment")).toMatchObject({ outcome: "applied" });
});

test("counts the statuses that an alliance has already, but for those told anew", async () => {
  const facts = raa();
  Object.assign(facts.alliances[0]!, { statuses: statuses(30) });
  expect(await faultsOf(["raa.json", facts])).toEqual([]);
  const told = (status: object) => ({ statuses: [{ alliance: "japan-australia-raa", ...status }] });
  expect(await faultsOf(["again.json", told({ ...statuses(30).at(-1), rank: "DEPRECATED" })])).toEqual([]);
  expect(await faultsOf(["more.json", told({ code: "SIGNED", key: "signed", citations: cited })])).toEqual([
    "more.json /statuses/0: the alliance japan-australia-raa has at most 30 statuses",
  ]);
});

test("holds a change set against what is loaded", async () => {
  await faultsOf(["raa.json", raa()]);
  const before = await contents();
  const { statuses: _, memberships: __, ...alliance } = raa().alliances[0]!;
  const faults = await faultsOf([
    "more.json",
    {
      actors: [
        { slug: "nippon", type: "STATE", name: "Nippon", isoAlpha2: "JP" },
        { slug: "x", type: "PERSON", name: "X", country: "nikkei" },
        { slug: "australia", type: "PERSON", name: "Australia" },
      ],
      alliances: [
        {
          ...alliance,
          statuses: [{ code: "IN_FORCE", key: "later", from: "2024", citations: cited }],
          memberships: [{ actor: "japan", role: "MEMBER", key: "again", to: "2023", citations: cited }],
        },
      ],
    },
  ]);
  expect(faults).toEqual([
    "more.json /actors/1/country: the type of nikkei is ORGANIZATION, and must be STATE here",
    "more.json /actors/2/type: the type of australia is STATE, and stays: add another actor, and retract this one",
    "more.json /actors/0/isoAlpha2: the ISO code JP is already taken by japan, which is loaded",
    "more.json /alliances/0/statuses/0: its period may overlap that of japan-australia-raa/in_force, also a NORMAL status IN_FORCE of japan-australia-raa",
    "more.json /alliances/0/memberships/0: its period may overlap that of japan-australia-raa/japan/member, also a NORMAL membership of japan in japan-australia-raa as MEMBER",
  ]);
  expect(await contents()).toEqual(before);
});
