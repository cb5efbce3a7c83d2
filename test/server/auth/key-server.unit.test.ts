import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Identity } from "../../../src/domain/identity.ts";
import { COOLDOWN_MS, FRESH_MS, PATIENCE_MS, STALE_MS } from "../../../src/server/auth/key-server.ts";
import { AUDIENCE, ISSUER, type Key, keySet, makeKey } from "./issuer.ts";
import { stillClock } from "./still-clock.ts";
import { identifying } from "./identifying.ts";

stillClock();

const HOUR_S = 3600;
const settings = {
  AUTH_ISSUER: ISSUER,
  AUTH_AUDIENCE: AUDIENCE,
  AUTH_JWKS_URL: "https://login.example.org/jwks",
};

let first: Key;
let second: Key;
let now: number;
let fetches: number;
let serve: (init: RequestInit) => Promise<Response> | Response;
let lines: object[];
let behind: Promise<unknown>[];
let identified: ReturnType<typeof identifying>;

beforeAll(async () => {
  [first, second] = await Promise.all([makeKey("first"), makeKey("second")]);
});

beforeEach(() => {
  [now, fetches, lines, behind] = [Date.now(), 0, [], []];
  serve = () => new Response(keySet(first));
  identified = identifying(
    (line) => lines.push(line),
    async (_, init) => {
      fetches++;
      return serve(init);
    },
  );
});

/** Sends a token at the time that `now` is; who is then asked for, or the answer where it is refused. */
async function send(token: string): Promise<{ status: number; identity: Identity | null; response: Response }> {
  let seen: Identity | null = null;
  const request = new Request("http://localhost/graphql", { headers: { authorization: `Bearer ${token}` } });
  const moment = { now, waitUntil: (work: Promise<unknown>) => void behind.push(work) };
  const response = await identified(request, settings, moment, async (identity) => {
    seen = identity;
    return new Response("{}");
  });
  return { status: response.status, identity: seen, response };
}

const days = (count: number) => ({ exp: Math.floor(Date.now() / 1000) + count * 24 * HOUR_S });
const down = () => Promise.reject(new Error("connect ECONNREFUSED"));

describe("the issuer's keys", () => {
  it("are fetched once for any number of tokens", async () => {
    const token = await first.sign();
    expect((await Promise.all(Array.from({ length: 20 }, () => send(token)))).map(({ status }) => status)).toEqual(
      Array.from({ length: 20 }, () => 200),
    );
    expect((await send(token)).identity).toEqual({ name: "Ada", subject: "ada", role: "editor" });
    expect(fetches).toBe(1);
  });

  it("are fetched again for a token of a new key, and the old key's tokens stay good", async () => {
    await send(await first.sign());
    now += COOLDOWN_MS;
    serve = () => new Response(keySet(first, second));
    expect((await send(await second.sign())).status).toBe(200);
    expect((await send(await first.sign())).status).toBe(200);
    expect(fetches).toBe(2);
  });

  it("are no longer good once the issuer has withdrawn them", async () => {
    await send(await first.sign());
    now += FRESH_MS + 1;
    serve = () => new Response(keySet(second));
    await send(await first.sign());
    await Promise.all(behind);
    expect((await send(await first.sign())).status).toBe(401);
  });

  it("are fetched at most once in a cooldown, however many unknown keys come", async () => {
    await send(await first.sign());
    const strangers = await Promise.all(Array.from({ length: 200 }, (_, n) => first.sign({}, { kid: `unknown-${n}` })));
    now += COOLDOWN_MS;
    const answers = await Promise.all(strangers.map(send));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    expect(fetches).toBe(2);
    now += COOLDOWN_MS - 1;
    await Promise.all(strangers.map(send));
    expect(fetches).toBe(2);
  });

  it("are not renewed as long as they are fresh, nor behind a request that waits for them", async () => {
    const token = await first.sign(days(3));
    await send(token);
    now += FRESH_MS;
    await send(token);
    expect(fetches).toBe(1);
    now += STALE_MS;
    expect((await send(token)).status).toBe(200);
    expect(fetches).toBe(2);
  });

  it("are renewed behind a request that the old ones serve", async () => {
    const token = await first.sign();
    await send(token);
    now += FRESH_MS + 1;
    let answer: (response: Response) => void = () => undefined;
    serve = () => new Promise((resolve) => void (answer = resolve));
    expect((await send(token)).status).toBe(200);
    expect(fetches).toBe(2);
    answer(new Response(keySet(first)));
    await Promise.all(behind);
    expect((await send(token)).status).toBe(200);
    expect(fetches).toBe(2);
  });

  it("are not kept from being fetched by a clock that was set back", async () => {
    await send(await first.sign());
    now -= 5 * 60_000;
    serve = () => new Response(keySet(first, second));
    expect((await send(await second.sign())).status).toBe(200);
  });

  it("are found though a key of the same set is of a kind that we do not take", async () => {
    const odd = { kty: "EC", crv: "secp256k1", kid: "odd", x: "AAAA", y: "AAAA" };
    serve = () => Response.json({ keys: [odd, first.jwk] });
    expect((await send(await first.sign())).status).toBe(200);
  });
});

const broken: Record<string, (init: RequestInit) => Promise<Response> | Response> = {
  "cannot be reached": down,
  "answers with an error": () => new Response(keySet(first), { status: 500 }),
  "leads elsewhere": () => new Response(null, { status: 302, headers: { location: "https://evil.example/jwks" } }),
  "answers with a page": () => new Response("<!doctype html><title>Maintenance</title>"),
  "answers with nothing": () => new Response(""),
  "answers without a body": () => new Response(null),
  "fails with what is no Error": () => Promise.reject("no route"),
  "answers with other JSON": () => Response.json({ keys: "none" }),
  "answers with no key": () => Response.json({ keys: [] }),
  "answers with a secret": () => Response.json({ keys: [{ kty: "oct", k: "c2VjcmV0", kid: "first" }] }),
  "answers without end": () =>
    new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) })),
  "never answers": ({ signal }) =>
    new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason as Error))),
  "stops in the middle": ({ signal }) =>
    new Response(
      new ReadableStream({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode('{"keys":['));
          signal?.addEventListener("abort", () => controller.error(signal.reason));
        },
      }),
    ),
};

describe("what is asked of the key server", () => {
  it("is a set of keys, from nowhere else and as it is now", async () => {
    let asked: RequestInit = {};
    serve = (init) => {
      asked = init;
      return new Response(keySet(first));
    };
    await send(await first.sign());
    expect(asked).toMatchObject({
      headers: { accept: "application/jwk-set+json, application/json" },
      redirect: "manual",
      cache: "no-store",
    });
    expect(asked.signal?.aborted).toBe(false);
  });
});

describe("the log says of a key server", () => {
  it.each([
    ["answers with an error", "answered 500"],
    ["leads elsewhere", "answered 302"],
    ["answers with a page", "is not JSON"],
    ["answers with other JSON", 'is no JWK Set: {"keys": [ … ]}'],
    ["answers with no key", "holds no key"],
    ["answers with a secret", "holds a private or shared key: give the public keys only"],
    ["answers without end", "answered more than 131072 bytes"],
    ["fails with what is no Error", "no route"],
  ])("that %s: %s", async (fault, said) => {
    serve = broken[fault]!;
    const { response } = await send(await first.sign());
    expect(lines).toEqual([{ level: "error", message: `AUTH_JWKS_URL: ${said}` }]);
    expect(response.headers.get("retry-after")).toBe("10");
  });
});

describe.each(Object.entries(broken))("while the key server %s", (_, fault) => {
  it("a token is refused as one that cannot be checked", async () => {
    serve = fault;
    const { status, identity, response } = await send(await first.sign());
    expect({ status, identity }).toEqual({ status: 503, identity: null });
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "UNAVAILABLE" } }] });
    expect(lines).toHaveLength(1);
  });

  it("the keys that are known go on serving, and the log says once that they could not be renewed", async () => {
    const token = await first.sign();
    await send(token);
    serve = fault;
    now += FRESH_MS + 1;
    expect((await send(token)).status).toBe(200);
    await Promise.all(behind);
    expect((await send(token)).status).toBe(200);
    expect(lines).toMatchObject([{ level: "error" }]);
    now += COOLDOWN_MS;
    await send(token);
    await Promise.all(behind);
    expect(lines).toHaveLength(2);
  });
});

describe("a token that cannot be checked", () => {
  it("is refused where two keys have one name", async () => {
    serve = () => Response.json({ keys: [first.jwk, first.jwk] });
    expect((await send(await first.sign())).status).toBe(401);
  });

  it("is told so to who may come again, and why to the log", async () => {
    const request = new Request("http://localhost/graphql", {
      headers: { authorization: `Bearer ${await first.sign()}` },
    });
    const waitUntil = () => {
      throw new Error("the request is over");
    };
    const response = await identified(request, settings, { now, waitUntil }, async () => new Response("{}"));
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("60");
    expect(lines).toEqual([{ level: "error", message: "the request is over" }]);
  });
});

describe("while the key server is down", () => {
  it("the log says so once, however many requests wait for it", async () => {
    serve = down;
    const token = await first.sign();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(token)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    expect(lines).toEqual([{ level: "error", message: "AUTH_JWKS_URL: connect ECONNREFUSED" }]);
  });

  it("an answer is still given within 3 seconds: nobody is kept waiting longer", () => {
    expect(PATIENCE_MS).toBeLessThan(3000);
  });

  it("who waits for the question of a request that was cut off waits no longer than for their own", async () => {
    serve = () => new Promise(() => undefined);
    const token = await first.sign();
    const answers = await Promise.all([send(token), send(token)]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    expect(fetches).toBe(1);
  });

  it("nobody asks it twice in a cooldown, and tokens are good again after", async () => {
    serve = down;
    const token = await first.sign();
    await Promise.all(Array.from({ length: 50 }, () => send(token)));
    expect(fetches).toBe(1);
    serve = () => new Response(keySet(first));
    now += COOLDOWN_MS;
    expect((await send(token)).status).toBe(200);
  });

  it("a token of an unknown key cannot be checked: the key may be new", async () => {
    await send(await first.sign());
    now += COOLDOWN_MS;
    serve = down;
    expect((await send(await second.sign())).status).toBe(503);
  });

  it("keys that have not been renewed for a day serve no more", async () => {
    const token = await first.sign(days(3));
    await send(token);
    serve = down;
    now += STALE_MS + 1;
    expect((await send(token)).status).toBe(503);
  });

  it("no line of the log holds the token", async () => {
    const token = await first.sign();
    for (const fault of [down, broken["answers with a page"]!, broken["answers with an error"]!]) {
      serve = fault;
      now += COOLDOWN_MS;
      await send(token);
    }
    expect(lines).toHaveLength(3);
    for (const part of token.split(".")) expect(JSON.stringify(lines)).not.toContain(part);
  });
});
