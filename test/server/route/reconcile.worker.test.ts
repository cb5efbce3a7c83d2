import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import worker from "../../../src/worker.ts";
import { ask, fetchNoting } from "../../ask.ts";
import { loadDataset } from "../../load-dataset.ts";
import { run } from "../../revise.ts";
import { fakeDatabase } from "../../fake-database.ts";

interface Result {
  id: string;
  name: string;
  score: number;
  match: boolean;
  type: { id: string; name: string }[];
}

const BASE = "http://localhost/reconcile";

const get = (path: string, init: RequestInit = {}) => fetchNoting(new Request(`${BASE}${path}`, init));

/** As OpenRefine sends a batch. */
const post = (queries: unknown) =>
  get("", { method: "POST", body: new URLSearchParams({ queries: JSON.stringify(queries) }) });

async function batch(queries: Record<string, object>) {
  const { response, statements } = await post(queries);
  expect(response.status).toBe(200);
  return { answers: await response.json<Record<string, { result: Result[] }>>(), statements };
}

async function refusal(path: string, init?: RequestInit) {
  const { response, statements } = await get(path, init);
  expect(statements).toEqual([]);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  const { message } = await response.json<{ message: string }>();
  return { status: response.status, message };
}

beforeAll(loadDataset);

describe("an OpenRefine session", () => {
  it("reads the manifest, matches a column, asks for suggestions and previews a match", async () => {
    const { response } = await get("");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const manifest = await response.json<{
      versions: string[];
      identifierSpace: string;
      schemaSpace: string;
      defaultTypes: { id: string }[];
      batchSize: number;
      preview: { url: string };
      view: { url: string };
      suggest: { entity: { service_url: string; service_path: string } };
    }>();
    expect(manifest).toMatchObject({ versions: ["0.2"], name: "Entente", batchSize: 20 });
    expect(manifest.defaultTypes.map(({ id }) => id)).toEqual(["State", "Person", "Organization", "Alliance"]);
    for (const space of [manifest.identifierSpace, manifest.schemaSpace]) expect(URL.canParse(space)).toBe(true);

    const { answers, statements } = await batch({
      q0: { query: "Japan", type: "State", type_strict: "should", limit: 3 },
      q1: { query: "PM Kishida", type: "Person" },
      q2: { query: "Atlantis" },
      q3: { query: "turkiye", properties: [{ pid: "iso", v: "TR" }] },
    });
    expect(Object.keys(answers)).toEqual(["q0", "q1", "q2", "q3"]);
    expect(statements).toHaveLength(4);
    const japan = answers["q0"]?.result[0];
    expect(japan).toMatchObject({ name: "Japan", score: 100, match: true, type: [{ id: "State", name: "State" }] });
    expect(answers["q1"]?.result[0]).toMatchObject({ name: "Fumio Kishida", score: 95, match: false });
    expect(answers["q2"]?.result).toEqual([]);
    expect(answers["q3"]?.result[0]).toMatchObject({ name: "Türkiye", match: true });
    const { data } = await ask(`query ($id: ID!) { node(id: $id) { ... on State { slug } } }`, { id: japan?.id });
    expect(data).toEqual({ node: { slug: "japan" } });

    const { service_url, service_path } = manifest.suggest.entity;
    const suggested = await fetchNoting(new Request(`${service_url}${service_path}?prefix=Fumio%20Ki`));
    expect(await suggested.response.json()).toMatchObject({
      result: [{ name: "Fumio Kishida", notable: [{ id: "Person" }] }],
    });
    expect(suggested.statements).toHaveLength(2);

    for (const { url } of [manifest.preview, manifest.view]) {
      const preview = await fetchNoting(new Request(url.replace("{{id}}", japan?.id ?? "")));
      expect(preview.response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(await preview.response.text()).toContain("<h1>Japan</h1>");
    }
  });

  it("may send a batch in the address too", async () => {
    const { response } = await get(`?queries=${encodeURIComponent('{"a":{"query":"中国"}}')}`);
    expect(await response.json()).toMatchObject({ a: { result: [{ name: "China", match: true }] } });
  });
});

describe("a match", () => {
  it("is left to a person where two bear the name, and is sure once the type tells them apart", async () => {
    const { answers } = await batch({ both: { query: "NATO" }, one: { query: "NATO", type: ["Alliance"] } });
    expect(answers["both"]?.result.filter(({ score }) => score === 100)).toHaveLength(2);
    expect(answers["both"]?.result.some(({ match }) => match)).toBe(false);
    expect(answers["one"]?.result[0]).toMatchObject({ match: true, type: [{ id: "Alliance" }] });
  });

  it("is of a type asked for, of none where the type is unknown", async () => {
    const { answers } = await batch({
      unknown: { query: "Japan", type: "City" },
      object: { query: "Japan", type: [{ id: "State" }] },
      nameless: { query: "Japan", type: [{ id: 5 }, 7] },
      empty: { query: "Japan", type: "" },
      all: { query: "Japan", type: [] },
    });
    expect(answers["unknown"]?.result).toEqual([]);
    expect(answers["object"]?.result).toHaveLength(1);
    expect(answers["nameless"]?.result).toEqual([]);
    expect(answers["empty"]?.result[0]?.name).toBe("Japan");
    expect(answers["all"]?.result[0]?.name).toBe("Japan");
  });

  it("is not there for a cell that is too long or has no word, and its batch goes on", async () => {
    const { answers, statements } = await batch({
      long: { query: "x".repeat(201) },
      none: { query: '"*\0' },
      __proto__x: { query: "Japan", limit: -1 },
    });
    expect(answers["long"]?.result).toEqual([]);
    expect(answers["none"]?.result).toEqual([]);
    expect(answers["__proto__x"]?.result[0]?.name).toBe("Japan");
    expect(statements).toHaveLength(1);
  });
});

describe("what is no reconciliation request", () => {
  const form = (body: string, type = "application/x-www-form-urlencoded") => ({
    method: "POST",
    body,
    headers: { "content-type": type },
  });

  it.each(["{", "[]", "null", '"q"', '{"q0":{}}', '{"q0":null}', '{"q0":{"query":5}}', "[".repeat(20_000)])(
    "is refused with what would be right: %.30j",
    async (queries) => {
      const { status, message } = await refusal("", form(`queries=${queries}`));
      expect(status).toBe(400);
      expect(message).toMatch(/give a JSON object of queries|give the name to be matched/);
    },
  );

  it("is refused where the batch, its body or the prefix is too large", async () => {
    const queries = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`q${at}`, { query: "Japan" }]));
    expect(await refusal("", form(`queries=${JSON.stringify(queries)}`))).toEqual({
      status: 400,
      message: "The batch has 21 queries: send at most 20 at once",
    });
    expect(await refusal("", form(`queries=${"x".repeat(70_000)}`))).toMatchObject({ status: 413 });
    expect(await refusal(`/suggest/entity?prefix=${"x".repeat(201)}`)).toMatchObject({ status: 400 });
  });

  it("is refused where the media type, the method or the parameter is wrong", async () => {
    expect(await refusal("", form("{}", "application/json"))).toMatchObject({ status: 415 });
    expect(await refusal("", { method: "PUT" })).toMatchObject({ status: 405 });
    expect(await refusal("", form("extend=1"))).toMatchObject({ status: 400 });
  });

  it("is the manifest, as plain JSON, for a JSONP callback", async () => {
    const { response } = await get("?callback=alert");
    expect(response.headers.get("content-type")).toContain("application/json");
    expect(await response.json()).toMatchObject({ name: "Entente" });
  });
});

describe("reconciliation over HTTP", () => {
  it("answers a preflight and a HEAD", async () => {
    const { response } = await get("", { method: "OPTIONS" });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-methods")).toContain("POST");
    const head = await get("", { method: "HEAD" });
    expect(head.response.status).toBe(200);
    expect(await head.response.text()).toBe("");
  });

  it("previews text as text, and nothing for an id of nothing", async () => {
    await run(
      "INSERT INTO actors (id, slug, type, name, description) VALUES (7001, 'x', 'STATE', '<script>alert(1)</script>', '\"&''')",
    );
    const id = btoa("1:State:7001").replaceAll("=", "");
    const { response, statements } = await get(`/preview?id=${id}`);
    const page = await response.text();
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).toContain("&quot;&amp;&#39;");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(statements).toHaveLength(1);
    for (const other of ["", "x", "<b>", btoa("1:Person:7001"), btoa("1:Article:1"), btoa("1:State:999999")]) {
      const missing = await get(`/preview?id=${encodeURIComponent(other.replaceAll("=", ""))}`);
      expect(missing.response.status).toBe(404);
      expect(await missing.response.text()).not.toContain("<b>");
    }
  });

  it("suggests nothing for a prefix without a word", async () => {
    for (const search of ["?prefix=%22)", "?prefix=", ""]) {
      const { response } = await get(`/suggest/entity${search}`);
      expect(await response.json()).toEqual({ result: [] });
    }
    expect((await get("/preview")).response.status).toBe(404);
  });

  it("answers a fault of the database with an id and without its cause", async () => {
    const broken = fakeDatabase({
      prepare: () => {
        throw new Error("D1_ERROR: secret.internal");
      },
    });
    const request = new Request(`${BASE}?queries={"a":{"query":"Japan"}}`);
    const response = await worker.fetch(request as never, { ...env, DB: broken });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/D1_|secret/);
  });
});
