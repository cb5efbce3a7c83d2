import { beforeAll, describe, expect, it } from "vitest";
import { contents } from "../changes/database.ts";
import { faulty } from "../faulty-database.ts";
import { loadDataset } from "../load-dataset.ts";
import { idOf, LONG, mutate } from "./send.ts";

beforeAll(loadDataset);

const CITED = `citations: [{ article: "china-responds-nato-in-asia" }]`;
const STATE = `slug: "fiji", type: STATE, name: "Fiji"`;

/** A rule, a call that breaks it, where it says so, and what. */
const faults: [rule: string, call: string, path: string, message: string][] = [
  [
    "a slug that is taken",
    `addActor(input: { slug: "japan", type: STATE, name: "J" }, reason: "r")`,
    "input.slug",
    "the actor slug japan is already taken",
  ],
  [
    "a code that another has",
    `addActor(input: { ${STATE}, isoAlpha2: "JP" }, reason: "r")`,
    "input.isoAlpha2",
    "already taken by japan",
  ],
  [
    "a malformed slug",
    `addActor(input: { slug: "Fi ji", type: STATE, name: "Fiji" }, reason: "r")`,
    "input.slug",
    "lower-case letters",
  ],
  [
    "text with controls",
    `addActor(input: { slug: "fiji", type: STATE, name: "Fi\\u0007ji" }, reason: "r")`,
    "input.name",
    "control characters",
  ],
  [
    "a reference to nothing",
    `addActor(input: { slug: "fiji", type: PERSON, name: "F", country: "atlantis" }, reason: "r")`,
    "input.country",
    "there is no actor with the slug atlantis",
  ],
  [
    "an id of nothing",
    `addActor(input: { slug: "fiji", type: PERSON, name: "F", country: "MTpTdGF0ZTo5OTk5OQ" }, reason: "r")`,
    "input.country",
    "nothing has the id",
  ],
  [
    "a country that is no state",
    `addActor(input: { slug: "fiji", type: PERSON, name: "F", country: "nato" }, reason: "r")`,
    "input.country",
    "must be STATE",
  ],
  [
    "an organization without its sort",
    `addActor(input: { slug: "fiji", type: ORGANIZATION, name: "F" }, reason: "r")`,
    "input",
    "organizationType",
  ],
  ["a field that must stay", `editActor(id: "japan", input: { name: null }, reason: "r")`, "input.name", "is missing"],
  ["an actor that is not there", `editActor(id: "atlantis", input: { name: "A" }, reason: "r")`, "id", "no actor has"],
  [
    "an id of another noun",
    `editAlliance(id: "MTpTdGF0ZTox", input: { name: "A" }, reason: "r")`,
    "id",
    "no alliance has",
  ],
  [
    "an address that is none of the web",
    `addArticle(input: { slug: "a", title: "A", language: "en", url: "javascript:alert(1)" }, reason: "r")`,
    "input.url",
    "http or https",
  ],
  [
    "a language that is none",
    `addArticle(input: { slug: "a", title: "A", language: "en_US" }, reason: "r")`,
    "input.language",
    "must be a BCP 47 language tag such as en or zh-Hans: write en-US",
  ],
  [
    "a day that the calendar lacks",
    `addArticle(input: { slug: "a", title: "A", language: "en", publishedOn: "2022-02-30" }, reason: "r")`,
    "input.publishedOn",
    "February 2022 has 28 days",
  ],
  [
    "a period that ends before it begins",
    `joinAlliance(input: { alliance: "nato", actor: "japan", role: PARTNER, from: "2022", to: "2021", ${CITED} }, reason: "r")`,
    "input.to",
    "is not before",
  ],
  [
    "a fact without a citation",
    `joinAlliance(input: { alliance: "nato", actor: "japan", role: PARTNER, citations: [] }, reason: "r")`,
    "input.citations",
    "at least one citation",
  ],
  [
    "a citation of no article",
    `joinAlliance(input: { alliance: "nato", actor: "japan", role: PARTNER, citations: [{ article: "none" }] }, reason: "r")`,
    "input.citations.0.article",
    "there is no article",
  ],
  [
    "a part in an alliance that is not there",
    `joinAlliance(input: { alliance: "none", actor: "japan", role: PARTNER, ${CITED} }, reason: "r")`,
    "input.alliance",
    "there is no alliance",
  ],
  [
    "an actor that takes part twice at a time",
    `joinAlliance(input: { alliance: "nato", actor: "norway", role: MEMBER, from: "2000", ${CITED} }, reason: "r")`,
    "input",
    "may overlap that of nato/norway/member",
  ],
  [
    "a status twice at a time",
    `addAllianceStatus(input: { alliance: "nato", code: IN_FORCE, from: "2000", ${CITED} }, reason: "r")`,
    "input",
    "may overlap that of nato/in_force",
  ],
  [
    "a quotation that its citations lack",
    `addStatement(input: { form: QUOTE, text: "So it is", language: "en", speaker: "japan", article: "china-responds-nato-in-asia", citations: [{ article: "china-responds-nato-in-asia", exact: "So it was" }] }, reason: "r")`,
    "input.text",
    "letter for letter",
  ],
  [
    "a target told twice",
    `addStatement(input: { form: PARAPHRASE, text: "So it is", language: "en", speaker: "japan", article: "china-responds-nato-in-asia", targets: [{ actor: "china", stance: CRITICAL }, { actor: "china", stance: NEUTRAL }], ${CITED} }, reason: "r")`,
    "input.targets.1",
    "already taken",
  ],
  [
    "a target that is two",
    `addStatement(input: { form: PARAPHRASE, text: "So it is", language: "en", speaker: "japan", article: "china-responds-nato-in-asia", targets: [{ actor: "china", alliance: "nato", stance: CRITICAL }], ${CITED} }, reason: "r")`,
    "input.targets.0",
    "either an actor or an alliance",
  ],
  [
    "an office of no person",
    `addOffice(input: { title: "King", person: "japan", body: "japan", ${CITED} }, reason: "r")`,
    "input.person",
    "must be PERSON",
  ],
  [
    "an event of a month that is none",
    `addEvent(input: { kind: VISIT, title: "A visit", date: "2022-13", ${CITED} }, reason: "r")`,
    "input.date",
    "13",
  ],
  [
    "a leaving before the joining",
    `leaveAlliance(id: "nato/norway/member", on: "1900", reason: "r")`,
    "on",
    "is not before 1900",
  ],
  [
    "a change of role before the joining",
    `changeRole(id: "nato/norway/member", role: OBSERVER, on: "1900", ${CITED}, reason: "r")`,
    "on",
    "is not before 1900",
  ],
  [
    "a change of role without a citation",
    `changeRole(id: "nato/norway/member", role: OBSERVER, on: "2020", citations: [], reason: "r")`,
    "citations",
    "at least one",
  ],
  [
    "no reason",
    `editActor(id: "japan", input: { name: "Nippon" }, reason: " ")`,
    "reason",
    "must not begin or end with a space",
  ],
  [
    "an idempotency key that is empty",
    `editActor(id: "japan", input: { name: "Nippon" }, idempotencyKey: "", reason: "r")`,
    "idempotencyKey",
    "must not be empty",
  ],
  [
    "a revision that is yet to come",
    `editActor(id: "japan", input: { name: "Nippon" }, ifRevision: 99, reason: "r")`,
    "ifRevision",
    "the newest is 1",
  ],
  [
    "something retracted that is not there",
    `retract(id: "MTpTdGF0ZTo5OTk5OQ", reason: "r")`,
    "id",
    "nothing has the id",
  ],
  [
    "a change set without a key",
    `applyChangeset(input: { events: [{ kind: VISIT, title: "A", date: "2022", ${CITED} }] }, reason: "r")`,
    "input.events.0.key",
    "is missing",
  ],
  [
    "a change set that retracts nothing",
    `applyChangeset(input: { retract: ["x"] }, reason: "r")`,
    "input.retract.0",
    "nothing has the id",
  ],
  [
    "a membership that would have more citations than a fact has",
    `leaveAlliance(id: "nato/norway/member", on: "2025", citations: [${Array(50).fill(`{ article: "china-responds-nato-in-asia" }`).join()}], reason: "r")`,
    "citations",
    "has at most 50 citations",
  ],
];

describe("refused, with its place, is", () => {
  it.each(faults)("%s", async (_, call, path, message) => {
    const before = await contents();
    const { revision, node, errors } = await mutate(call);
    expect({ revision, node }).toEqual({ revision: null, node: null });
    expect(errors.map((error) => error.path.join("."))).toEqual([path]);
    expect(errors[0]).toMatchObject({ code: "BAD_USER_INPUT", message: expect.stringContaining(message) as string });
    expect(await contents()).toEqual(before);
  });

  it("all that is wrong at once", async () => {
    const { errors } = await mutate(
      `applyChangeset(input: { actors: [{ slug: "X", type: STATE, name: "" }], articles: [{ slug: "a", title: "A", language: "en", url: "ftp://a" }], memberships: [{ alliance: "none", actor: "nobody", role: MEMBER, from: "2022", to: "2021", citations: [{ article: "a" }] }] }, reason: "r")`,
    );
    expect(errors.map(({ path }) => path.join("."))).toEqual([
      "input.actors.0.slug",
      "input.actors.0.name",
      "input.articles.0.url",
      "input.memberships.0.alliance",
      "input.memberships.0.actor",
      "input.memberships.0.to",
    ]);
  });

  it("all that is wrong with one thing: its reason, its texts, its codes and what it refers to", async () => {
    const { errors } = await mutate(
      `addActor(input: { slug: "japan", type: PERSON, name: "${"N".repeat(200)} ", country: "atlantis", isoAlpha2: "JP", organizationType: AGENCY }, reason: " ")`,
    );
    expect(errors.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([
      "reason: must not begin or end with a space",
      "input.name: has at most 200 characters",
      "input.name: must not begin or end with a space",
      "input.isoAlpha2: has an ISO country code and is no STATE",
      "input: an ORGANIZATION has an organizationType, and no other actor has one",
      "input.country: there is no actor with the slug atlantis, neither here nor loaded",
      "input.slug: the actor slug japan is already taken",
    ]);
    const unknown = await mutate(`editActor(id: "atlantis", input: { name: "", isoAlpha2: "xx" }, reason: " ")`);
    expect(unknown.errors.map(({ path }) => path.join("."))).toEqual(["reason", "id", "input.name", "input.isoAlpha2"]);
    const cited = await mutate(
      `editCitation(id: "nowhere/nobody", article: "nothing", input: { exact: "" }, reason: "r")`,
    );
    expect(cited.errors.map(({ path }) => path.join("."))).toEqual(["id", "input.exact", "article"]);
  });

  it("a name in the place of a reference, and a misspelt slug, with what they may mean", async () => {
    const article = (publisher: string) =>
      mutate(`addArticle(input: { slug: "a", title: "A", language: "en", publisher: "${publisher}" }, reason: "r")`);
    const named = await article("The Global Times");
    expect(named.errors).toMatchObject([{ path: ["input", "publisher"] }]);
    expect(named.errors[0]?.message).toMatch(
      /^must be the id or slug of an actor: "The Global Times" is neither; did you mean "global-times" \(Global Times\)/,
    );
    const misspelt = await mutate(`editActor(id: "austrlia", input: { name: "Oz" }, reason: "r")`);
    expect(misspelt.errors[0]?.message).toBe(
      'no actor has the id or slug austrlia; did you mean "australia" (Australia)?',
    );
    const joined = await mutate(
      `joinAlliance(input: { alliance: "north-atlantic-treaty", actor: "japan", role: PARTNER, citations: [{ article: "china-responds" }] }, reason: "r")`,
    );
    expect(joined.errors.map(({ path }) => path.join("."))).toEqual(["input.alliance", "input.citations.0.article"]);
    expect(joined.errors[0]?.message).toContain('; did you mean "nato" (');
    expect(joined.errors[1]?.message).toContain('; did you mean "china-responds-nato-in-asia" (');
  });

  it("an id of nothing, which resembles nothing and is not looked for by what it does", async () => {
    const { database, calls } = faulty(() => undefined);
    const { errors } = await mutate(
      `editActor(id: "MTpTdGF0ZTo5OTk5OQ", input: { name: "Oz" }, reason: "r")`,
      {},
      { database },
    );
    expect(errors.map(({ path }) => path)).toEqual([["id"]]);
    expect(calls.filter((text) => text.includes("length(slug)"))).toEqual([]);
  });

  it.each([" ", "-", "..", "' OR '1'='1", "\\", "NOT", "title:x", "a".repeat(5_000), "\uFEFF"])(
    "a reference that is no name either: %j",
    async (reference) => {
      const alliance = JSON.stringify(reference);
      const joined = await mutate(
        `joinAlliance(input: { alliance: ${alliance}, actor: ${alliance}, role: PARTNER, citations: [{ article: ${alliance} }] }, reason: "r")`,
      );
      expect(joined.errors.map(({ code }) => code)).toContain("BAD_USER_INPUT");
    },
  );

  it("a circle of parents, in an edit, in a change set, of alliances, and where two are merged", async () => {
    const agency = (slug: string, parent: string) =>
      `{ slug: "${slug}", type: ORGANIZATION, organizationType: AGENCY, name: "${slug}", parent: "${parent}" }`;
    const made = await mutate(
      `applyChangeset(input: { actors: [${agency("agency-a", "japan")}, ${agency("agency-b", "agency-a")}, ${agency("agency-c", "agency-b")}] }, reason: "r")`,
    );
    expect(made.errors).toEqual([]);
    const edit = await mutate(`editActor(id: "agency-a", input: { parent: "agency-c" }, reason: "r")`);
    expect(edit.errors).toMatchObject([
      {
        path: ["input", "parent"],
        message:
          "agency-a → agency-c → agency-b → agency-a would be a circle: the parent of one of them must be another, or none",
      },
    ]);
    const set = await mutate(
      `applyChangeset(input: { actors: [${agency("agency-x", "agency-y")}, ${agency("agency-y", "agency-x")}] }, reason: "r")`,
    );
    expect(set.errors.map(({ path }) => path.join("."))).toEqual(["input.actors.0.parent", "input.actors.1.parent"]);
    const merged = await mutate(`mergeActors(from: "agency-a", into: "agency-c", reason: "r")`, {}, { role: "admin" });
    expect(merged.errors.map(({ message }) => message).join()).toContain("would be a circle");
    const turned = await mutate(
      `applyChangeset(input: { actors: [${agency("agency-a", "agency-b")}, ${agency("agency-b", "japan")}] }, reason: "r")`,
    );
    expect(turned.errors).toEqual([]);
    const alliance = (slug: string, parent: string) =>
      `{ slug: "${slug}", name: "A", kind: FORUM, parent: "${parent}" }`;
    const alliances = await mutate(
      `applyChangeset(input: { alliances: [${alliance("f-a", "f-b")}, ${alliance("f-b", "f-c")}, ${alliance("f-c", "f-a")}] }, reason: "r")`,
    );
    expect(alliances.errors).toHaveLength(3);
  });

  it("a fact without a citation whose period ends before it begins, for both", async () => {
    const { errors } = await mutate(
      `joinAlliance(input: { alliance: "nato", actor: "japan", role: PARTNER, from: "2022", to: "2021", citations: [] }, reason: "r")`,
    );
    expect(errors.map(({ path }) => path.join("."))).toEqual(["input.citations", "input.to"]);
  });

  it("what is referred to, where it is to be retracted, with all that refers to it", async () => {
    const { errors } = await mutate(`retract(id: "${await idOf('actor(slug: "boris-johnson")')}", reason: "r")`);
    expect(errors).toHaveLength(1);
    expect(errors[0]!.nodes.length).toBeGreaterThan(1);
  });

  it("an alias beyond as many as an actor has", async () => {
    const aliases = Array.from({ length: 50 }, (_, index) => `{ name: "N${index}", sort: VARIANT }`);
    expect(
      (await mutate(`editActor(id: "japan", input: { aliases: [${aliases.join()}] }, reason: "r")`)).errors,
    ).toEqual([]);
    const japan = await idOf('actor(slug: "japan")');
    expect(
      (await mutate(`addAlias(of: "${japan}", input: { name: "One more", sort: VARIANT }, reason: "r")`)).errors,
    ).toMatchObject([{ path: ["of"], message: "has at most 50 aliases" }]);
  });

  it("so much that only the first faults are told, and the nodes of some", async () => {
    const wrong = await mutate(
      `applyChangeset(input: { actors: [${Array(101).fill(`{ slug: "X", type: STATE, name: "X" }`).join()}] }, reason: "r")`,
      {},
      { settings: LONG },
    );
    expect(wrong.errors).toHaveLength(100);
    const ids = await Promise.all(
      [
        "japan",
        "united-states",
        "united-kingdom",
        "china",
        "india",
        "france",
        "germany",
        "nato",
        "italy",
        "canada",
      ].map((slug) => idOf(`actor(slug: "${slug}")`)),
    );
    const { errors } = await mutate(`applyChangeset(input: { retract: ${JSON.stringify(ids)} }, reason: "r")`);
    expect(errors).toHaveLength(ids.length);
    expect(errors.flatMap(({ nodes }) => nodes)).toHaveLength(100);
  });

  it("an alias or a citation that is not there", async () => {
    const japan = await idOf('actor(slug: "japan")');
    expect((await mutate(`removeAlias(of: "${japan}", name: "Atlantis", reason: "r")`)).errors).toMatchObject([
      { path: ["name"] },
    ]);
    expect((await mutate(`addCitation(of: "${japan}", input: { article: "a" }, reason: "r")`)).errors).toMatchObject([
      { path: ["of"] },
    ]);
    expect((await mutate(`setRank(id: "${japan}", rank: PREFERRED, reason: "r")`)).errors).toMatchObject([
      { path: ["id"] },
    ]);
  });
});
