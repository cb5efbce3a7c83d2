import { beforeEach, describe, expect, it } from "vitest";
import { Unavailable } from "../../../../src/domain/fault/unavailable.ts";
import type { Match } from "../../../../src/domain/reconcile/entity.ts";
import { coded } from "../../../../src/server/http/error.ts";
import { withHttp } from "../../../../src/server/http/http-refusal.ts";
import type { InTime } from "../../../../src/server/limit/deadline.ts";
import type { Spent } from "../../../../src/server/limit/rate-limit.ts";
import { isReconciled, reconcile } from "../../../../src/server/route/reconcile/reconcile.ts";
import type { Extending } from "../../../../src/domain/reconcile/extension.ts";
import type { ReconcileService } from "../../../../src/server/route/reconcile/service.ts";

const BASE = "https://entente.example/reconcile";
const TODAY = "2026-11-30";

let asked: unknown[];
let found: Match[];
let lines: object[];
/** For how many lookups clients were to pay, and what comes of that. */
let paid: number[];
let budget: Spent;

beforeEach(() => {
  [asked, found, lines, paid, budget] = [[], [], [], [], {}];
});

const japan = { id: "1", name: "Japan", type: "State", description: "A state in East Asia" } as const;
const jamaica = { id: "2", name: "Jamaica", type: "State", description: null } as const;

const service: ReconcileService = {
  match: async (questions) => {
    asked.push(...questions.map(({ name }) => name));
    return questions.map(() => found);
  },
  suggest: async (suggesting) => {
    asked.push(suggesting);
    return [japan, jamaica];
  },
  find: async (id) => {
    asked.push(id);
    return id === "1" ? japan : id === "2" ? jamaica : null;
  },
  properties: async () => [
    { id: "name", name: "Name", description: "Its name", on: { State: {} } },
    { id: "members", name: "Members", description: "Who is in it", on: { Alliance: {} } },
    { id: "alliances", name: "Alliances", description: "What it is in", on: { State: {} } },
    { id: "wikidata", name: "Identifier: wikidata", description: "An identifier", on: { State: {}, Alliance: {} } },
  ],
  extend: async (extending: Extending) => {
    asked.push(extending);
    return {
      columns: extending.properties.map(({ id }) => ({
        id,
        name: id,
        valueType: id === "alliances" ? "Alliance" : null,
      })),
      rows: new Map(
        extending.ids.map((id) => [
          id,
          extending.properties.map((property) =>
            property.id === "alliances" ? [{ id: "9", name: "A<b>" }, "C&D"] : [],
          ),
        ]),
      ),
    };
  },
};

const inTime: InTime = (work) => work;
const LINEAGE = "0f".repeat(12);

async function answer(path: string, of: Partial<ReconcileService> = {}, waiting = inTime, init: RequestInit = {}) {
  const reconciling = {
    name: "Facts of a newsroom",
    serviceOf: (revision: number | null) => {
      asked.push(...(revision === null ? [] : [{ revision }]));
      return { ...service, ...of };
    },
    revisions: async () => ({ oldest: 1, newest: 3, lineage: LINEAGE }),
    pay: (lookups: number) => {
      paid.push(lookups);
      return budget;
    },
    today: TODAY,
  };
  const response = await reconcile(new Request(`${BASE}${path}`, init), reconciling, waiting, (line) =>
    lines.push(line),
  );
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
  const body = isJson ? (JSON.parse(text) as unknown) : text;
  return { status: response.status, retryAfter: response.headers.get("retry-after"), body };
}

const batch = (name: string) => `?queries=${encodeURIComponent(JSON.stringify({ q0: { query: name } }))}`;
const refused = (status: number, message: string, retryAfter: string | null = null) => ({
  status,
  retryAfter,
  body: { status: "error", message },
});

it.each([
  ["", true],
  ["/", true],
  ["/suggest/type/", true],
  ["//", false],
  ["/x", false],
  ["r", false],
])("there is an answer at /reconcile%s: %s", (path, is) => {
  expect(isReconciled(`/reconcile${path}`)).toBe(is);
  expect(isReconciled(`/x/reconcile${path}`)).toBe(false);
});

it("the manifest tells what is where, under the address that was asked", async () => {
  const { body } = await answer("");
  expect(body).toMatchObject({
    versions: ["0.2"],
    name: "Facts of a newsroom",
    identifierSpace: "https://entente.example/graphql#id",
    view: { url: `${BASE}/view?id={{id}}` },
    preview: { url: `${BASE}/preview?id={{id}}`, width: 400, height: 120 },
    suggest: { type: { service_url: "https://entente.example", service_path: "/reconcile/suggest/type" } },
    extend: { property_settings: [{ name: "asOf" }, { name: "certainty" }] },
    batchSize: 20,
  });
  expect((body as { defaultTypes: unknown[] }).defaultTypes.slice(2)).toEqual([
    { id: "Organization", name: "Organization", broader: [{ id: "Actor", name: "Actor" }] },
    { id: "Alliance", name: "Alliance" },
  ]);
  expect((await answer("?revision=2")).body).toMatchObject({
    view: { url: `${BASE}/view?id={{id}}&revision=2&lineage=${LINEAGE}` },
  });
});

describe("a query", () => {
  it("has candidates with a score of 100 at most, rounded to a tenth", async () => {
    found = [{ ...japan, score: 0.85678, isSure: true }];
    const result = [{ id: "1", name: "Japan", type: [{ id: "State", name: "State" }], score: 85.7, match: true }];
    expect((await answer(batch("Japan"))).body).toEqual({ q0: { result } });
    expect((await answer("?query=Japan")).body).toEqual({ result });
    expect(asked).toEqual(["Japan", "Japan"]);
  });

  it("is of the present only", async () => {
    const message =
      "Names are found as of the present only, not as of revision 2: ask without a revision, and extend what is found as of one";
    for (const path of [`${batch("Japan")}&revision=2`, "?query=Japan&revision=2", "/suggest/entity?revision=2"]) {
      expect(await answer(path)).toEqual(refused(400, message));
    }
  });
});

it("an extension has the values of columns, and what type they are of", async () => {
  const query = JSON.stringify({ ids: ["1"], properties: ["alliances", "wikidata"] });
  const init = { method: "POST", body: new URLSearchParams({ extend: query }) };
  expect((await answer("?revision=2", {}, inTime, init)).body).toEqual({
    meta: [
      { id: "alliances", name: "alliances", type: { id: "Alliance", name: "Alliance" } },
      { id: "wikidata", name: "wikidata" },
    ],
    rows: { 1: { alliances: [{ id: "9", name: "A<b>" }, { str: "C&D" }], wikidata: [] } },
  });
  expect(asked[0]).toEqual({ revision: 2 });
});

describe("suggestions", () => {
  it("of entities have a description where there is one", async () => {
    const notable = [{ id: "State", name: "State" }];
    expect((await answer("/suggest/entity?prefix=ja&type=State&limit=3&cursor=2")).body).toEqual({
      result: [
        { id: "1", name: "Japan", description: "A state in East Asia", notable },
        { id: "2", name: "Jamaica", notable },
      ],
    });
    expect(asked).toEqual([{ prefix: "ja", types: ["State"], skip: 2, limit: 3 }]);
  });

  it("are of a prefix of 200 characters at most, or of none", async () => {
    expect((await answer(`/suggest/entity?prefix=${"x".repeat(200)}`)).status).toBe(200);
    expect((await answer("/suggest/entity")).status).toBe(200);
    expect(await answer(`/suggest/entity?prefix=${"x".repeat(201)}`)).toEqual(
      refused(400, 'The parameter "prefix" is too long: give at most 200 characters'),
    );
  });

  it("of types and properties have what begins with the prefix before what has a word that does", async () => {
    const ids = async (path: string) =>
      ((await answer(path)).body as { result: { id: string }[] }).result.map(({ id }) => id);
    expect(await ids("/suggest/type?prefix=O")).toEqual(["Organization"]);
    expect(await ids("/suggest/property?prefix=w")).toEqual(["wikidata"]);
    expect(await ids("/suggest/property?prefix=&type=Alliance")).toEqual(["members", "wikidata"]);
    const properties = async () => ["x a", "ab"].map((id) => ({ id, name: id, description: id, on: { State: {} } }));
    const answered = await answer("/suggest/property?prefix=A", { properties });
    expect((answered.body as { result: { id: string }[] }).result.map(({ id }) => id)).toEqual(["ab", "x a"]);
  });

  it("of columns say for what type", async () => {
    const properties = [{ id: "members", name: "Members" }];
    expect((await answer("/properties?type=Alliance&limit=1")).body).toEqual({
      type: "Alliance",
      limit: 1,
      properties,
    });
    const { body } = await answer("/properties");
    expect(body).toMatchObject({ type: "", properties: [{}, {}, {}, {}] });
    expect(body).not.toHaveProperty("limit");
  });

  it("have flyouts", async () => {
    expect((await answer("/flyout/entity?id=1")).body).toEqual({
      id: "1",
      html: "<h1>Japan</h1>\n<p>State</p>\n<p>A state in East Asia</p>\n",
    });
    expect((await answer("/flyout/type?id=State")).body).toMatchObject({
      html: "<h1>State</h1>\n<p></p>\n<p>A country</p>\n",
    });
    expect((await answer("/flyout/property?id=members")).body).toMatchObject({ id: "members" });
    for (const path of ["/flyout/entity?id=x", "/flyout/type", "/flyout/property?id=x"]) {
      expect(await answer(path)).toMatchObject({
        status: 404,
        body: { html: expect.stringContaining("Not found") as string },
      });
    }
  });
});

it("is paid for by queries, and by properties of entities; and not worked out where it cannot be", async () => {
  const extend = { ids: ["1", "2"], properties: [{ id: "alliances" }, { id: "wikidata" }, { id: "slug" }] };
  const requests = [batch("Japan"), "?query=Japan", `?extend=${encodeURIComponent(JSON.stringify(extend))}`];
  for (const request of requests) expect((await answer(request)).status).toBe(200);
  expect(paid).toEqual([1, 1, 6]);
  asked = [];
  budget = withHttp(coded("RATE_LIMITED", "It costs too much: try again in 9 s"), 429, { "retry-after": "9" });
  for (const request of requests) {
    expect(await answer(request)).toEqual(refused(429, "It costs too much: try again in 9 s", "9"));
  }
  expect(asked).toEqual([]);
});

describe("a page", () => {
  it("previews an entity, with or without a description", async () => {
    expect((await answer("/preview?id=1")).body).toContain("<h1>Japan</h1>\n<p>State</p>\n<p>A state in East Asia</p>");
    expect((await answer("/preview?id=2")).body).toContain("<h1>Jamaica</h1>\n<p>State</p>\n<p></p>");
    expect(await answer("/preview")).toMatchObject({ status: 404 });
  });

  it("tells what is known of it on a day, with links to others of that day and revision", async () => {
    const { status, body } = await answer("/view?id=1&asOf=1950-01-01&revision=2");
    expect([status, body]).toEqual([200, expect.stringContaining("<p>On 1950-01-01:</p>")]);
    const link =
      "https://entente.example/reconcile/view?id=9&amp;asOf=1950-01-01&amp;revision=2&amp;lineage=0f0f0f0f0f0f0f0f0f0f0f0f";
    expect(body).toContain(`<th scope="row">alliances</th><td><a href="${link}">A&lt;b&gt;</a><br>C&amp;D</td>`);
    expect(body).not.toContain("wikidata");
    expect((await answer("/view?id=2")).body).toContain('<a href="https://entente.example/reconcile/view?id=9">');
    expect(await answer("/view")).toMatchObject({
      status: 404,
      body: expect.not.stringContaining("<table>") as string,
    });
    expect(await answer("/view?id=1&asOf=1950")).toEqual(
      refused(400, 'The parameter "asOf" is "1950": write YYYY-MM-DD, such as 2022-05-07'),
    );
  });
});

describe("what is refused", () => {
  it("is a POST without queries, and a request with both", async () => {
    const init = { method: "POST", body: new URLSearchParams({ name: "Japan" }) };
    expect(await answer("", {}, inTime, init)).toEqual(
      refused(400, 'The parameter "queries" is missing, and so is "extend"'),
    );
    expect(await answer("?queries={}&extend={}")).toEqual(
      refused(400, 'There are the parameters "queries" and "extend": send one of them'),
    );
  });

  it("is what comes too late", async () => {
    const fault = new Unavailable("DEADLINE_EXCEEDED", false);
    const late: InTime = (_, otherwise) => Promise.resolve(otherwise(fault));
    expect(await answer("", {}, late)).toEqual(refused(503, fault.message, "1"));
  });

  it("is what we cannot answer, by an id under which the log has why", async () => {
    const suggest = () => Promise.reject(new Error("no such table"));
    const { status, body } = await answer("/suggest/entity", { suggest });
    expect(status).toBe(500);
    expect(body).toMatchObject({
      status: "error",
      message: expect.stringMatching(/give the id [\da-f-]{36}$/) as string,
    });
    expect(lines).toMatchObject([{ level: "error", message: "no such table" }]);
  });
});
