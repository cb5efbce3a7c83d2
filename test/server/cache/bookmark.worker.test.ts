import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { bookmarkOf } from "../../../src/server/cache/bookmark.ts";
import worker from "../../../src/worker.ts";
import { type Key, makeKey, trusting } from "../auth/issuer.ts";

const SEEN = "0000000a-0000000b-00004c3d-0123456789abcdef0123456789abcdef";
const NEWER = "0000000f-00000001-00004c3d-0123456789abcdef0123456789abcdef";

let key: Key;
beforeAll(async () => {
  key = await makeKey("k1");
});

/** Asks over a D1 that notes where its sessions begin, and has seen as far as NEWER. */
async function ask(headers: Record<string, string>) {
  const begun: string[] = [];
  const withSession = (from: string) => {
    begun.push(from);
    return { prepare: (text: string) => env.DB.prepare(text), getBookmark: () => NEWER };
  };
  const request = new Request("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query: "{ __typename }" }),
  });
  const DB = { withSession } as unknown as D1Database;
  const response = await worker.fetch(request as never, { ...env, ...trusting(key), DB });
  expect(response.status).toBe(200);
  return { begun, told: response.headers.get("entente-bookmark") };
}

describe("the bookmark of a request", () => {
  it("is passed on as it is", () => {
    expect(bookmarkOf(new Headers({ "Entente-Bookmark": SEEN }))).toBe(SEEN);
  });

  it("may be missing", () => {
    expect(bookmarkOf(new Headers())).toBeNull();
  });

  it.each(["", "first-primary", "first-unconstrained", SEEN.toUpperCase(), SEEN.slice(1), `${SEEN}0`, `x ${SEEN}`])(
    "is none where D1 would not write it so: %j",
    (text) => {
      expect(bookmarkOf(new Headers({ "Entente-Bookmark": text }))).toBeNull();
    },
  );
});

describe("a request with a token", () => {
  it("reads nothing older than its bookmark, and is told how far it has seen", async () => {
    const authorization = `Bearer ${await key.sign()}`;
    const { begun, told } = await ask({ authorization, "entente-bookmark": SEEN });
    expect(begun[1]).toBe(SEEN);
    expect(told).toBe(NEWER);
  });

  it.each<[string, Record<string, string>]>([
    ["that brings no bookmark", {}],
    ["whose bookmark is none", { "entente-bookmark": "zzz" }],
  ])("%s reads nothing older than all that was written", async (_, headers) => {
    const { begun } = await ask({ authorization: `Bearer ${await key.sign()}`, ...headers });
    expect(begun[1]).toBe("first-primary");
  });
});

describe("a request without a token", () => {
  it("neither brings a bookmark nor is told one", async () => {
    const { begun, told } = await ask({ "entente-bookmark": SEEN });
    expect(begun).not.toContain(SEEN);
    expect(told).toBeNull();
  });
});
