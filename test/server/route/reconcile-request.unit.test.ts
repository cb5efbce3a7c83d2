import { describe, expect, it } from "vitest";
import { previewPage, PREVIEW_SIZE } from "../../../src/server/route/reconcile-preview.ts";
import { readBatch, readParameters } from "../../../src/server/route/reconcile-request.ts";

const NO_BATCH = `The parameter "queries" is no batch: give a JSON object of queries, such as {"q0": {"query": "Japan"}}`;
const queryOf = (query: object) => readBatch(JSON.stringify({ q0: { query: "Japan", ...query } }))[0]![1];
const refused = (message: string) => expect.objectContaining({ name: "HttpRefusal", status: 400, message }) as Error;

describe("a batch", () => {
  it("has queries by their keys", () => {
    expect(readBatch('{"a":{"query":"Japan"},"b":{"query":"NATO","type":"Alliance","limit":3}}')).toEqual([
      ["a", { name: "Japan", types: null, limit: 5 }],
      ["b", { name: "NATO", types: ["Alliance"], limit: 3 }],
    ]);
  });

  it.each(["", "{", "null", "7", '"Japan"', '[{"query":"Japan"}]'])("is an object of JSON: not %j", (text) => {
    expect(() => readBatch(text)).toThrow(refused(NO_BATCH));
  });

  it("has at most twenty queries", () => {
    const batch = (count: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, n) => [`q${n}`, { query: "Japan" }])));
    expect(readBatch(batch(20))).toHaveLength(20);
    expect(() => readBatch(batch(21))).toThrow(refused("The batch has 21 queries: send at most 20 at once"));
  });

  it.each([{}, { query: 7 }, null, "Japan", []])("has a text in each query: not %j", (query) => {
    expect(() => readBatch(JSON.stringify({ q0: query }))).toThrow(
      refused('"q0" has no text "query": give the name to be matched'),
    );
  });

  it("is told of a query by the first fifty characters of its key", () => {
    expect(() => readBatch(JSON.stringify({ ["k".repeat(60)]: {} }))).toThrow(
      refused(`"${"k".repeat(50)}" has no text "query": give the name to be matched`),
    );
  });

  it.each<[unknown, number]>([
    [1, 1],
    [3, 3],
    [2.9, 2],
    [100, 100],
    [101, 100],
    [0.5, 5],
    [0, 5],
    [-1, 5],
    ["3", 5],
    [null, 5],
    [[3], 5],
  ])("asked for %j candidates gets at most %d", (limit, most) => {
    expect(queryOf({ limit }).limit).toBe(most);
  });

  it.each<[unknown, string[] | null]>([
    ["State", ["State"]],
    [
      ["State", "Person"],
      ["State", "Person"],
    ],
    [{ id: "State" }, ["State"]],
    [
      [{ id: "State" }, "Person"],
      ["State", "Person"],
    ],
    [7, [""]],
    [{ id: 7 }, [""]],
    [{ name: "State" }, [""]],
    [[null], [""]],
    ["", null],
    [null, null],
    [[], null],
  ])("of the type %j asks for %j", (type, types) => {
    expect(queryOf({ type }).types).toEqual(types);
  });
});

describe("the parameters of a request", () => {
  const BASE = "http://localhost/reconcile";
  const post = (type: string | null, body: string) =>
    new Request(`${BASE}?queries=address`, {
      method: "POST",
      headers: type === null ? {} : { "content-type": type },
      body: new TextEncoder().encode(body),
    });

  it("are those of its address, or of its form where it has one", async () => {
    expect((await readParameters(new Request(`${BASE}?queries=address`))).get("queries")).toBe("address");
    for (const type of ["application/x-www-form-urlencoded", "Application/X-WWW-Form-URLEncoded ; charset=utf-8"]) {
      expect((await readParameters(post(type, "queries=form"))).get("queries")).toBe("form");
    }
  });

  it.each([null, "application/json", "multipart/form-data"])("are of no other form: %j", async (type) => {
    await expect(readParameters(post(type, "queries=form"))).rejects.toMatchObject({
      status: 415,
      message: "Send the batch as application/x-www-form-urlencoded, in the parameter queries",
    });
  });

  it("have at most 64 KB", async () => {
    const type = "application/x-www-form-urlencoded";
    const form = "queries=".padEnd(65_536, "x");
    expect((await readParameters(post(type, form))).get("queries")).toHaveLength(65_536 - "queries=".length);
    await expect(readParameters(post(type, `${form}x`))).rejects.toMatchObject({ status: 413 });
  });
});

describe("a preview", () => {
  it("shows a text as text, whatever is in it", async () => {
    const page = previewPage({ name: `<b>"A" & 'B'</b>`, type: "State", description: null } as never);
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain("<title>&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;</title>");
    expect(text).toContain("<h1>&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;</h1>\n<p>State</p>\n<p></p>\n");
  });

  it("says so where nothing has the id", async () => {
    const page = previewPage(null);
    expect(page.status).toBe(404);
    expect(await page.text()).toContain("<h1>Not found</h1>\n<p></p>\n<p>Nothing has this id.</p>\n");
  });

  it("may run and load nothing, and is of the size that the manifest tells", () => {
    expect(Object.fromEntries(previewPage(null).headers)).toEqual({
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
      "x-content-type-options": "nosniff",
    });
    expect(PREVIEW_SIZE).toEqual({ width: 400, height: 120 });
  });
});
