import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { ask, fetchNoting } from "../../ask.ts";
import { loadDataset } from "../../load-dataset.ts";
import worker from "../../../src/worker.ts";
import { fakeDatabase } from "../../fake-database.ts";

beforeAll(loadDataset);

const graphql = (search: string, init: RequestInit = {}) =>
  fetchNoting(new Request(`http://localhost/graphql?${search}`, init));

describe("GET /graphql", () => {
  it("answers a query with its variables", async () => {
    const { response } = await graphql(
      new URLSearchParams({
        query: "query ($slug: String) { actor(slug: $slug) { name } }",
        variables: '{"slug":"japan"}',
      }).toString(),
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: { actor: { name: "Japan" } } });
  });

  it("takes a question mark in the query as it is", async () => {
    const { response } = await graphql("query={actor(name:%22Who?%22){name}}");
    expect(await response.json()).toMatchObject({ data: { actor: null } });
  });

  it.each(["mutation { x }", "mutation { __typename }", "query Q { __typename } mutation M { __typename }"])(
    "refuses a mutation: %s",
    async (query) => {
      const search = new URLSearchParams({ query, ...(query.startsWith("query") ? { operationName: "M" } : {}) });
      const { response, statements } = await graphql(search.toString());
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("POST");
      expect(await codesOf(response)).toEqual(["BAD_REQUEST"]);
      expect(statements).toEqual([]);
    },
  );
});

const JSON_TYPE = "application/json";
const RESPONSE_TYPE = "application/graphql-response+json";

const send = async (body: unknown, headers: Record<string, string> = {}) => {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return graphql("", { method: "POST", headers: { "content-type": JSON_TYPE, ...headers }, body: text });
};

async function codesOf(response: Response): Promise<unknown[] | undefined> {
  const { errors } = await response.json<{ errors?: { extensions: { code: unknown } }[] }>();
  return errors?.map(({ extensions }) => extensions.code);
}

describe("POST /graphql", () => {
  const slug = "query ($slug: String!) { actor(slug: $slug) { name } }";

  it.each([
    ["that does not parse", { query: "{" }, "GRAPHQL_PARSE_FAILED"],
    ["that is not valid", { query: "{ nobody }" }, "GRAPHQL_VALIDATION_FAILED"],
    ["with a variable missing", { query: slug }, "BAD_USER_INPUT"],
    ["of an operation that is not there", { query: "query A { __typename }", operationName: "B" }, "BAD_USER_INPUT"],
  ])("answers a request %s by the media type: 200 or 400", async (_, body, code) => {
    for (const [accept, status] of [
      [JSON_TYPE, 200],
      ["*/*", 200],
      [RESPONSE_TYPE, 400],
      [`${RESPONSE_TYPE}, ${JSON_TYPE}`, 400],
    ] as const) {
      const { response } = await send(body, { accept });
      expect(response.status).toBe(status);
      expect(response.headers.get("content-type")).toContain(status === 200 ? JSON_TYPE : RESPONSE_TYPE);
      expect(await codesOf(response)).toEqual([code]);
    }
  });

  it("answers an error of a field with 200 in either media type", async () => {
    for (const accept of [JSON_TYPE, RESPONSE_TYPE]) {
      const { response } = await send({ query: "{ statements(first: 0) { nodes { id } } }" }, { accept });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toContain(accept);
      expect(await response.json()).toMatchObject({ data: null, errors: [{ path: ["statements"] }] });
    }
  });

  it.each([
    ["a batch of nothing", []],
    ["no JSON", "{"],
    ["no query", {}],
    ["variables in a list", { query: "{ __typename }", variables: [] }],
  ])("refuses %s with 400", async (_, body) => {
    const { response, statements } = await send(body);
    expect(response.status).toBe(400);
    expect(await codesOf(response)).toEqual(["BAD_REQUEST"]);
    expect(statements).toEqual([]);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16"])(
    "refuses a body of %s with 415",
    async (type) => {
      const { response } = await send({ query: "{ __typename }" }, { "content-type": type });
      expect(response.status).toBe(415);
      expect(await codesOf(response)).toEqual(["BAD_REQUEST"]);
    },
  );

  it("answers 406 where no media type that it has is asked for", async () => {
    const { response } = await send({ query: "{ __typename }" }, { accept: "text/html" });
    expect(response.status).toBe(406);
    expect(await codesOf(response)).toEqual(["BAD_REQUEST"]);
  });
});

describe("GET /health", () => {
  it("tells the data's revision while D1 answers", async () => {
    const { response } = await fetchNoting(new Request("http://localhost/health"));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: "ok",
      database: "reachable",
      revision: 1,
      lineage: expect.stringMatching(/^[\da-f]{24}$/),
    });
  });

  it("answers 503 while D1 does not", async () => {
    const response = await worker.fetch(new Request("http://localhost/health") as never, { ...env, DB: broken });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      status: "unavailable",
      database: "unreachable",
      revision: null,
      lineage: null,
    });
  });
});

const broken = fakeDatabase({
  prepare: () => {
    throw new Error("D1_ERROR: no such host secret.internal");
  },
});

describe("an error that we did not raise", () => {
  it("is answered with an id and without its cause", async () => {
    const request = new Request("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: `{ actor(slug: "japan") { name } }` }),
    });
    const response = await worker.fetch(request as never, { ...env, DB: broken });
    const text = await response.text();
    expect(text).not.toMatch(/D1_|secret|stack|select/i);
    const { errors } = JSON.parse(text) as { errors: { message: string; extensions: Record<string, string> }[] };
    expect(errors[0]?.extensions["code"]).toBe("INTERNAL_SERVER_ERROR");
    expect(errors[0]?.message).toContain(errors[0]?.extensions["requestId"]);
  });
});

describe("the log of an error", () => {
  it("has its cause and nothing that the user sent", async () => {
    const lines = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const failing = fakeDatabase({
      prepare: (text: string) => env.DB.prepare(text.replace("actors", "no_such_table")),
    });
    await worker.fetch(
      new Request(
        `http://localhost/graphql?${new URLSearchParams({ query: `{ actor(slug: "my-secret") { name } }` }).toString()}`,
      ) as never,
      { ...env, DB: failing },
    );
    const [line] = lines.mock.calls.map(([text]) => String(text));
    lines.mockRestore();
    expect(line).toContain("no_such_table");
    expect(line).not.toContain("my-secret");
  });
});

describe("/graphql/", () => {
  it("is /graphql, by GET and by POST", async () => {
    const query = "{ __typename }";
    const headers = { "content-type": JSON_TYPE };
    for (const request of [
      new Request(`http://localhost/graphql/?query=${encodeURIComponent(query)}`),
      new Request("http://localhost/graphql/", { method: "POST", headers, body: JSON.stringify({ query }) }),
    ]) {
      expect(await (await fetchNoting(request)).response.json()).toMatchObject({ data: { __typename: "Query" } });
    }
  });
});

describe("an answer of some length", () => {
  const query = "{ __schema { types { name description } } }";
  const types = [JSON_TYPE, RESPONSE_TYPE];

  it.each(types)(
    "is coded as the client takes it, under %s, and each coding has an ETag of its own",
    async (accept) => {
      const etags = new Set<string>();
      for (const [encoding, coding] of [
        ["", null],
        ["gzip", "gzip"],
        ["br;q=0.9", "br"],
      ] as const) {
        const search = new URLSearchParams({ query }).toString();
        const asked = { accept, "accept-encoding": encoding };
        const { headers } = (await graphql(search, { headers: asked })).response;
        expect(headers.get("content-encoding")).toBe(coding);
        expect(headers.get("vary")).toContain("Accept-Encoding");
        const etag = headers.get("etag")!;
        etags.add(etag);
        const head = (await graphql(search, { method: "HEAD", headers: asked })).response;
        expect(head.headers.get("content-encoding")).toBe(coding);
        const again = (await graphql(search, { headers: { ...asked, "if-none-match": etag } })).response;
        expect(again.status).toBe(304);
        expect(again.headers.get("etag")).toBe(etag);
        expect(again.headers.has("content-encoding")).toBe(false);
      }
      expect(etags.size).toBe(3);
    },
  );

  it("is coded by POST and in a batch, and events never are", async () => {
    const asked = { "accept-encoding": "gzip" };
    for (const body of [{ query }, [{ query }]]) {
      expect((await send(body, asked)).response.headers.get("content-encoding")).toBe("gzip");
    }
    const { response } = await send({ query }, { ...asked, accept: "text/event-stream" });
    expect(response.headers.has("content-encoding")).toBe(false);
    await response.body?.cancel();
  });
});

describe("a path that is nowhere", () => {
  it("answers 404 and says where the API is", async () => {
    const { response } = await fetchNoting(new Request("http://localhost/api"));
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("/graphql");
  });
});

describe("the data set", () => {
  it("tells its revision, counts and licence", async () => {
    const { data, statements } = await ask(
      `{ dataset { revision revisedAt licence counts { actors alliances articles statements memberships events citations } } }`,
    );
    expect(data).toMatchObject({
      dataset: { revision: 1, licence: "CC-BY-4.0", revisedAt: "2026-11-24T00:00:00.000Z" },
    });
    expect(statements).toHaveLength(1);
  });

  it("tells the name and the licence of the instance, to OpenRefine too", async () => {
    const query = "{ dataset { name licence } }";
    expect((await ask(query)).data).toEqual({ dataset: { name: "Entente", licence: "CC-BY-4.0" } });
    const own = { DATASET_NAME: "Three Meres", DATASET_LICENCE: "LicenseRef-Desk" };
    const told = await fetchNoting(new Request(`http://localhost/graphql?query=${encodeURIComponent(query)}`), own);
    expect(await told.response.json()).toMatchObject({
      data: { dataset: { name: "Three Meres", licence: "LicenseRef-Desk" } },
    });
    const { response } = await fetchNoting(new Request("http://localhost:8787/reconcile"), own);
    expect(await response.json()).toMatchObject({ name: "Three Meres" });
  });
});
