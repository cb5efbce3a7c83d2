import { describe, expect, it } from "vitest";
import { readExtension } from "../../../../src/server/route/reconcile/extend-query.ts";
import { readParameters, wholeNumber } from "../../../../src/server/route/reconcile/parameters.ts";
import { readPin } from "../../../../src/server/route/reconcile/pin.ts";
import { readBatch, readSingle } from "../../../../src/server/route/reconcile/query-batch.ts";

const ALL = ["State", "Person", "Organization", "Alliance"];
const NO_BATCH = `The parameter "queries" is no batch: give a JSON object of queries, such as {"q0": {"query": "Japan"}}`;
const NO_EXTENSION = `The parameter "extend" is no query: give JSON such as {"ids": ["…"], "properties": [{"id": "alliances"}]}`;
const queryOf = (query: object) => readBatch(JSON.stringify({ q0: { query: "Japan", ...query } }))[0]![1];
const refused = (message: string, status = 400) =>
  expect.objectContaining({ name: "HttpRefusal", status, message }) as Error;

describe("a batch", () => {
  it("has queries by their keys", () => {
    expect(readBatch('{"a":{"query":"Japan"},"b":{"query":"NATO","type":"Alliance","limit":3}}')).toEqual([
      ["a", { name: "Japan", types: ALL, limit: 5, properties: [] }],
      ["b", { name: "NATO", types: ["Alliance"], limit: 3, properties: [] }],
    ]);
  });

  it.each(["", "{", "null", "7", '"Japan"', '[{"query":"Japan"}]'])("is an object of JSON: not %j", (text) => {
    expect(() => readBatch(text)).toThrow(refused(NO_BATCH));
  });

  it("has at most twenty queries", () => {
    const batch = (count: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, n) => [`q${n}`, { query: "Japan" }])));
    expect(readBatch(batch(20))).toHaveLength(20);
    expect(() => readBatch(batch(21))).toThrow(refused("The batch has 21 queries: send at most 20 at once", 413));
  });

  it.each([{}, { query: 7, properties: [{ pid: "slug", v: "japan" }] }, null, "Japan", [], { query: " " }])(
    "asks for nothing by a query without a name: %j",
    (query) => {
      expect(readBatch(JSON.stringify({ q0: query }))).toEqual([
        ["q0", { name: null, types: ALL, limit: 5, properties: [] }],
      ]);
    },
  );

  it("has names of at most 200 characters", () => {
    expect(queryOf({ query: "x".repeat(200) }).name).toHaveLength(200);
    expect(queryOf({ query: "x".repeat(201) }).name).toBeNull();
  });

  it.each<[unknown, number]>([
    [1, 1],
    [3, 3],
    [2.9, 2],
    [100, 100],
    [101, 100],
    ["3", 3],
    [" 3 ", 3],
    ["0", 5],
    ["3x", 5],
    ["", 5],
    [0.5, 5],
    [0, 5],
    [-1, 5],
    [null, 5],
    [[3], 5],
  ])("asked for %j candidates gets at most %d", (limit, most) => {
    expect(queryOf({ limit }).limit).toBe(most);
  });

  it.each<[unknown, string[], unknown?]>([
    ["State", ["State"]],
    ["state", ["State"]],
    [
      ["Person", "State"],
      ["State", "Person"],
    ],
    ["Actor", ["State", "Person", "Organization"]],
    [{ id: "State" }, ["State"]],
    [{ name: "State" }, ["State"]],
    [
      [{ id: "State" }, "Person"],
      ["State", "Person"],
    ],
    [["State", "Actor"], ["State"], "all"],
    [["State", "Person"], [], "all"],
    ["City", []],
    [7, []],
    [{ id: 7 }, []],
    ["", ALL],
    [null, ALL],
    [[], ALL],
    [[null], ALL],
  ])("of the type %j asks for %j", (type, types, strictness) => {
    expect(queryOf({ type, type_strict: strictness }).types).toEqual(types);
  });

  it("has properties with values of every form", () => {
    const v = [
      " AU ",
      7,
      true,
      null,
      "",
      {},
      [1.5, ["deep"]],
      { id: "Q17", name: "Japan" },
      { id: "x" },
      "x".repeat(201),
    ];
    const texts = ["AU", "7", "true", "1.5"].map((text) => ({ id: null, text }));
    expect(
      queryOf({
        properties: [
          { pid: "a", v },
          { p: "b", v: "x" },
        ],
      }).properties,
    ).toEqual([
      { name: "a", values: [...texts, { id: "Q17", text: "Japan" }, { id: "x", text: null }] },
      { name: "b", values: [{ id: null, text: "x" }] },
    ]);
    expect(queryOf({ properties: [null, 7, {}, { pid: 7, v: "x" }, { pid: "a", v: [] }] }).properties).toEqual([]);
    expect(queryOf({ properties: { pid: "a", v: "x" } }).properties).toEqual([]);
    const many = queryOf({
      properties: ["a", "b"].map((pid) => ({ pid, v: Array.from({ length: 20 }, (_, n) => n) })),
    });
    expect(many.properties.map(({ values }) => values.length)).toEqual([20, 5]);
  });

  it("may be a single query: a name, or JSON", () => {
    const parameters = new URLSearchParams({ type: "State", limit: "2" });
    const question = { name: "Japan", types: ["State"], limit: 2, properties: [] };
    expect(readSingle(parameters, "Japan")).toEqual(question);
    expect(readSingle(new URLSearchParams(), ' {"query":"Japan","type":"State","limit":2}')).toEqual(question);
    expect(() => readSingle(parameters, "{")).toThrow(
      refused(`The parameter "query" is no query: give a name, or JSON such as {"query": "Japan"}`),
    );
  });
});

describe("a data extension query", () => {
  const read = (query: unknown) => readExtension(JSON.stringify(query), "2026-11-30");
  const column = (settings: unknown) => read({ ids: [], properties: [{ id: "members", settings }] }).properties[0];

  it("has ids, each once, and properties, of today and of all that may hold where nothing is set", () => {
    expect(read({ ids: ["a", 7, "a", null, {}], properties: ["members", { id: "members" }] })).toEqual({
      ids: ["a", "7"],
      properties: [{ id: "members", asOf: "2026-11-30", certainty: "POSSIBLE" }],
    });
    for (const nothing of [undefined, null, 7, {}, { asOf: "" }, { asOf: null }, { asOf: " ", certainty: "" }]) {
      expect(column(nothing)).toEqual({ id: "members", asOf: "2026-11-30", certainty: "POSSIBLE" });
    }
    const set = { asOf: "1950-01-01", certainty: "CERTAIN" };
    expect(column({ ...set, asOf: " 1950-01-01 " })).toEqual({ id: "members", ...set });
  });

  it.each<[unknown, string]>([
    [{ asOf: "1950" }, 'The setting "asOf" of "members" is "1950": write YYYY-MM-DD, such as 2022-05-07'],
    [{ asOf: 1950 }, 'The setting "asOf" of "members" is 1950: write YYYY-MM-DD, such as 2022-05-07'],
    [{ certainty: "SURE" }, 'The setting "certainty" of "members" is "SURE": give CERTAIN or POSSIBLE'],
    [{ day: "1950" }, 'The setting "day" of "members" is not known: there are "asOf" and "certainty"'],
  ])("has settings that are understood: not %j", (settings, message) => {
    expect(() => column(settings)).toThrow(refused(message));
  });

  it("asks for a property with one setting at a time", () => {
    const properties = ["1950-01-01", "1960-01-01"].map((asOf) => ({ id: "members", settings: { asOf } }));
    const certainty = [{ id: "members" }, { id: "members", settings: { certainty: "CERTAIN" } }];
    for (const twice of [properties, certainty]) {
      expect(() => read({ ids: [], properties: twice })).toThrow(
        refused(`The property "members" is asked for with different settings: ask for one of them at a time`),
      );
    }
  });

  it.each([
    1,
    null,
    [],
    {},
    { ids: [] },
    { ids: "a", properties: [] },
    { ids: [], properties: [7] },
    { ids: [], properties: [""] },
  ])("is an object with both lists: not %j", (query) => {
    expect(() => read(query)).toThrow(refused(NO_EXTENSION));
  });

  it("is JSON, with at most 50 ids and 20 properties", () => {
    expect(() => readExtension("{", "2026-11-30")).toThrow(refused(NO_EXTENSION));
    const many = (length: number) => Array.from({ length }, (_, n) => `${n}`);
    expect(read({ ids: many(50), properties: many(20) }).ids).toHaveLength(50);
    expect(() => read({ ids: many(51), properties: [] })).toThrow(
      refused("The query has 51 ids: send at most 50 at once", 413),
    );
    expect(() => read({ ids: [], properties: many(21) })).toThrow(
      refused("The query has 21 properties: send at most 20 at once", 413),
    );
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
      message: "Send the batch as application/x-www-form-urlencoded, in the parameter queries, or extend",
    });
  });

  it("have at most 256 KB", async () => {
    const type = "application/x-www-form-urlencoded";
    const form = "queries=".padEnd(262_144, "x");
    expect((await readParameters(post(type, form))).get("queries")).toHaveLength(262_144 - "queries=".length);
    await expect(readParameters(post(type, `${form}x`))).rejects.toMatchObject({ status: 413 });
  });

  it("are whole numbers where they count something", () => {
    const read = (limit: string) =>
      wholeNumber(new URLSearchParams({ limit }), "limit", { usual: 10, least: 1, most: 100 });
    expect(["", " ", "1", " 7 ", "100", "1000"].map(read)).toEqual([10, 10, 1, 7, 100, 100]);
    for (const wrong of ["0", "-1", "1.5", "x"]) {
      expect(() => read(wrong)).toThrow(refused(`The parameter "limit" is "${wrong}": give a whole number from 1 on`));
    }
  });

  it("name a revision or a lineage, as headers may, which there have to be", async () => {
    const [lineage, other] = ["a".repeat(24), "b".repeat(24)];
    const read = (search: string, header?: string, form = "") =>
      readPin(
        new Request(`${BASE}${search}`, { headers: header === undefined ? {} : { "entente-revision": header } }),
        new URLSearchParams(form),
        async () => ({ oldest: 1, newest: 3, lineage }),
      );
    const pins = [read(""), read("?revision=2"), read("", "2"), read("?revision=2", "2"), read(`?lineage=${lineage}`)];
    const revisions = (await Promise.all(pins)).map(({ revision }) => revision);
    expect(revisions).toEqual([null, 2, 2, 2, null]);
    expect(await read(`?revision=2&lineage=${lineage}`)).toEqual({ revision: 2, lineage, isOfLineage: true });
    expect((await read("", undefined, "revision=2")).revision).toBe(2);
    for (const wrong of ["x", "0", "", "1.5"]) {
      await expect(read(`?revision=${wrong}`)).rejects.toMatchObject({ name: "HttpRefusal", status: 400 });
    }
    await expect(read("?revision=4")).rejects.toEqual(refused("There is no revision 4: the newest is 3"));
    await expect(read("?revision=1", "2")).rejects.toMatchObject({ status: 400 });
    await expect(read("?revision=1&revision=2")).rejects.toMatchObject({ status: 400 });
    await expect(read("?revision=1", undefined, "revision=2")).rejects.toMatchObject({ status: 400 });
    await expect(read(`?lineage=${other}`)).rejects.toMatchObject({ status: 412 });
  });
});
