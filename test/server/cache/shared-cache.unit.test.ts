import { beforeEach, describe, expect, it } from "vitest";
import { cacheApi, type SharedCache } from "../../../src/server/cache/shared-cache.ts";

const ORIGIN = "https://entente.example";
const entry = { body: '{"data":{}}', policy: "public, no-cache" };

let kept: Map<string, Response>;
let cache: SharedCache;

beforeEach(() => {
  kept = new Map();
  const match = async (address: unknown) => kept.get(String(address))?.clone();
  const put = async (address: unknown, response: Response) => void kept.set(String(address), response);
  cache = cacheApi({ match, put }, ORIGIN);
});

/** What is kept under the key, made another one. */
async function tamper(key: string, change: (body: string, headers: Headers) => string): Promise<void> {
  const address = `${ORIGIN}/graphql/${key}`;
  const response = kept.get(address)!;
  const headers = new Headers(response.headers);
  kept.set(address, new Response(change(await response.text(), headers), { headers }));
}

describe("what isolates share", () => {
  it("is found under its key, and under no other", async () => {
    await cache.put("one", entry, 30);
    await cache.put("two", { body: "query Q { a }", policy: "" }, 30);
    expect(await cache.match("one")).toEqual(entry);
    expect(await cache.match("two")).toEqual({ body: "query Q { a }", policy: "" });
    expect(await cache.match("three")).toBeNull();
  });

  it("lasts for so many seconds, under an address of the service", async () => {
    await cache.put("one", entry, 30);
    expect([...kept.keys()]).toEqual([`${ORIGIN}/graphql/one`]);
    expect(kept.get(`${ORIGIN}/graphql/one`)!.headers.get("cache-control")).toBe("public, max-age=30");
  });

  it.each<[string, (body: string, headers: Headers) => string]>([
    ["body", () => '{"data":null}'],
    ["policy", (body, headers) => (headers.set("entente-policy", "public, max-age=9"), body)],
    ["digest", (body, headers) => (headers.set("entente-digest", "x"), body)],
    ["lack of a policy", (body, headers) => (headers.delete("entente-policy"), body)],
    ["lack of a digest", (body, headers) => (headers.delete("entente-digest"), body)],
  ])("is none with another %s than it was given", async (_, change) => {
    await cache.put("one", entry, 30);
    await tamper("one", change);
    expect(await cache.match("one")).toBeNull();
  });

  it("is none that was put under another key", async () => {
    await cache.put("one", entry, 30);
    kept.set(`${ORIGIN}/graphql/two`, kept.get(`${ORIGIN}/graphql/one`)!);
    expect(await cache.match("two")).toBeNull();
  });
});
