import { beforeAll, describe, expect, it } from "vitest";
import { fetchNoting } from "../../ask.ts";
import { loadDataset } from "../../load-dataset.ts";
import { makeKey, trusting } from "../auth/issuer.ts";

beforeAll(loadDataset);

interface Options {
  query?: string;
  settings?: object;
  headers?: Record<string, string>;
}

async function ask({ query = `{ actor(slug: "japan") { name } }`, settings = {}, headers = {} }: Options) {
  const init = {
    method: "POST",
    body: JSON.stringify({ query }),
    headers: { "content-type": "application/json", ...headers },
  };
  const { response, statements } = await fetchNoting(new Request("http://localhost/graphql", init), settings);
  const body = await response.json<{ errors?: { extensions: { code: string }; message: string }[] }>();
  return {
    status: response.status,
    headers: response.headers,
    code: body.errors?.[0]?.extensions.code,
    body,
    statements,
  };
}

const from = (address: string) => ({ "cf-connecting-ip": address });

describe("a client's budget", () => {
  const settings = { LIMIT_COST: "3", LIMIT_BUDGET: "4", LIMIT_BUDGET_PER_MINUTE: "6" };

  it("is told with each answer, and refuses what it does not reach for, with the time to wait", async () => {
    const headers = from("203.0.113.1");
    const answers = [];
    for (let n = 0; n < 6; n += 1) answers.push(await ask({ settings, headers }));
    const [first] = answers;
    expect(first!.status).toBe(200);
    expect(first!.headers.get("ratelimit-policy")).toBe(`"cost";q=4;w=40`);
    expect(first!.headers.get("ratelimit")).toMatch(/^"cost";r=\d;t=\d+$/);
    const last = answers.at(-1)!;
    expect(last).toMatchObject({ status: 429, code: "RATE_LIMITED", statements: [] });
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(last.headers.get("ratelimit")).toMatch(/^"cost";r=\d;t=\d+$/);
    expect(last.headers.get("cache-control")).toBe("no-store");
  });

  it("is that of exports too, of which each costs as much as the dearest question", async () => {
    const settings = { LIMIT_COST: "3", LIMIT_BUDGET: "5", LIMIT_BUDGET_PER_MINUTE: "1" };
    const headers = from("203.0.113.40");
    const exported = () => fetchNoting(new Request("http://localhost/export/events.ndjson", { headers }), settings);
    const { response } = await exported();
    expect(response.status).toBe(200);
    expect(response.headers.get("ratelimit")).toBe('"cost";r=2;t=180');
    expect((await ask({ settings, headers })).status).toBe(200);
    const refused = await exported();
    expect(refused.response.status).toBe(429);
    expect(refused.statements).toEqual([]);
  });

  it("is not another client's, and no forged header gives a new one", async () => {
    for (let n = 0; n < 6; n += 1) await ask({ settings, headers: from("203.0.113.2") });
    expect((await ask({ settings, headers: from("203.0.113.3") })).status).toBe(200);
    for (const name of ["x-forwarded-for", "x-real-ip", "true-client-ip", "forwarded"]) {
      const headers = { ...from("203.0.113.2"), [name]: "203.0.113.99" };
      expect((await ask({ settings, headers })).status).toBe(429);
    }
  });

  it("has no end where it is set to 0, and is not told then", async () => {
    const headers = from("203.0.113.4");
    for (let n = 0; n < 10; n += 1) {
      const answer = await ask({ settings: { LIMIT_BUDGET: "0" }, headers });
      expect(answer.status).toBe(200);
      expect(answer.headers.has("ratelimit")).toBe(false);
    }
  });
});

describe("Cloudflare's rate limiting", () => {
  const MUTATION = `mutation { retract(id: "x", reason: "x", idempotencyKey: "x") { errors { code } } }`;
  const limiting = (limit: () => Promise<{ success: boolean }>) => ({ SHIELD: { limit } });

  it("refuses whom it refuses", async () => {
    const settings = limiting(() => Promise.resolve({ success: false }));
    const answer = await ask({ settings });
    expect(answer).toMatchObject({ status: 429, code: "RATE_LIMITED", statements: [] });
    expect(answer.headers.get("retry-after")).toBe("60");
  });

  it("is asked about the client", async () => {
    const keys: string[] = [];
    const settings = {
      SHIELD: { limit: ({ key }: { key: string }) => (keys.push(key), Promise.resolve({ success: true })) },
    };
    expect((await ask({ settings, headers: from("203.0.113.5") })).status).toBe(200);
    expect(keys).toEqual(["address 203.0.113.5"]);
  });

  it.each<[string, () => Promise<{ success: boolean }>]>([
    ["throws", () => Promise.reject(new Error("limiter down"))],
    ["hangs", () => new Promise(() => undefined)],
  ])("that %s lets reads go on, and changes wait", async (_, limit) => {
    const key = await makeKey("k1");
    const settings = { ...limiting(limit), ...trusting(key) };
    expect((await ask({ settings })).status).toBe(200);
    const headers = { authorization: `Bearer ${await key.sign({ role: "editor" })}` };
    const refused = await ask({ query: MUTATION, settings, headers });
    expect(refused).toMatchObject({ status: 503, code: "UNAVAILABLE", statements: [] });
    expect(refused.headers.get("retry-after")).toBe("1");
  });
});
