/** Lists of statements by filters that are read from their targets' and speakers' own indexes. */
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { generateRows } from "../../cli/local/generated/rows.ts";
import { noteRowsRead } from "../../cli/measure/note-rows-read.ts";
import worker from "../../src/worker.ts";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";

beforeAll(async () => {
  await loadDataset();
  await generateRows(env.DB, { statements: 3000, seed: 7 });
});

/** Each filter, and the same in SQL over the statement `s`, written without regard to indexes. */
const filters: readonly [filter: string, sql: string][] = [
  [`{}`, `true`],
  [`{ form: QUOTE }`, `s.form = 'QUOTE'`],
  [`{ speaker: ["china", "japan"] }`, by(`slug in ('china', 'japan')`)],
  [`{ speaker: "china", form: PARAPHRASE }`, `${by(`slug = 'china'`)} and s.form = 'PARAPHRASE'`],
  [`{ speakerCountry: "china" }`, by(`slug = 'china' or country_id = (select id from actors where slug = 'china')`)],
  [
    `{ speakerCountry: ["china", "india"], form: QUOTE, language: ["en", "ja"] }`,
    `${by(`slug in ('china', 'india') or country_id in (select id from actors where slug in ('china', 'india'))`)} and s.form = 'QUOTE' and s.language in ('en', 'ja')`,
  ],
  [`{ targetAlliance: "nato" }`, about(`alliance_id`, `alliances`, `'nato'`)],
  [
    `{ targetAlliance: "nato", stance: [CRITICAL, NEUTRAL] }`,
    about(`alliance_id`, `alliances`, `'nato'`, `'CRITICAL', 'NEUTRAL'`),
  ],
  [`{ targetAlliance: ["nato", "quad", "aukus"] }`, about(`alliance_id`, `alliances`, `'nato', 'quad', 'aukus'`)],
  [
    `{ targetActor: ["russia", "china"], stance: SUPPORTIVE }`,
    about(`actor_id`, `actors`, `'russia', 'china'`, `'SUPPORTIVE'`),
  ],
  [
    `{ targetActor: "china", targetAlliance: "nato", stance: CRITICAL }`,
    `${about(`actor_id`, `actors`, `'china'`, `'CRITICAL'`)} and ${about(`alliance_id`, `alliances`, `'nato'`, `'CRITICAL'`)}`,
  ],
  [
    `{ targetAlliance: "nato", speakerCountry: "japan", saidBetween: { from: "2010-01-01" } }`,
    `${about(`alliance_id`, `alliances`, `'nato'`)} and ${by(`slug = 'japan' or country_id = (select id from actors where slug = 'japan')`)} and s.said_latest >= '2010-01-01'`,
  ],
  [
    `{ targetAlliance: "nato", not: { targetAlliance: "nato", stance: CRITICAL } }`,
    `${about(`alliance_id`, `alliances`, `'nato'`)} and not ${about(`alliance_id`, `alliances`, `'nato'`, `'CRITICAL'`)}`,
  ],
  [
    `{ targetAlliance: "nato", any: [{ speaker: "china" }, { form: QUOTE, stance: SUPPORTIVE }] }`,
    `${about(`alliance_id`, `alliances`, `'nato'`)} and (${by(`slug = 'china'`)} or (s.form = 'QUOTE' and exists (select 1 from statement_targets t where t.statement_id = s.id and t.stance = 'SUPPORTIVE')))`,
  ],
  [
    `{ targetAlliance: "ccdcoe", publisher: "yonhap" }`,
    `${about(`alliance_id`, `alliances`, `'ccdcoe'`)} and s.article_id in (select id from articles where publisher_id = (select id from actors where slug = 'yonhap'))`,
  ],
  [
    `{ targetActor: ["nikkei", "china"], speaker: ["china", "china"] }`,
    `${about(`actor_id`, `actors`, `'china', 'nikkei'`)} and ${by(`slug = 'china'`)}`,
  ],
  [`{ targetAlliance: [] }`, `false`],
  [`{ speaker: [] }`, `false`],
];

function by(condition: string): string {
  return `s.speaker_id in (select id from actors where ${condition})`;
}

function about(column: string, table: string, slugs: string, stances = `'SUPPORTIVE', 'CRITICAL', 'NEUTRAL'`): string {
  return `exists (select 1 from statement_targets t where t.statement_id = s.id and t.stance in (${stances}) and t.${column} in (select id from ${table} where slug in (${slugs})))`;
}

interface Page {
  totalCount: number;
  nodes: { text: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

describe.each(filters)("statements by %s", (filter, condition) => {
  it("are those that the condition keeps, page by page, from either end, in either direction, and counted", async () => {
    const { results } = await env.DB.prepare(
      `select s.text from statements s where ${condition} order by s.said_earliest, s.id`,
    ).all<{ text: string }>();
    const texts = results.map(({ text }) => text);
    expect(texts.length > 0).toBe(!filter.includes("[]"));
    for (const direction of ["ASC", "DESC"]) {
      const expected = direction === "ASC" ? texts : texts.toReversed();
      const query = `query ($first: Int, $after: String, $last: Int, $before: String) {
        statements(filter: ${filter}, orderBy: { direction: ${direction} }, first: $first, after: $after, last: $last, before: $before) {
          totalCount nodes { text } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      }`;
      let [after, before]: (string | null)[] = [null, null];
      for (const place of [0, 7, 14]) {
        const forward = await read(query, { first: 7, after });
        expect(forward.totalCount).toBe(texts.length);
        expect(forward.nodes.map(({ text }) => text)).toEqual(expected.slice(place, place + 7));
        expect(forward.pageInfo.hasNextPage).toBe(expected.length > place + 7);
        const backward = await read(query, { last: 7, before });
        const end = Math.max(0, expected.length - place);
        expect(backward.nodes.map(({ text }) => text)).toEqual(expected.slice(Math.max(0, end - 7), end));
        [after, before] = [forward.pageInfo.endCursor, backward.pageInfo.startCursor];
        if (after === null || before === null) break;
      }
    }
  });
});

async function read(query: string, variables: Record<string, unknown>): Promise<Page> {
  const { data, errors, statements } = await ask<{ statements: Page }>(query, variables);
  expect(errors).toBeUndefined();
  expect(statements.length).toBeLessThanOrEqual(data.statements.nodes.length === 0 ? 2 : 1);
  return data.statements;
}

async function rowsRead(query: string): Promise<number> {
  const { database, total } = noteRowsRead(env.DB);
  const headers = { "content-type": "application/json" };
  const request = new Request("http://localhost/graphql", { method: "POST", headers, body: JSON.stringify({ query }) });
  expect(await (await worker.fetch(request as never, { ...env, DB: database })).json()).not.toHaveProperty("errors");
  return total();
}

describe("pages and totals that are kept read little more than the page's own rows", () => {
  const japan = (field: string) => `{ actor(slug: "japan") { ${field} } }`;
  it.each([
    [`{ statements(filter: { targetAlliance: "nato" }, first: 5) { totalCount nodes { text } } }`, 40],
    [`{ statements(filter: { targetActor: ["china", "japan"], stance: CRITICAL }, first: 5) { nodes { text } } }`, 80],
    [
      `{ statements(filter: { speaker: ["china", "japan"], form: QUOTE }, first: 5) { totalCount nodes { text } } }`,
      100,
    ],
    [`{ statements { totalCount } }`, 24],
    [japan(`statements { totalCount }`), 10],
    [japan(`statements(filter: { form: QUOTE }) { totalCount }`), 10],
    [japan(`statements(filter: { targetActor: "china" }) { totalCount }`), 12],
    [japan(`mentions { totalCount }`), 10],
    [japan(`mentions(stance: CRITICAL, filter: { speaker: ["china", "russia"] }) { totalCount }`), 18],
    [japan(`mentions(filter: { article: "china-responds-nato-in-asia" }) { totalCount nodes { text } }`), 40],
    [`{ dataset { counts { statements actors citations } } }`, 12],
  ])("%s", async (query, most) => {
    expect(await rowsRead(query)).toBeLessThanOrEqual(most);
  });
});
