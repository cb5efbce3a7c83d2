import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import worker from "../../../src/worker.ts";
import { fetchNoting } from "../../ask.ts";
import { loadDataset } from "../../load-dataset.ts";

beforeAll(loadDataset);

const QUERY = `/graphql?query=${encodeURIComponent(`{ actor(slug: "japan") { name } }`)}`;
const PATHS = [
  QUERY,
  "/health",
  "/ready",
  "/reconcile",
  "/export/events.ndjson",
  "/documents/manifest.json",
  "/nowhere",
];

const fetchPath = (path: string, init: RequestInit = {}) => fetchNoting(new Request(`http://localhost${path}`, init));

describe.each(PATHS)("%s", (path) => {
  it("is for any page, without credentials, and lets a page read what it needs", async () => {
    const { response } = await fetchPath(path, { headers: { origin: "https://newsroom.example" } });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.has("access-control-allow-credentials")).toBe(false);
    expect(response.headers.get("access-control-expose-headers")).toContain("etag");
  });

  it.each(["null", "https://evil.example", "https://evil.example\u00e9"])(
    "repeats nothing of the origin %s",
    async (origin) => {
      const { response } = await fetchPath(path, { headers: { origin } });
      expect([...response.headers.values()].join()).not.toContain("evil");
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
    },
  );

  it("runs and loads nothing, is not sniffed, and tells nobody where it was read", async () => {
    const { headers } = (await fetchPath(path)).response;
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
  });

  it("lets a page send what it may, and read what it is told", async () => {
    const { headers } = (await fetchPath(path)).response;
    expect(headers.get("access-control-expose-headers")).toBe(
      "accept, accept-encoding, allow, content-disposition, etag, entente-bookmark, entente-lineage, entente-revision, ratelimit, ratelimit-policy, retry-after, server-timing, www-authenticate, x-request-id",
    );
    const preflight = await fetchPath(path, { method: "OPTIONS" });
    expect(preflight.response.headers.get("access-control-allow-headers")).toBe(
      "accept, authorization, content-encoding, content-type, entente-bookmark, entente-lineage, entente-revision, if-none-match, x-request-id",
    );
  });

  it("tells for how long it may be kept", async () => {
    expect((await fetchPath(path)).response.headers.get("cache-control")).toMatch(
      /^(no-store|public, no-cache|public, max-age=0, must-revalidate)$/,
    );
  });

  it("has a preflight that browsers keep for a day, and that reads nothing", async () => {
    const { response, statements } = await fetchPath(path, {
      method: "OPTIONS",
      headers: { origin: "https://newsroom.example" },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-max-age")).toBe("86400");
    expect(response.headers.get("access-control-allow-headers")).toContain("authorization");
    expect(response.headers.get("allow")).toContain("OPTIONS");
    expect(statements).toEqual([]);
  });

  it("answers HEAD as GET without the body", async () => {
    const [get, head] = [await fetchPath(path), await fetchPath(path, { method: "HEAD" })];
    expect(head.response.status).toBe(get.response.status);
    expect(await head.response.text()).toBe("");
    const names = ["content-type", "cache-control", "etag", "vary"];
    expect(names.map((name) => head.response.headers.get(name))).toEqual(
      names.map((name) => get.response.headers.get(name)),
    );
  });

  it.each(["PUT", "DELETE", "PATCH"])("answers %s with 405 and the methods that there are", async (method) => {
    const { response, statements } = await fetchPath(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toMatch(/^GET, (POST, )?HEAD, OPTIONS$/);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
    expect(statements).toEqual([]);
  });
});

describe("GET /documents/…", () => {
  it("has each trusted document of the manifest, for any page", async () => {
    const { response } = await fetchPath("/documents/manifest.json");
    const [id] = Object.keys(await response.json<Record<string, string>>());
    const document = (await fetchPath(`/documents/${id}.graphql`)).response;
    expect(document.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await document.text()).toMatch(/^(#|query|\{)/);
  });

  it("says where those that there are are listed", async () => {
    const { response } = await fetchPath("/documents/nowhere.graphql");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("/documents/manifest.json");
  });
});

describe("a preflight", () => {
  const allowed = async (asked: string) => {
    const headers = { origin: "https://newsroom.example", "access-control-request-headers": asked };
    const { response } = await fetchPath("/graphql", { method: "OPTIONS", headers });
    expect(response.headers.get("vary")).toBe("Access-Control-Request-Headers");
    return response.headers.get("access-control-allow-headers")!.split(", ");
  };

  it("allows what clients add to say who they are, to be traced and to be let through", async () => {
    const added = [
      "apollo-require-preflight",
      "apollographql-client-name",
      "apollographql-client-version",
      "baggage",
      "cache-control",
      "graphql-client-name",
      "idempotency-key",
      "sentry-trace",
      "traceparent",
      "tracestate",
      "x-apollo-operation-name",
      "x-requested-with",
      "x-datadog-trace-id",
    ];
    for (const separator of [",", ", "]) {
      expect(await allowed(added.join(separator))).toEqual(expect.arrayContaining(added));
    }
    expect(await allowed("Authorization, X-Own")).toEqual(await allowed("x-own"));
  });

  it.each(["a b", "<script>", "x-\u00e9", "x".repeat(101), "a;b", ""])(
    "repeats nothing that is no name of a header: %j",
    async (name) => {
      expect(await allowed(`x-own, ${name}`)).toEqual(await allowed("x-own"));
    },
  );

  it("allows fifty names at once, and no more", async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `x-own-${index}`);
    expect(await allowed(names.join())).toEqual(expect.arrayContaining(names.slice(0, 50)));
    expect(await allowed(names.join())).not.toContain("x-own-50");
  });
});

describe("the id of a request", () => {
  it.each(["4b53e9f7-9ed0-4ab1-a6e6-d6f27de93923", "00f067aa0ba902b7", "8F1D2C3B4A596877-NRT".slice(0, 16)])(
    "is the client's, where it is hexadecimal: %s",
    async (id) => {
      const { response } = await fetchPath("/health", { headers: { "x-request-id": id } });
      expect(response.headers.get("x-request-id")).toBe(id);
    },
  );

  it.each(["", "short", "<script>alert(1)</script>", "a".repeat(65), "ada@example.org", "abc%0d%0aset-cookie: x=1"])(
    "is ours in place of %j",
    async (id) => {
      const { response } = await fetchPath("/health", { headers: { "x-request-id": id } });
      expect(response.headers.get("x-request-id")).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/);
      expect(response.headers.has("set-cookie")).toBe(false);
    },
  );

  it("is in the answer to a fault of ours", async () => {
    const id = "00f067aa0ba902b7";
    const { response } = await fetchPath(QUERY, { headers: { "x-request-id": id, "entente-revision": "1" } });
    expect(response.headers.get("x-request-id")).toBe(id);
  });
});

describe("GET /ready", () => {
  it("is 200 with data that can be asked", async () => {
    const { response } = await fetchPath("/ready");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ready", settings: "right", data: "loaded", texts: "folded" });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("is 503 where D1 lacks the functions that answers are read with", async () => {
    const withSession = (from: D1SessionConstraint) => {
      const session = env.DB.withSession(from);
      return {
        prepare: (text: string) => session.prepare(text.replaceAll("jsonb_", "lacking_")),
        getBookmark: () => session.getBookmark(),
      };
    };
    const request = new Request("http://localhost/ready");
    const response = await worker.fetch(request as never, { ...env, DB: { withSession } as unknown as D1Database });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      status: "unready",
      settings: "right",
      data: "unreadable: the log says why",
      texts: "folded",
    });
  });

  it("is 503 where a restore broke off, and the lineage of the data is none then", async () => {
    const lineage = await env.DB.prepare("select lineage from lineages").first<string>("lineage");
    await env.DB.prepare("delete from lineages").run();
    const { response } = await fetchPath("/ready");
    const dataset = await fetchPath(`/graphql?query=${encodeURIComponent("{ dataset { lineage } }")}`);
    await env.DB.prepare("insert into lineages (id, lineage) values (1, ?)").bind(lineage).run();
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: "unready", data: "unreadable: the log says why" });
    expect(dataset.response.status).toBe(503);
  });

  it("is 503 with a wrong setting, and so is every answer but its own and that of /health", async () => {
    const wrong = { LIMIT_DEPTH: "deep" };
    const at = async (path: string) => (await fetchNoting(new Request(`http://localhost${path}`), wrong)).response;
    const response = await at("/ready");
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("1");
    expect(await response.json()).toMatchObject({ status: "unready", settings: "wrong: the log says which" });
    expect((await at("/health")).status).toBe(200);
    for (const path of [QUERY, "/reconcile", "/export/events.ndjson"]) expect((await at(path)).status).toBe(503);
  });
});
