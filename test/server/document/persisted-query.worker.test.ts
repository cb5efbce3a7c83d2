import { env } from "cloudflare:workers";
import { buildSchema } from "graphql";
import { afterEach, describe, expect, it, vi } from "vitest";
import { cacheApi, PATIENCE_MS, type SharedCache } from "../../../src/server/cache/shared-cache.ts";
import { requestState } from "../request-state.ts";
import { serviceOf } from "../service.ts";
import { sha256 } from "../../../src/server/http/sha256.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const schema = buildSchema("type Query { a: Int, b: Int } type Mutation { a: Int }");
const NOT_FOUND = { message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } };
const ANSWER = { data: { a: null }, extensions: expect.anything() as unknown };
const NOBODY = new Error("cache is down");

/** An isolate of the service, with a memory of its own; it waits for all that was left to be done behind the answer. */
function isolate(cache: SharedCache = cacheApi(caches.default, "https://entente.example")) {
  const answer = serviceOf({ schema, settings: { CACHE_ANSWERS: false } });
  return async (body: object, method: "GET" | "POST" = "POST") => {
    const behind: Promise<unknown>[] = [];
    const search = new URLSearchParams(
      Object.entries(body).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
    );
    const request =
      method === "GET"
        ? new Request(`https://entente.example/graphql?${search.toString()}`)
        : new Request("https://entente.example/graphql", {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify(body),
          });
    const waitUntil = (work: Promise<unknown>) => behind.push(work);
    const response = await answer(request, requestState({ cache, waitUntil, assets: env.ASSETS }));
    await Promise.all(behind);
    return { status: response.status, cached: response.headers.get("cache-control"), body: await response.json() };
  };
}

const failing = () => Promise.reject(NOBODY);
const api = (match: () => Promise<Response | undefined>, put: () => Promise<void> = async () => undefined) =>
  cacheApi({ match, put }, "https://entente.example");

/** No two tests share a document: the cache outlives them. */
let count = 0;
const document = () => `query Q${(count += 1)} { a }`;

async function named(text: string) {
  return { extensions: { persistedQuery: { version: 1, sha256Hash: await sha256(text) } } };
}

describe("an automatic persisted query", () => {
  it.each(["GET", "POST"] as const)(
    "is not found by %s until it is registered, and is from then on",
    async (method) => {
      const send = isolate();
      const query = document();
      const id = await named(query);
      expect(await send(id, method)).toEqual({ status: 200, cached: "no-store", body: { errors: [NOT_FOUND] } });
      expect((await send({ ...id, query }, method)).body).toEqual(ANSWER);
      expect((await send(id, "GET")).body).toEqual(ANSWER);
      expect((await send(id, "POST")).body).toEqual(ANSWER);
    },
  );

  it.each([
    ["does not parse", "{ a"],
    ["is not valid", "{ c }"],
    ["is not valid for its arguments", "{ a(first: 1) }"],
  ])("that %s is not registered", async (_, query) => {
    const send = isolate();
    const id = await named(query);
    expect((await send({ ...id, query })).body).toMatchObject({ errors: [{}] });
    expect((await send(id)).body).toEqual({ errors: [NOT_FOUND] });
    expect((await isolate()(id)).body).toEqual({ errors: [NOT_FOUND] });
  });

  it("is not registered under the SHA-256 of another", async () => {
    const send = isolate();
    const [query, other] = [document(), document()];
    expect((await send({ ...(await named(other)), query })).body).toEqual({
      errors: [
        {
          message: "extensions.persistedQuery.sha256Hash is to be the SHA-256 of query, or query is to be left out",
          extensions: { code: "BAD_USER_INPUT" },
        },
      ],
    });
    expect((await send(await named(other))).body).toEqual({ errors: [NOT_FOUND] });
    expect((await send(await named(query))).body).toEqual({ errors: [NOT_FOUND] });
  });

  it("that is a mutation is run by POST, and by GET refused with 405", async () => {
    const send = isolate();
    const query = document().replace("query", "mutation");
    const id = await named(query);
    expect((await send({ ...id, query }, "GET")).status).toBe(405);
    expect((await send(id)).body).toEqual({ errors: [NOT_FOUND] });
    expect((await send({ ...id, query })).body).toEqual(ANSWER);
    expect((await send(id)).body).toEqual(ANSWER);
    expect((await send(id, "GET")).status).toBe(405);
  });

  it("is found by other isolates of the data centre", async () => {
    const query = document();
    const id = await named(query);
    await isolate()({ ...id, query });
    const other = isolate();
    expect((await other(id)).body).toEqual(ANSWER);
    const match = vi.spyOn(caches.default, "match");
    expect((await other(id)).body).toEqual(ANSWER);
    expect(match).not.toHaveBeenCalled();
  });

  it("is found as it was registered, also where there are others", async () => {
    const send = isolate();
    const queries = [document(), document().replace("{ a }", "{ b }")];
    for (const query of queries) await send({ ...(await named(query)), query });
    const other = isolate();
    expect((await other(await named(queries[0]!))).body).toEqual(ANSWER);
    expect((await other(await named(queries[1]!))).body).toMatchObject({ data: { b: null } });
  });

  it("is kept in the cache for thirty days", async () => {
    const put = vi.fn<(address: string, response: Response) => Promise<void>>();
    const cache = cacheApi({ match: async () => undefined, put }, "https://entente.example");
    const query = document();
    await isolate(cache)({ ...(await named(query)), query });
    const [address, response] = put.mock.calls[0]!;
    expect(address).toBe(`https://entente.example/graphql/document-${await sha256(query)}`);
    expect(response.headers.get("cache-control")).toBe("public, max-age=2592000");
  });

  it("is written to the cache once by an isolate", async () => {
    const put = vi.fn<() => Promise<void>>();
    const send = isolate(api(async () => undefined, put));
    const query = document();
    await send({ ...(await named(query)), query });
    await send({ ...(await named(query)), query });
    expect(put).toHaveBeenCalledTimes(1);
  });

  it("that was asked longest ago is forgotten by the isolate when it knows two hundred", async () => {
    const send = isolate(api(failing, failing));
    const documents = Array.from({ length: 201 }, document);
    for (const query of documents) {
      await send({ ...(await named(query)), query });
    }
    expect((await send(await named(documents[0]!))).body).toEqual({ errors: [NOT_FOUND] });
    expect((await send(await named(documents[1]!))).body).toEqual(ANSWER);
  });
});

describe("the cache of the data centre", () => {
  const never = () => new Promise<never>(() => undefined);
  const hangingBody = () => new Response(new ReadableStream({ pull: never }));

  it.each<[string, SharedCache]>([
    ["throws", api(failing, failing)],
    [
      "throws before it promises anything",
      api(
        () => {
          throw NOBODY;
        },
        () => {
          throw NOBODY;
        },
      ),
    ],
    ["gives another text", api(async () => new Response("{ b }"))],
    ["gives no text", api(async () => new Response(new Uint8Array([0xff, 0xfe, 0])))],
    ["gives nothing", api(async () => undefined)],
  ])("harms no request where it %s", async (_, cache) => {
    const send = isolate(cache);
    const query = document();
    const id = await named(query);
    expect((await send(id)).body).toEqual({ errors: [NOT_FOUND] });
    expect((await send({ ...id, query })).body).toEqual(ANSWER);
    expect((await send(id)).body).toEqual(ANSWER);
  });

  it.each<[string, SharedCache]>([
    ["for an entry", api(never)],
    ["for the text of an entry", api(async () => hangingBody())],
  ])("keeps no request waiting %s", async (_, cache) => {
    const body = await named(document());
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const answered = vi.fn<() => void>();
    const answer = isolate(cache)(body).finally(answered);
    while (vi.getTimerCount() === 0) await scheduler.wait(1);
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1);
    expect(answered).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect((await answer).body).toEqual({ errors: [NOT_FOUND] });
  });

  it("is never told of what was not found", async () => {
    const put = vi.fn<() => Promise<void>>();
    await isolate(api(async () => undefined, put))(await named(document()));
    expect(put).not.toHaveBeenCalled();
  });
});
