import { env } from "cloudflare:workers";
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { loadDataset } from "../../load-dataset.ts";
import { noting } from "../../ask.ts";
import { run } from "../../revise.ts";
import worker from "../../../src/worker.ts";
import { makeKey, trusting } from "../auth/issuer.ts";
import { fakeDatabase } from "../../fake-database.ts";

beforeAll(loadDataset);
afterEach(() => {
  vi.useRealTimers();
});

const EXACT: object = { CACHE_STALENESS_MS: "0" };

const NAME = `query Name($slug: String!) { actor(slug: $slug) { name } }`;
const TODAY = `{ actor(slug: "japan") { partners(first: 1) { totalCount } } }`;

interface Options {
  headers?: Record<string, string>;
  settings?: object;
  variables?: string;
  method?: string;
}

/** Asks by GET, and waits until what is shared is shared. */
async function get(query: string, { headers = {}, settings = {}, variables, method = "GET" }: Options = {}) {
  const search = new URLSearchParams({ query, ...(variables === undefined ? {} : { variables }) });
  const statements: string[] = [];
  const execution = createExecutionContext();
  const response = await worker.fetch(
    new Request(`http://localhost/graphql?${search.toString()}`, { method, headers }) as never,
    { ...env, ...EXACT, ...settings, DB: noting(env.DB, statements) },
    execution,
  );
  const body = await response.text();
  const asked = [...statements];
  await waitOnExecutionContext(execution);
  return { status: response.status, headers: response.headers, body, statements: asked };
}

const japan = JSON.stringify({ slug: "japan" });
const lineageOf = async () => (await env.DB.prepare("select lineage from lineages").first<string>("lineage"))!;

/** D1 that does something once, when a statement about a table has been read. */
function afterReading(table: string, act: () => Promise<unknown>): D1Database {
  let isDone = false;
  const wrap = (statement: D1PreparedStatement, text: string): D1PreparedStatement =>
    new Proxy(statement, {
      get: (target, name) => {
        const member = Reflect.get(target, name) as (...values: unknown[]) => unknown;
        if (name === "bind") return (...values: unknown[]) => wrap(target.bind(...values), text);
        return async (...values: unknown[]) => {
          const rows = await member.apply(target, values);
          if (!isDone && text.includes(table)) {
            isDone = true;
            await act();
          }
          return rows;
        };
      },
    });
  return fakeDatabase({ prepare: (text: string) => wrap(env.DB.prepare(text), text) });
}

describe("an anonymous query by GET", () => {
  it("is worked out once: the next one reads the revision alone", async () => {
    const query = `# once\n${NAME}`;
    const first = await get(query, { variables: japan });
    const again = await get(query, { variables: japan });
    // Before and after, so that it is of one revision for certain.
    const isRevision = first.statements.map((text) => text.includes("from revisions"));
    expect(isRevision).toEqual([true, false, true]);
    expect(again.statements).toEqual([expect.stringContaining("from revisions")]);
    expect(again.body).toBe(first.body);
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
    expect(again.headers.get("cache-control")).toBe("public, no-cache");
    expect(again.headers.get("content-type")).toBe(first.headers.get("content-type"));
  });

  it("reads nothing at all within the bound of staleness", async () => {
    const settings = { CACHE_STALENESS_MS: "60000" };
    await get(NAME, { variables: japan, settings });
    expect((await get(NAME, { variables: japan, settings })).statements).toEqual([]);
  });

  it("is the same whatever its layout, and the order of its variables", async () => {
    const query =
      'query ($slug: String!, $kind: AllianceKind) { actor(slug: $slug) { partners(kind: $kind, asOf: "2022-05-07") { totalCount } } }';
    const first = await get(query, { variables: `{"slug":"japan","kind":"RECIPROCAL_ACCESS"}` });
    const again = await get(query.replaceAll(" ", "  "), { variables: `{"kind":"RECIPROCAL_ACCESS","slug":"japan"}` });
    expect(again.statements).toHaveLength(1);
    expect(again.body).toBe(first.body);
  });

  it("is another one with other variables, another operation or other fields", async () => {
    const etags = new Set<string | null>();
    const document = `${NAME} query Other($slug: String!) { actor(slug: $slug) { name } }`;
    for (const [query, variables, name] of [
      [NAME, japan],
      [NAME, `{"slug":"china"}`],
      [document, japan, "Name"],
      [document, japan, "Other"],
      [NAME.replace("name", "name slug"), japan],
    ] as const) {
      const search = new URLSearchParams({ query, variables, ...(name === undefined ? {} : { operationName: name }) });
      const response = await worker.fetch(new Request(`http://localhost/graphql?${search.toString()}`) as never, env);
      etags.add(response.headers.get("etag"));
    }
    expect(etags.size).toBe(5);
    expect(etags).not.toContain(null);
  });

  it("is another one of another version of the Worker", async () => {
    const query = `# version\n${NAME}`;
    const of = (id: string) => get(query, { variables: japan, settings: { VERSION: { id } } });
    const first = await of("5a7c");
    expect((await of("5a7c")).statements).toHaveLength(1);
    const other = await of("90ef");
    expect(other.statements.length).toBeGreaterThan(1);
    expect(other.headers.get("etag")).not.toBe(first.headers.get("etag"));
  });

  it("sees a write at once where nothing may be stale", async () => {
    const query = `# write\n${NAME}`;
    await get(query, { variables: japan });
    await run("update actors set name = 'Nippon' where slug = 'japan'");
    expect((await get(query, { variables: japan })).body).toContain("Nippon");
    await run("update actors set name = 'Japan' where slug = 'japan'");
    expect((await get(query, { variables: japan })).body).toContain("Japan");
  });

  it("sees a write after no longer than the bound", async () => {
    vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
    const options = { variables: japan, settings: { CACHE_STALENESS_MS: "1500" } };
    const query = `# bound\n${NAME}`;
    await get(query, options);
    await run("update actors set name = 'Nihon' where slug = 'japan'");
    vi.advanceTimersByTime(1499);
    expect((await get(query, options)).body).toContain("Japan");
    vi.advanceTimersByTime(1);
    expect((await get(query, options)).body).toContain("Nihon");
    await run("update actors set name = 'Japan' where slug = 'japan'");
  });

  it("is not shared where something was written while it was worked out", async () => {
    const query = `# meanwhile\n${NAME}`;
    const meddling = afterReading("actors", () => run("update actors set name = 'Nippon' where slug = 'japan'"));
    const execution = createExecutionContext();
    const search = new URLSearchParams({ query, variables: japan });
    const request = new Request(`http://localhost/graphql?${search.toString()}`);
    const response = await worker.fetch(request as never, { ...env, ...EXACT, DB: meddling }, execution);
    expect(await response.text()).toContain("Japan");
    await waitOnExecutionContext(execution);
    const next = await get(query, { variables: japan, settings: EXACT });
    expect(next.body).toContain("Nippon");
    expect(next.statements).toHaveLength(3);
    await run("update actors set name = 'Japan' where slug = 'japan'");
  });
});

describe("a client that has the answer", () => {
  it.each([
    ["its ETag", (etag: string) => etag],
    ["a weak one", (etag: string) => `W/${etag}`],
    ["several", (etag: string) => `"other", ${etag}`],
    ["any", () => "*"],
  ])("is told so by 304 and no body, for %s", async (_, ifNoneMatch) => {
    const first = await get(NAME, { variables: japan });
    const headers = { "if-none-match": ifNoneMatch(first.headers.get("etag")!) };
    const again = await get(NAME, { variables: japan, headers });
    expect(again.status).toBe(304);
    expect(again.body).toBe("");
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
    expect(again.headers.get("vary")).toBe(first.headers.get("vary"));
    expect(again.headers.get("cache-control")).toBe("public, no-cache");
    expect(again.statements).toEqual([expect.stringContaining("from revisions")]);
  });

  it("gets the new one after a write, and another media type's", async () => {
    const first = await get(NAME, { variables: japan });
    const etag = first.headers.get("etag")!;
    const accept = "application/graphql-response+json";
    expect((await get(NAME, { variables: japan, headers: { "if-none-match": etag, accept } })).status).toBe(200);
    await run("update actors set name = name where slug = 'japan'");
    expect((await get(NAME, { variables: japan, headers: { "if-none-match": etag } })).status).toBe(200);
  });

  it.each([
    ["is not valid", "{ nobody }", {}, "GRAPHQL_VALIDATION_FAILED"],
    ["costs too much", "{ actors { nodes { name } } }", { LIMIT_COST: "1" }, "COST_LIMIT_EXCEEDED"],
    ["lacks a variable", NAME, {}, "BAD_USER_INPUT"],
    ["has an impossible argument", "{ actors(first: 0) { totalCount } }", {}, "BAD_USER_INPUT"],
  ])("gets a fault in place of 304 for what %s, whatever it says that it has", async (_, query, settings, code) => {
    const answer = await get(query, { settings, headers: { "if-none-match": "*" } });
    expect(answer.status).not.toBe(304);
    expect(answer.body).toContain(code);
  });

  it("gets the answer where it says that it has any, and nobody has asked before", async () => {
    const query = `{ alliance(slug: "nato") { slug } }`;
    const headers = { "if-none-match": "*" };
    expect((await get(query, { headers })).status).toBe(200);
    expect((await get(query, { headers })).status).toBe(304);
  });
});

describe("a database that is restored under a Worker that runs", () => {
  const dataset = '{ dataset { lineage } actor(slug: "japan") { name } }';
  const pinned = { "entente-revision": "1" };
  const restore = () => env.DB.prepare("update lineages set lineage = lower(hex(randomblob(12)))").run();

  it.each([{}, pinned])("gives no answer of before, and none of its ETags holds: %j", async (headers) => {
    const before = await get(dataset, { headers });
    expect((await get(dataset, { headers })).headers.get("server-timing")).toContain("cache;desc=hit");
    await restore();
    const after = await get(dataset, { headers: { ...headers, "if-none-match": before.headers.get("etag")! } });
    expect(after).toMatchObject({ status: 200 });
    expect(after.headers.get("etag")).not.toBe(before.headers.get("etag"));
    const { data } = JSON.parse(after.body) as { data: { dataset: { lineage: string } } };
    expect(data.dataset.lineage).toBe(await lineageOf());
    expect(before.body).not.toContain(data.dataset.lineage);
  });

  it("has an isolate that remembers the revision learn of it within the bound, with the revision", async () => {
    vi.useFakeTimers({ now: Date.parse("2026-11-24T12:00:00Z"), toFake: ["Date"] });
    const settings = { CACHE_STALENESS_MS: "1500" };
    const before = await get(dataset, { headers: pinned, settings });
    await restore();
    vi.setSystemTime(Date.parse("2026-11-24T12:00:01.499Z"));
    expect((await get(dataset, { headers: pinned, settings })).body).toBe(before.body);
    vi.setSystemTime(Date.parse("2026-11-24T12:00:01.500Z"));
    const after = await get(dataset, { headers: pinned, settings });
    expect(JSON.parse(after.body)).toMatchObject({ extensions: { lineage: await lineageOf() } });
  });

  it("answers nothing that is shared or pinned while it is half restored", async () => {
    const lineage = await lineageOf();
    await env.DB.prepare("delete from lineages").run();
    expect(await get(dataset, { headers: pinned })).toMatchObject({ status: 503 });
    expect(await get(dataset)).toMatchObject({ status: 503 });
    await env.DB.prepare("insert into lineages (id, lineage) values (1, ?)").bind(lineage).run();
    expect(await get(dataset)).toMatchObject({ status: 200 });
  });
});

describe("what an answer varies with", () => {
  const named = (response: { headers: Headers }) => response.headers.get("vary")!.toLowerCase().split(/, */);

  it.each(["Authorization", "authorization", "Cf-Access-Jwt-Assertion"])(
    "has the header that carries the token, once: %s",
    async (header) => {
      const settings = { ...trusting(await makeKey("k1")), AUTH_HEADER: header };
      const names = named(await get(NAME, { variables: japan, settings }));
      expect(names).toEqual(
        expect.arrayContaining(["accept", "authorization", "entente-revision", header.toLowerCase()]),
      );
      expect(new Set(names).size).toBe(names.length);
    },
  );
});

describe("the policy of an answer", () => {
  const pinned: Record<string, string> = { "entente-revision": "1" };
  beforeAll(async () => {
    pinned["entente-lineage"] = await lineageOf();
  });

  it.each<[string, string, Record<string, string>, string]>([
    ["of the present", NAME, {}, "public, no-cache"],
    ["pinned", NAME, pinned, "public, max-age=31536000, immutable"],
    ["pinned to a number alone", NAME, { "entente-revision": "1" }, "public, no-cache"],
    [
      "with a fault",
      `query ($slug: String!) { actor(slug: $slug) { partners(first: 0) { totalCount } } }`,
      {},
      "no-store",
    ],
    [
      "in part",
      `query ($slug: String!) { actor(slug: $slug) { name } search(query: "x") { totalCount } }`,
      pinned,
      "no-store",
    ],
  ])("%s", async (_, query, headers, policy) => {
    for (let n = 0; n < 2; n += 1) {
      const answer = await get(query, { variables: japan, headers });
      expect(answer.headers.get("cache-control")).toBe(policy);
      expect(answer.headers.has("etag")).toBe(policy !== "no-store");
    }
  });

  it("that is pinned and depends on today lasts until the UTC day ends, and then is worked out anew", async () => {
    vi.useFakeTimers({ now: Date.parse("2026-11-24T23:59:30Z"), toFake: ["Date"] });
    const first = await get(TODAY, { headers: pinned });
    expect(first.headers.get("cache-control")).toBe("public, max-age=30");
    vi.setSystemTime(Date.parse("2026-11-24T23:59:50Z"));
    expect((await get(TODAY, { headers: pinned })).headers.get("cache-control")).toBe("public, max-age=10");
    vi.setSystemTime(Date.parse("2026-11-25T00:00:00Z"));
    const next = await get(TODAY, { headers: { ...pinned, "if-none-match": first.headers.get("etag")! } });
    expect(next.status).toBe(200);
    expect(next.statements.length).toBeGreaterThan(1);
  });

  it("by POST, without a document id, is not to be stored", async () => {
    const response = await worker.fetch(
      new Request("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: NAME, variables: { slug: "japan" } }),
      }) as never,
      env,
    );
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.has("etag")).toBe(false);
  });

  it("is neither kept nor taken from what is kept where something of the request is not read", async () => {
    const whole = await get(NAME, { variables: japan });
    const more = JSON.stringify({ slug: "japan", Slug: "china" });
    for (const _ of [1, 2]) {
      const warned = await get(NAME, { variables: more, headers: { "if-none-match": whole.headers.get("etag")! } });
      expect(warned.status).toBe(200);
      expect(warned.headers.get("cache-control")).toBe("no-store");
      expect(warned.headers.has("etag")).toBe(false);
      expect(JSON.parse(warned.body)).toMatchObject({
        data: { actor: { name: "Japan" } },
        extensions: { warnings: [{ code: "UNDECLARED_VARIABLE" }] },
      });
    }
    expect((await get(NAME, { variables: japan })).body).toBe(whole.body);
  });

  it("is not kept where nothing is named by what is asked for, since what is like it is of now", async () => {
    for (const _ of [1, 2]) {
      const warned = await get(NAME, {
        variables: JSON.stringify({ slug: "austrlia" }),
        headers: { "entente-revision": "1" },
      });
      expect(warned.headers.get("cache-control")).toBe("no-store");
      expect(warned.headers.has("etag")).toBe(false);
      expect(JSON.parse(warned.body)).toMatchObject({ extensions: { warnings: [{ code: "NAMES_NOTHING" }] } });
    }
  });

  it("is none where answers are not shared", async () => {
    const answer = await get(NAME, { variables: japan, settings: { CACHE_ANSWERS: "false" } });
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.has("etag")).toBe(false);
  });
});

describe("what else a request has", () => {
  const HEADERS: Record<string, string>[] = [
    { cookie: "session=ada" },
    { "user-agent": "Gephi" },
    { "accept-language": "ja" },
    { "accept-encoding": "br" },
    { origin: "https://newsroom.example" },
    { referer: "https://newsroom.example/japan" },
    { "x-forwarded-for": "203.0.113.7", "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" },
    { "cf-connecting-ip": "203.0.113.7", "cf-ipcountry": "JP" },
    { "x-request-id": "00f067aa0ba902b7" },
    { host: "evil.example" },
    { "cache-control": "no-cache", pragma: "no-cache" },
    { "content-type": "text/plain" },
    { prefer: "return=minimal" },
    { range: "bytes=0-9" },
  ];

  it.each(HEADERS)("changes no byte of the answer: %j", async (headers) => {
    const settings = { CACHE_ANSWERS: "false" };
    const [plain, other] = [
      await get(NAME, { variables: japan, settings }),
      await get(NAME, { variables: japan, headers, settings }),
    ];
    expect(other.status).toBe(plain.status);
    expect(other.body).toBe(plain.body);
  });
});
