import { beforeEach, describe, expect, it } from "vitest";
import { Unavailable } from "../../../src/domain/fault/unavailable.ts";
import { coded } from "../../../src/server/http/error.ts";
import { withHttp } from "../../../src/server/http/http-refusal.ts";
import type { Spent } from "../../../src/server/limit/rate-limit.ts";
import { exportFile } from "../../../src/server/route/export.ts";

let lines: object[];
let isOver: boolean;
let paid: Spent;

beforeEach(() => {
  [lines, isOver, paid] = [[], false, {}];
});

const range = { oldest: 1, newest: 7, at: "", lineage: "0f".repeat(12), bookmark: null };

/** The answer to who asks for a noun of which there are these pages; an Error stands for one that cannot be read. */
function ask(path: string, pages: readonly (string | Error)[], isHead = false, headers: Record<string, string> = {}) {
  async function* read() {
    try {
      for (const page of pages) {
        if (page instanceof Error) throw page;
        yield page;
      }
    } finally {
      isOver = true;
    }
  }
  const service = { nouns: ["actor", "alliance"], revisions: async () => range, lines: read, pay: () => paid };
  return exportFile(new Request(`http://localhost${path}`, { headers }), service, (line) => lines.push(line), isHead);
}

const lost = new Unavailable("UNAVAILABLE", false, { cause: new Error("Network connection lost.") });

describe("the file of a noun", () => {
  it("has all its pages, and a name to be kept under", async () => {
    const response = await ask("/export/actor.ndjson", ['{"a":1}\n', '{"é":2}\n']);
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "application/x-ndjson",
      "content-disposition": 'attachment; filename="actor.ndjson"',
      "cache-control": "no-store",
      vary: "Accept-Encoding",
      "entente-revision": "7",
      "entente-lineage": range.lineage,
    });
    expect(Buffer.from(await response.arrayBuffer()).toString()).toBe('{"a":1}\n{"é":2}\n');
    expect(lines).toEqual([]);
  });

  it("is coded where that is accepted, whatever the method", async () => {
    for (const isHead of [false, true]) {
      const { headers } = await ask("/export/actor.ndjson", ['{"a":1}\n'], isHead, { "accept-encoding": "gzip" });
      expect(headers.get("content-encoding")).toBe("gzip");
    }
  });

  it("is not paid for where nothing reads its address, and not given of a revision that there is none of", async () => {
    expect((await ask("/export/actor.ndjson?revision=8", ["x"])).status).toBe(400);
    paid = withHttp(coded("RATE_LIMITED", "too much"), 429);
    expect((await ask("/export/actor.ndjson?revison=1", ["x"])).status).toBe(400);
  });

  it("is paid for, and not read where it cannot be", async () => {
    paid = { ratelimit: '"cost";r=1;t=9' };
    const { headers } = await ask("/export/actor.ndjson", ['{"a":1}\n']);
    expect(headers.get("ratelimit")).toBe('"cost";r=1;t=9');
    paid = withHttp(coded("RATE_LIMITED", "Too much: try again in 7 s"), 429, { "retry-after": "7" });
    const refused = await ask("/export/actor.ndjson", [new Error("not to be read")]);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("7");
    expect(await refused.text()).toBe("Too much: try again in 7 s\n");
    expect((await ask("/export/actor.ndjson", [], true)).status).toBe(200);
  });

  it("may be empty", async () => {
    const response = await ask("/export/alliance.ndjson", []);
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBe(0);
  });

  it("has the same headers, and no page is read, for HEAD", async () => {
    const response = await ask("/export/actor.ndjson", [new Error("not to be read")], true);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    expect(response.body).toBeNull();
  });

  it("breaks off where the rest cannot be read, which the log has", async () => {
    const response = await ask("/export/actor.ndjson", ['{"a":1}\n', lost]);
    expect(response.status).toBe(200);
    await expect(response.arrayBuffer()).rejects.toThrow(lost.message);
    expect(lines).toMatchObject([{ level: "error", message: "Network connection lost." }]);
  });

  it("is read no further than it is wanted", async () => {
    const response = await ask("/export/actor.ndjson", ['{"a":1}\n', '{"a":2}\n', '{"a":3}\n']);
    const reader = response.body!.getReader();
    await reader.read();
    expect(isOver).toBe(false);
    await reader.cancel();
    expect(isOver).toBe(true);
  });
});

describe("an answer that is no file", () => {
  it("tells in plain text which there are", async () => {
    const response = await ask("/export/nobody.ndjson", []);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await response.text()).toBe("There are /export/actor.ndjson, /export/alliance.ndjson.\n");
  });

  it.each<[string, Error, number, string | null, RegExp]>([
    ["the database cannot be reached", lost, 503, "1", /^Nothing was done: the database cannot be reached .*\n$/],
    ["we failed", new Error("no such table"), 500, null, /^Something went wrong on our side; .* id [\da-f-]{36}\n$/],
  ])("tells in plain text that %s", async (_, fault, status, retryAfter, text) => {
    const response = await ask("/export/actor.ndjson", [fault]);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(response.headers.get("retry-after")).toBe(retryAfter);
    expect(await response.text()).toMatch(text);
    expect(lines).toHaveLength(1);
  });
});
