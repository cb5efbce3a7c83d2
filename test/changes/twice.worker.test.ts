import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChangeset } from "../../src/changes/apply.ts";
import { contents, empty } from "./database.ts";

const options = { author: "test", reason: "to see", now: "2026-11-24T12:00:00.000Z" };

const ignorable = fc.constantFrom("\u00AD", "\u200B", "\u200C", "\u200D", "\u200E", "\u034F", "\uFE0F", "\uFEFF");
const graphemes = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
const name = fc
  .oneof({ weight: 3, arbitrary: graphemes }, fc.array(fc.oneof(graphemes, ignorable), { maxLength: 6 }))
  .map((text) => [text].flat().join("").normalize("NFC").trim())
  .filter((text) => text.replace(/[\p{Default_Ignorable_Code_Point}\s]/gu, "") !== "" && text.length <= 200)
  .filter((text) => !/^\p{Default_Ignorable_Code_Point}+\s|\s\p{Default_Ignorable_Code_Point}+$/u.test(text))
  .filter((text) => !/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(text));
const verbatim = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }).filter((text) => !text.includes("\0"));
const year = fc.integer({ min: 1900, max: 2020 });
const end = fc.constantFrom("", "-05", "-05-07", "?", "-05~");
const alias = fc.record({
  name,
  sort: fc.constantFrom("VARIANT", "FORMER"),
  language: fc.constantFrom(undefined, "en", "zh-Hans"),
});
const citation = fc
  .record({ exact: fc.option(verbatim), start: fc.option(fc.nat(), { nil: undefined }) })
  .map(({ exact, start }) => (exact === null ? { article: "article" } : { article: "article", exact, start }));
const citations = fc.array(citation, { minLength: 1, maxLength: 3 });

const actor = fc.record({
  name,
  description: fc.option(name, { nil: undefined }),
  aliases: fc.array(alias, { maxLength: 3 }),
});
const spell = fc.record({
  from: fc.option(fc.tuple(year, end)),
  years: fc.integer({ min: 2, max: 9 }),
  open: fc.boolean(),
  citations,
});
const statement = fc.record({
  text: name,
  stance: fc.constantFrom("SUPPORTIVE", "CRITICAL"),
  said: fc.option(fc.tuple(year, end), { nil: undefined }),
  citations,
});

const changeset = fc
  .record({
    actors: fc.array(actor, { minLength: 1, maxLength: 4 }),
    spells: fc.array(spell, { maxLength: 4 }),
    statements: fc.array(statement, { maxLength: 3 }),
  })
  .map(({ actors, spells, statements }) => ({
    actors: actors.map((one, index) => ({
      ...one,
      slug: `state-${index}`,
      type: "STATE",
      parent: index === 0 ? undefined : "state-0",
    })),
    articles: [{ slug: "article", title: "[An article]", language: "en" }],
    alliances: [
      {
        slug: "alliance",
        name: "Alliance",
        kind: "TREATY",
        memberships: spells.slice(0, actors.length).map(({ from, years, open, citations }, index) => ({
          actor: `state-${index}`,
          role: "MEMBER",
          from: from && from.join(""),
          to: open ? null : String((from?.[0] ?? 2020) + years),
          citations,
        })),
      },
    ],
    statements: statements.map(({ text, stance, said, citations }, index) => ({
      key: `statement/${index}`,
      form: "PARAPHRASE",
      text,
      language: "en",
      speaker: "state-0",
      saidOn: said?.join(""),
      article: "article",
      targets: [{ alliance: "alliance", stance }],
      citations,
    })),
  }));

// As a file would have it: what is undefined is not there.
const file = changeset.map((facts): unknown => JSON.parse(JSON.stringify(facts)));

test("any change set that loads, loaded again gives the same rows", async () => {
  await fc.assert(
    fc.asyncProperty(file, async (json) => {
      await empty();
      const load = () => applyChangeset(env.DB, [{ file: "a.json", json }], options);
      expect(await load()).toMatchObject({ outcome: "applied", revision: 1 });
      const before = await contents();
      expect(await load()).toMatchObject({ outcome: "applied", revision: null, base: 1 });
      expect(await contents()).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

test("any two change sets loaded one after the other give what the second says", async () => {
  await fc.assert(
    fc.asyncProperty(file, file, async (first, second) => {
      await empty();
      const load = (json: unknown) => applyChangeset(env.DB, [{ file: "a.json", json }], options);
      await load(first);
      expect(await load(second)).toMatchObject({ outcome: "applied" });
      expect(await load(second)).toMatchObject({ outcome: "applied", revision: null });
    }),
    { numRuns: 30 },
  );
});
