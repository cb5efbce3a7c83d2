import { beforeAll, describe, expect, it, vi } from "vitest";
import { fetchNoting } from "../../ask.ts";
import { loadDataset } from "../../load-dataset.ts";
import { claimAttacks } from "./claim-attacks.ts";
import { goodTokens } from "./good-tokens.ts";
import { headerAttacks } from "./header-attacks.ts";
import { type Keys, makeKey, trusting } from "./issuer.ts";
import { shapeAttacks } from "./shape-attacks.ts";
import { stillClock } from "./still-clock.ts";

const QUERY = new URLSearchParams({ query: `{ actor(slug: "japan") { name } }` }).toString();

stillClock();

let keys: Keys;

beforeAll(async () => {
  await loadDataset();
  const [key, rsa, stranger] = await Promise.all([makeKey("k1"), makeKey("k2", "RS256"), makeKey("k1")]);
  keys = { key, rsa, stranger };
});

async function send(headers: HeadersInit, search = QUERY) {
  const fetched = vi.spyOn(globalThis, "fetch");
  const logged = vi.spyOn(console, "log").mockImplementation(() => undefined);
  try {
    const request = new Request(`http://localhost/graphql?${search}`, { headers });
    const { response, statements } = await fetchNoting(request, trusting(keys.key, keys.rsa));
    const lines = logged.mock.calls.map(String);
    return { response, text: await response.text(), statements, lines, fetches: fetched.mock.calls.length };
  } finally {
    fetched.mockRestore();
    logged.mockRestore();
  }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** What is to be known of an answer that refuses. */
async function refusalOf(headers: HeadersInit) {
  const { response, text, statements, lines, fetches } = await send(headers);
  return {
    status: response.status,
    challenge: response.headers.get("www-authenticate"),
    cacheControl: response.headers.get("cache-control"),
    body: JSON.parse(text) as unknown,
    statements,
    lines,
    fetches,
  };
}

const REFUSED = {
  status: 401,
  challenge: expect.stringMatching(/^Bearer error="invalid_token", error_description="[^"\\]+"$/) as string,
  cacheControl: "no-store",
  body: { errors: [{ message: expect.any(String) as string, extensions: { code: "UNAUTHENTICATED" } }] },
  statements: [],
  lines: [],
  fetches: 0,
};

const headerValues: Record<string, (token: string) => HeadersInit> = {
  "two tokens": (token) => ({ authorization: `Bearer ${token} ${token}` }),
  "the header twice": (token) => [
    ["authorization", `Bearer ${token}`],
    ["authorization", `Bearer ${token}`],
  ],
  "a good token and a forged one": (token) => ({ authorization: `Bearer ${token}, Bearer a.b.c` }),
  "Bearer twice": (token) => ({ authorization: `Bearer Bearer ${token}` }),
  "the bare token": (token) => ({ authorization: token }),
  "Bearer and nothing": () => ({ authorization: "Bearer" }),
  "nothing at all": () => ({ authorization: "" }),
  Basic: () => ({ authorization: "Basic YWRhOnNlY3JldA==" }),
  DPoP: (token) => ({ authorization: `DPoP ${token}` }),
  "quotes around the token": (token) => ({ authorization: `Bearer "${token}"` }),
};

describe("a token is refused, and never taken for no token, with", () => {
  it.each(Object.entries({ ...headerAttacks, ...claimAttacks, ...shapeAttacks }))("%s", async (_, make) => {
    expect(await refusalOf(bearer(await make(keys)))).toEqual(REFUSED);
  });
});

describe("a header Authorization is refused with", () => {
  it.each(Object.entries(headerValues))("%s", async (_, headersOf) => {
    expect(await refusalOf(headersOf(await keys.key.sign()))).toEqual(REFUSED);
  });
});

describe("a token is accepted with", () => {
  it.each(Object.entries(goodTokens))("%s", async (_, make) => {
    const { response, text, fetches } = await send(bearer(await make(keys)));
    expect(JSON.parse(text)).toMatchObject({ data: { actor: { name: "Japan" } } });
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(fetches).toBe(0);
  });

  it.each(["bearer", "BEARER"])("the scheme written %s", async (scheme) => {
    const { response } = await send({ authorization: `${scheme} ${await keys.key.sign()}` });
    expect(response.status).toBe(200);
  });

  it.each(["PS256", "EdDSA"])("%s", async (alg) => {
    const other = await makeKey("k3", alg);
    const request = new Request(`http://localhost/graphql?${QUERY}`, { headers: bearer(await other.sign()) });
    expect((await fetchNoting(request, trusting(other))).response.status).toBe(200);
  });
});

describe("a request without a token", () => {
  it("is answered as ever, and its answer may be stored", async () => {
    const { response, text } = await send({});
    expect(JSON.parse(text)).toMatchObject({ data: { actor: { name: "Japan" } } });
    expect(response.headers.get("cache-control")).toBe("public, no-cache");
  });

  it("is refused with a token in its address, which is not repeated", async () => {
    const token = await keys.key.sign();
    const { response, text } = await send({}, `${QUERY}&access_token=${token}`);
    expect(response.status).toBe(400);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(text).not.toContain(token);
  });
});
