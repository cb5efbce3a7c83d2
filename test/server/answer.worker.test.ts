import { env } from "cloudflare:workers";
import { buildSchema } from "graphql";
import { beforeEach, describe, expect, it } from "vitest";
import type { Day } from "../../src/domain/time/day.ts";
import { Unavailable } from "../../src/domain/fault/unavailable.ts";
import type { IdentityCheck } from "../../src/server/auth/identity.ts";
import type { RevisionRange } from "../../src/server/cache/revision-clock.ts";
import { sha256 } from "../../src/server/http/sha256.ts";
import type { SharedCache, SharedEntry } from "../../src/server/cache/shared-cache.ts";
import type { RequestState } from "../../src/server/request-stage.ts";
import { requestState } from "./request-state.ts";
import { serviceOf } from "./service.ts";

interface Context {
  revision: number | null;
  today: () => Day;
}

const NOW = Date.parse("2026-11-24T23:59:30Z");
const IMMUTABLE = "public, max-age=31536000, immutable";
const lost = new Unavailable("UNAVAILABLE", false, { cause: new Error("Network connection lost.") });

const schema = buildSchema(
  "type Query { one(n: Int): Int, said(text: String!): String, lost: Int, broken: Int, today: String, revision: Int } type Mutation { one: Int }",
);
const rootValue = {
  one: () => 1,
  said: ({ text }: { text: string }) => text,
  lost: () => {
    throw lost;
  },
  broken: () => {
    throw new Error("no such table");
  },
  today: (_: unknown, { today }: Context) => today(),
  revision: (_: unknown, { revision }: Context) => revision,
};
let kept: Map<string, SharedEntry>;
let revision: RevisionRange;
let reads: number;
let fresh: (string | null)[];
let lines: object[];
let outcomes: string[][];
let ask: (query: string, options?: Options) => Promise<Answer>;

interface Options {
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  params?: object;
  /** How GET asks, in place of the parameters. */
  search?: string;
  with?: Partial<RequestState>;
}

interface Answer {
  status: number;
  headers: Headers;
  body: { data?: unknown; errors?: { message: string; extensions: object }[]; extensions?: object } | null;
}

const cache: SharedCache = {
  match: async (key) => kept.get(key) ?? null,
  put: async (key, entry) => void kept.set(key, entry),
};

/** A service with a memory of its own. */
function service(settings: object = {}, identity?: IdentityCheck): typeof ask {
  const answer = serviceOf({
    schema,
    rootValue,
    settings,
    log: (line) => lines.push(line),
    ...(identity && { identity }),
  });
  return async (query, { method = "GET", headers = {}, params = {}, search, with: more = {} } = {}) => {
    const texts = Object.entries({ query, ...params }).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]);
    const request =
      method === "GET"
        ? new Request(`http://localhost/graphql?${search ?? new URLSearchParams(texts).toString()}`, { headers })
        : new Request("http://localhost/graphql", {
            method: "POST",
            headers: { "content-type": "application/json", ...headers },
            body: JSON.stringify({ query, ...params }),
          });
    const behind: Promise<unknown>[] = [];
    const response = await answer(
      request,
      requestState({
        now: NOW,
        assets: env.ASSETS,
        cache,
        read: async () => ((reads += 1), revision),
        freshen: (bookmark) => fresh.push(bookmark),
        resolverContext: (_, pin, today): Context => ({ revision: pin, today }),
        waitUntil: (work) => behind.push(work),
        metrics: { writeDataPoint: ({ blobs }) => outcomes.push(blobs.slice(0, 3)) },
        ...more,
      }),
    );
    const text = await response.text();
    await Promise.all(behind);
    return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
  };
}

const policy = ({ headers }: Answer) => headers.get("cache-control");
const ofRevision = (number: number) => ({ "entente-revision": `${number}`, "entente-lineage": "0f".repeat(12) });

beforeEach(() => {
  [kept, reads, fresh, lines, outcomes] = [new Map(), 0, [], [], []];
  revision = { oldest: 2, newest: 7, at: "2026-11-24T00:00:00Z", lineage: "0f".repeat(12), bookmark: "0000000a" };
  ask = service();
});

describe("an answer", () => {
  it("that is whole may be kept and asked for again, and is noted as such", async () => {
    const first = await ask("{ one }");
    expect(first).toMatchObject({ status: 200, body: { data: { one: 1 } } });
    expect(policy(first)).toBe("public, no-cache");
    expect(first.headers.get("etag")).toMatch(/^"[\w-]{43}"$/);
    const again = await ask("{ one }");
    expect(again.body).toEqual(first.body);
    for (const name of ["etag", "cache-control", "content-type", "vary"]) {
      expect(again.headers.get(name)).toBe(first.headers.get(name));
    }
    expect(outcomes).toEqual([
      ["other", "ok", "miss"],
      ["other", "ok", "hit"],
    ]);
    expect(lines).toMatchObject([{ level: "info", outcome: "ok", cost: 0 }, { cache: "hit" }]);
  });

  it("of which a part is missing is not kept, and noted by what went wrong first", async () => {
    for (let n = 0; n < 2; n += 1) {
      const answer = await ask("{ one broken lost }");
      expect(answer).toMatchObject({ status: 200, body: { data: { one: 1, broken: null, lost: null } } });
      expect(policy(answer)).toBe("no-store");
      expect(answer.headers.has("etag")).toBe(false);
      expect(answer.headers.has("retry-after")).toBe(false);
    }
    expect(outcomes[1]).toEqual(["other", "INTERNAL_SERVER_ERROR", "miss"]);
    expect(kept.size).toBe(0);
  });

  it("of which there is nothing, as the database cannot be reached, is 503", async () => {
    const answer = await ask("{ a: lost b: lost }");
    expect(answer).toMatchObject({ status: 503, body: { data: null } });
    expect(answer.body?.errors).toHaveLength(2);
    expect(answer.headers.get("retry-after")).toBe("1");
    expect(policy(answer)).toBe("no-store");
    expect(answer.headers.has("etag")).toBe(false);
    expect(outcomes).toEqual([["other", "UNAVAILABLE", "miss"]]);
  });

  it("is 503 too where the revision cannot be read", async () => {
    const answer = await ask("{ one }", { with: { read: () => Promise.reject(lost) } });
    expect(answer).toMatchObject({ status: 503, body: { errors: [{ extensions: { code: "UNAVAILABLE" } }] } });
    expect(answer.headers.get("retry-after")).toBe("1");
    expect(outcomes).toEqual([["other", "UNAVAILABLE", "none"]]);
  });

  it("that nothing goes into the log of, where that is set", async () => {
    await service({ LOG_REQUESTS: false })("{ one }");
    expect(lines).toEqual([]);
    expect(outcomes).toHaveLength(1);
  });

  it("that comes too late is another one, which is noted once", async () => {
    const fault = new Unavailable("DEADLINE_EXCEEDED", false);
    const inTime: RequestState["inTime"] = async (work, late) => {
      await work;
      return late(fault);
    };
    expect(await ask("{ one }", { with: { inTime } })).toMatchObject({
      status: 503,
      body: { errors: [{ extensions: { code: "DEADLINE_EXCEEDED" } }] },
    });
    expect(outcomes).toEqual([["other", "DEADLINE_EXCEEDED", "miss"]]);
  });

  it("is made for each who has an identity", async () => {
    const ada = { name: "Ada", subject: "ada", role: "reader" } as const;
    const answer = await service({}, { header: "Authorization", identify: async () => ada })("{ one }");
    expect(policy(answer)).toBe("no-store");
    expect(answer.headers.has("etag")).toBe(false);
    expect(kept.size).toBe(0);
  });

  it("is another version under another limit of the cost", async () => {
    const [one, other] = [await service()("{ one }"), await service({ LIMIT_COST: 9 })("{ one }")];
    expect(one.headers.get("etag")).not.toBe(other.headers.get("etag"));
  });
});

describe("a question mark in the address", () => {
  it("is one of the query", async () => {
    const search = 'query={said(text:"Who?%20What%3F")}';
    expect((await ask("", { search })).body).toMatchObject({ data: { said: "Who? What?" } });
  });
});

describe("what is refused", () => {
  it("is told what is wrong with it", async () => {
    for (const [params, message] of [
      [{ operationName: "B" }, 'operationName is "B": the document has A'],
      [
        { variables: deep(51) },
        '"variables" has more than 50 lists and objects in one another: no argument takes that',
      ],
    ] as const) {
      expect((await ask("query A { one }", { params })).body?.errors).toMatchObject([{ message }]);
    }
  });

  it.each<[string, string, object, string]>([
    ["chooses no operation", "query A { one }", { operationName: "B" }, "BAD_USER_INPUT"],
    ["has variables that are too deep", "{ one }", { variables: deep(51) }, "BAD_USER_INPUT"],
    ["is not valid", "{ two }", {}, "GRAPHQL_VALIDATION_FAILED"],
    ["does not parse", "{", {}, "GRAPHQL_PARSE_FAILED"],
    ["has an impossible variable", "query ($n: Int!) { one(n: $n) }", { variables: { n: "x" } }, "BAD_USER_INPUT"],
  ])("since it %s is 400 to who takes GraphQL's own type, and 200 to others", async (_, query, params, code) => {
    for (const [accept, status] of [
      ["application/graphql-response+json", 400],
      ["application/json", 200],
    ] as const) {
      const answer = await ask(query, { method: "POST", params, headers: { accept } });
      expect(answer).toMatchObject({ status, body: { errors: [{ extensions: { code } }] } });
      expect(answer.headers.get("content-type")).toBe(`${accept}; charset=utf-8`);
      expect(answer.body).not.toHaveProperty("data");
    }
    expect(outcomes).toEqual([
      ["other", code, "none"],
      ["other", code, "none"],
    ]);
  });

  it("is a change to what is past", async () => {
    const answer = await ask("mutation { one }", { method: "POST", headers: ofRevision(3) });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: "BAD_USER_INPUT" } }] } });
  });

  it("is more than may be read of a body", async () => {
    const answer = await ask(`{ one } # ${"x".repeat(65_536)}`, { method: "POST" });
    expect(answer).toMatchObject({ status: 413, body: { errors: [{ extensions: { code: "BAD_REQUEST" } }] } });
  });
});

describe("a client that has the answer", () => {
  it.each<[string, Record<string, string>, string]>([
    ["of the present", {}, "public, no-cache"],
    ["that is pinned", ofRevision(3), "public, max-age=30"],
  ])("%s is told so by GET", async (_, headers, lasts) => {
    const { headers: had } = await ask("{ one }", { headers });
    const again = await ask("{ one }", { headers: { ...headers, "if-none-match": had.get("etag")! } });
    expect(again).toMatchObject({ status: 304, body: null });
    expect(again.headers.get("etag")).toBe(had.get("etag"));
    expect(policy(again)).toBe(lasts);
    expect(outcomes[1]).toEqual(["other", "ok", "hit"]);
  });

  it("is given it by POST all the same", async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: await sha256("{ one }") } };
    const post = (headers: Record<string, string>) =>
      ask("{ one }", { method: "POST", headers, params: { extensions } });
    const { headers } = await post({});
    expect(headers.get("etag")).not.toBeNull();
    expect(await post({ "if-none-match": headers.get("etag")! })).toMatchObject({
      status: 200,
      body: { data: { one: 1 } },
    });
  });
});

describe("an answer of a pinned revision", () => {
  it("says so, and is kept for good", async () => {
    const answer = await ask("{ revision }", { headers: ofRevision(3) });
    expect(answer.body).toMatchObject({ data: { revision: 3 }, extensions: { revision: 3 } });
    expect(policy(answer)).toBe(IMMUTABLE);
    expect((await ask("{ revision }")).body).toMatchObject({ data: { revision: null } });
  });

  it("is kept for the day where it is of today", async () => {
    const answer = await ask("{ today }", { headers: ofRevision(3) });
    expect(answer.body).toMatchObject({ data: { today: "2026-11-24" } });
    expect(policy(answer)).toBe("public, max-age=30");
  });

  it("reads nothing that is older than what told of the revision", async () => {
    await ask("{ revision }", { headers: ofRevision(3) });
    expect(fresh.length).toBeGreaterThan(0);
    expect(new Set(fresh)).toEqual(new Set(["0000000a"]));
  });

  it("may be of one that was made within the bound of staleness", async () => {
    await ask("{ revision }", { headers: ofRevision(7) });
    revision = { ...revision, newest: 8 };
    expect((await ask("{ revision }", { headers: ofRevision(8) })).body).toMatchObject({ data: { revision: 8 } });
  });

  it("is none where there is no such revision", async () => {
    for (const [asked, message] of [
      [9, "There is no revision 9: the newest is 7"],
      [1, "Of revision 1 nothing is known: history begins with 2"],
    ] as const) {
      const answer = await ask("{ revision }", { headers: ofRevision(asked) });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ message }] } });
    }
    expect((await ask("{ revision }", { headers: ofRevision(2) })).status).toBe(200);
  });
});

describe("the newest revision", () => {
  it("is believed for a second, but not after a change", async () => {
    await ask("{ one }");
    const before = reads;
    await ask("{ one }");
    expect(reads).toBe(before);
    await ask("mutation { one }", { method: "POST" });
    await ask("{ one }");
    expect(reads).toBeGreaterThan(before);
  });

  it("is still believed after a read by POST", async () => {
    await ask("{ one }");
    const before = reads;
    await ask("{ one }", { method: "POST" });
    await ask("{ one }");
    expect(reads).toBe(before);
  });
});

function deep(levels: number): object {
  return Array.from({ length: levels }).reduce<object>((value) => ({ a: value }), {});
}
