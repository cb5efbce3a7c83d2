import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { ask, fetchNoting } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import worker from "../../src/worker.ts";

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
    expect(await response.json()).toEqual({ data: { actor: { name: "Japan" } } });
  });

  it("refuses a mutation", async () => {
    const { response, statements } = await graphql(new URLSearchParams({ query: "mutation { x }" }).toString());
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(statements).toEqual([]);
  });
});

describe("GET /health", () => {
  it("tells the data's revision while D1 answers", async () => {
    const { response } = await fetchNoting(new Request("http://localhost/health"));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok", database: "reachable", revision: 1 });
  });

  it("answers 503 while D1 does not", async () => {
    const response = await worker.fetch(new Request("http://localhost/health") as never, { ...env, DB: broken });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: "unavailable", database: "unreachable", revision: null });
  });
});

const broken = {
  prepare: () => {
    throw new Error("D1_ERROR: no such host secret.internal");
  },
} as unknown as D1Database;

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
    const failing = {
      prepare: (text: string) => env.DB.prepare(text.replace("actors", "no_such_table")),
    } as unknown as D1Database;
    await worker.fetch(
      new Request(
        `http://localhost/graphql?${new URLSearchParams({ query: `{ actor(slug: "my-secret") { name } }` })}`,
      ) as never,
      { ...env, DB: failing },
    );
    const [line] = lines.mock.calls.map(([text]) => String(text));
    lines.mockRestore();
    expect(line).toContain("no_such_table");
    expect(line).not.toContain("my-secret");
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
});
