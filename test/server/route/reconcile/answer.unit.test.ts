import { beforeEach, describe, expect, it } from "vitest";
import { Unavailable } from "../../../../src/domain/fault/unavailable.ts";
import type { InTime } from "../../../../src/server/limit/deadline.ts";
import { reconcile } from "../../../../src/server/route/reconcile.ts";
import type {
  ReconcileMatch,
  ReconcileQuery,
  ReconcileService,
} from "../../../../src/server/route/reconcile-service.ts";

const BASE = "https://entente.example/reconcile";

let asked: unknown[];
let found: ReconcileMatch[];
let lines: object[];

beforeEach(() => {
  [asked, found, lines] = [[], [], []];
});

const service: ReconcileService = {
  name: "Entente",
  match: async (queries: readonly ReconcileQuery[]) => {
    asked.push(...queries.map(({ name }) => name));
    return queries.map(() => found);
  },
  suggest: async (prefix) => {
    asked.push(prefix);
    return [
      { id: "1", name: "Japan", type: "State", description: "A state in East Asia" },
      { id: "2", name: "Jamaica", type: "State", description: null },
    ];
  },
  find: async (id) => {
    asked.push(id);
    return null;
  },
};

const inTime: InTime = (work) => work;

async function answer(path: string, of: Partial<ReconcileService> = {}, waiting = inTime, init: RequestInit = {}) {
  const request = new Request(`${BASE}${path}`, init);
  const response = await reconcile(request, { ...service, ...of }, waiting, (line) => lines.push(line));
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    body: isJson ? (JSON.parse(text) as unknown) : text,
  };
}

const batch = (name: string) => `?queries=${encodeURIComponent(JSON.stringify({ q0: { query: name } }))}`;
const refused = (status: number, message: string, retryAfter: string | null = null) => ({
  status,
  retryAfter,
  body: { status: "error", message },
});

describe("the manifest", () => {
  it("tells what is where, under the address that was asked", async () => {
    const types = ["State", "Person", "Organization", "Alliance"].map((name) => ({ id: name, name }));
    const page = `${BASE}/preview?id={{id}}`;
    expect(await answer("")).toMatchObject({
      status: 200,
      body: {
        versions: ["0.2"],
        name: "Entente",
        identifierSpace: "https://entente.example/graphql#id",
        schemaSpace: "https://entente.example/graphql#type",
        defaultTypes: types,
        view: { url: page },
        preview: { url: page, width: 400, height: 120 },
        suggest: {
          entity: { service_url: "https://entente.example", service_path: "/reconcile/suggest/entity" },
        },
        batchSize: 20,
      },
    });
  });
});

describe("a candidate", () => {
  const japan = { id: "1", name: "Japan", type: "State", score: 1, exact: true };
  const like = { id: "2", name: "Japan Times", type: "Organization", score: 0.8567, exact: false };
  const candidates = async () =>
    ((await answer(batch("Japan"))).body as { q0: { result: { id: string; score: number; match: boolean }[] } }).q0
      .result;

  it("is a match where it alone bears the very name, whatever others are like it", async () => {
    found = [japan, like];
    expect(await candidates()).toEqual([
      { id: "1", name: "Japan", type: [{ id: "State", name: "State" }], score: 100, match: true },
      {
        id: "2",
        name: "Japan Times",
        type: [{ id: "Organization", name: "Organization" }],
        score: 85.7,
        match: false,
      },
    ]);
  });

  it("is none where another one bears it too, or nobody does", async () => {
    found = [japan, { ...japan, id: "3" }];
    expect((await candidates()).map(({ match }) => match)).toEqual([false, false]);
    found = [like];
    expect((await candidates()).map(({ match }) => match)).toEqual([false]);
  });

  it("is looked for by a name of 200 characters, and by none that is longer", async () => {
    for (const length of [200, 201]) await answer(batch("x".repeat(length)));
    expect(asked).toEqual(["x".repeat(200), ""]);
  });
});

describe("a suggestion", () => {
  it("has a description where there is one", async () => {
    const notable = [{ id: "State", name: "State" }];
    expect((await answer("/suggest/entity?prefix=ja")).body).toEqual({
      result: [
        { id: "1", name: "Japan", description: "A state in East Asia", notable },
        { id: "2", name: "Jamaica", notable },
      ],
    });
  });

  it("is of a prefix of 200 characters at most", async () => {
    expect((await answer(`/suggest/entity?prefix=${"x".repeat(200)}`)).status).toBe(200);
    expect(await answer(`/suggest/entity?prefix=${"x".repeat(201)}`)).toEqual(
      refused(400, 'The parameter "prefix" is too long: give at most 200 characters'),
    );
  });

  it("is of all, and a preview of nothing, where nothing is said", async () => {
    await answer("/suggest/entity");
    expect(await answer("/preview")).toMatchObject({ status: 404 });
    expect(asked).toEqual(["", ""]);
  });
});

describe("what is refused", () => {
  it("is a batch without queries", async () => {
    const init = { method: "POST", body: new URLSearchParams({ query: "Japan" }) };
    expect(await answer("", {}, inTime, init)).toEqual(refused(400, 'The parameter "queries" is missing'));
  });

  it("is what comes too late", async () => {
    const fault = new Unavailable("DEADLINE_EXCEEDED", false);
    const late: InTime = (_, otherwise) => Promise.resolve(otherwise(fault));
    expect(await answer("", {}, late)).toEqual(refused(503, fault.message, "1"));
  });

  it("is what we cannot answer, by an id under which the log has why", async () => {
    const suggest = () => Promise.reject(new Error("no such table"));
    const { status, body } = await answer("/suggest/entity", { suggest });
    expect(status).toBe(500);
    expect(body).toMatchObject({
      status: "error",
      message: expect.stringMatching(/give the id [\da-f-]{36}$/) as string,
    });
    expect(lines).toMatchObject([{ level: "error", message: "no such table" }]);
  });
});
