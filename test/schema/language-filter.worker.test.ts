import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { addRoots } from "../connection/tied-rows.ts";
import { statementsOf } from "../drizzle/noted-statements.ts";
import { ask } from "../ask.ts";
import { run } from "../revise.ts";

const TAGS = ["en", "en-GB", "enm", "zh", "zh-Hans", "zh-Hans-CN", "zh-Hant", "zh-TW", "ja", "sl-rozaj-biske", "x-zh"];

beforeAll(async () => {
  await addRoots();
  await run(
    ...TAGS.flatMap((tag, n) => [
      `insert into articles (id, slug, title, publisher_id, published_earliest, published_latest, language)
        values (${n + 2}, 'a${n}', '${tag}', 2, '2020-01-01', '2020-01-01', '${tag}')`,
      `insert into statements (id, key, form, text, language, speaker_id, said_earliest, said_latest, article_id)
        values (${n + 2}, 's${n}', 'QUOTE', '${tag}', '${tag}', 1, '2020-01-01', '2020-01-01', 1)`,
      `insert into statement_targets (statement_id, actor_id, stance, speaker_id, article_id, said_earliest)
        values (${n + 2}, 3, 'NEUTRAL', 1, 1, '2020-01-01')`,
    ]),
  );
});

/** What each list keeps; they are to keep the same. */
async function kept(filter: string): Promise<string[]> {
  const { data, errors } = await ask<Record<string, { totalCount: number; nodes: { language: string }[] }>>(`{
    statements: statements(filter: { speaker: "root", any: [${filter}] }, first: 50) { totalCount nodes { language } }
    mentions: statements(filter: { targetActor: "root-target", any: [${filter}] }, first: 50) { totalCount nodes { language } }
    articles: articles(filter: { publisher: "root-person", any: [${filter}] }, first: 50) { totalCount nodes { language } }
  }`);
  expect(errors).toBeUndefined();
  const [first, ...others] = Object.values(data).map(({ totalCount, nodes }) => {
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ language }) => language).toSorted();
  });
  for (const other of others) expect(other).toEqual(first);
  return first!;
}

const inLanguages = (...ranges: string[]) => `{ language: ${JSON.stringify(ranges)} }`;

/** RFC 4647, section 3.3.1, subtag by subtag. */
function matches(range: string, tag: string): boolean {
  const parts = (text: string) => text.toUpperCase().split("-");
  return range === "*" || parts(range).every((part, index) => part === parts(tag)[index]);
}

describe("a language range", () => {
  it.each([
    [["zh"], ["zh", "zh-Hans", "zh-Hans-CN", "zh-Hant", "zh-TW"]],
    [["ZH-hans"], ["zh-Hans", "zh-Hans-CN"]],
    [["zh-Hant"], ["zh-Hant"]],
    [["zh-Hans-CN-x-a"], []],
    [["en"], ["en", "en-GB"]],
    [["Hans"], []],
    [["zh-Han"], []],
    [["sl-rozaj"], ["sl-rozaj-biske"]],
    [["x"], ["x-zh"]],
    [
      ["ja", "JA", "en-gb"],
      ["en-GB", "ja"],
    ],
    [["*"], TAGS],
    [["ja", "*"], TAGS],
    [[], []],
    [["aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa"], []],
  ])("of %j keeps %j", async (ranges, tags) => {
    expect(await kept(inLanguages(...ranges))).toEqual([...tags].toSorted());
  });

  it("keeps in any and not what it keeps alone, and the rest", async () => {
    expect(await kept(`{ not: ${inLanguages("zh", "en")} }`)).toEqual(["enm", "ja", "sl-rozaj-biske", "x-zh"]);
    expect(await kept(`{ not: { not: ${inLanguages("zh-hans")} } }`)).toEqual(["zh-Hans", "zh-Hans-CN"]);
    expect(await kept(`{ not: ${inLanguages("*")} }`)).toEqual([]);
    expect(await kept(`${inLanguages("JA")}, { any: [${inLanguages("zh-TW")}, ${inLanguages("sl")}] }`)).toEqual([
      "ja",
      "sl-rozaj-biske",
      "zh-TW",
    ]);
  });

  it("keeps what RFC 4647 says, for any ranges", async () => {
    const part = fc.constantFrom("zh", "hans", "CN", "en", "GB", "Hant", "tw", "x", "sl", "rozaj", "1", "enm", "ja");
    const range = fc.oneof(
      { weight: 9, arbitrary: fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("-")) },
      { weight: 1, arbitrary: fc.constant("*") },
    );
    const ranges = fc.array(
      range.filter((one) => !/^(?:1|CN|GB)/.test(one)),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(ranges, fc.boolean(), async (several, isNegated) => {
        const filter = isNegated ? `{ not: ${inLanguages(...several)} }` : inLanguages(...several);
        const expected = TAGS.filter((tag) => several.some((one) => matches(one, tag)) !== isNegated);
        expect(await kept(filter)).toEqual(expected.toSorted());
      }),
      { numRuns: 60 },
    );
  });

  it("is one of forty of any lengths, which D1 takes", async () => {
    const forty = Array.from({ length: 40 }, (_, n) => `${n % 2 === 0 ? "" : "a"}a${"-a".repeat(n / 2)}`);
    expect(forty.map(({ length }) => length)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    expect(await kept(inLanguages(...forty.slice(2), "zh-TW"))).toEqual(["zh-TW"]);
    const deep = `{ not: { not: ${inLanguages(...forty)} } }`;
    const { errors } = await ask(`{ actor(slug: "root") { statements(filter: ${deep}) { totalCount nodes {
      article { statements(filter: ${deep}) { totalCount nodes { language } } } } } } }`);
    expect(errors).toBeUndefined();
  });

  it("has no more rows read than a tag that is compared", async () => {
    const rowsRead = async (filter: string) => {
      const [asked] = await statementsOf(`{ statements(filter: ${filter}) { totalCount } }`);
      const statement = env.DB.prepare(asked!.text).bind(...asked!.values);
      return (await statement.all()).meta.rows_read;
    };
    const compared = await rowsRead(`{ not: { form: PARAPHRASE } }`);
    expect(compared).toBeGreaterThan(TAGS.length);
    expect(await rowsRead(`{ not: ${inLanguages("zh")} }`)).toBe(compared);
    expect(await rowsRead(`{ not: ${inLanguages("zh", "en-GB")} }`)).toBe(compared);
  });
});

describe("what is no language range", () => {
  async function refusal(query: string, variables = {}) {
    const { errors, statements } = await ask(query, variables);
    expect(statements).toEqual([]);
    expect(errors?.map(({ extensions }) => extensions["code"])).toEqual(["BAD_USER_INPUT"]);
    return errors?.[0]?.message ?? "";
  }

  it("is refused with its place and what would be right", async () => {
    expect(await refusal(`{ statements(filter: { language: "zh_Hans" }) { totalCount } }`)).toBe(
      'Argument "filter.language[0]" is "zh_Hans": a language range has parts of 1 to 8 letters or digits, the first of letters, joined by "-", such as zh or zh-Hans, or is "*": write zh-Hans',
    );
    expect(await refusal(`{ articles(filter: { language: ["en", "de-*"] }) { totalCount } }`)).toMatch(
      /^Argument "filter\.language\[1\]" is "de-\*": .*: write de$/,
    );
    const query = `query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }`;
    const filter = { any: [{ form: "QUOTE" }, { targetActor: "japan", not: { language: ["en", "", "zh"] } }] };
    expect(await refusal(query, { filter })).toContain(`Argument "filter.any[1].not.language[1]" is "": `);
    const beneath = `{ actor(slug: "root") { mentions(filter: { language: "*-CH" }) { totalCount } } }`;
    expect(await refusal(beneath)).toContain(`Argument "filter.language[0]" is "*-CH": `);
  });

  it.each(["en-", "-en", "englisch1", "abcdefghi", "en--GB", "en GB", "日本", "en-abcdefghi", "12", "*-*"])(
    "is %j",
    async (range) => {
      expect(await refusal(`{ articles(filter: ${inLanguages(range)}) { totalCount } }`)).toContain('or is "*"');
    },
  );
});
