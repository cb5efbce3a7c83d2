import { env } from "cloudflare:workers";
import { buildSchema } from "graphql";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { inRequest, pinOf } from "../../../src/server/cache/pinned-revision.ts";
import { requestState } from "../request-state.ts";
import { serviceOf } from "../service.ts";
import worker from "../../../src/worker.ts";
import { ask, fetchNoting } from "../../ask.ts";
import { loadDataset } from "../../load-dataset.ts";
import { run } from "../../revise.ts";
import { fakeDatabase } from "../../fake-database.ts";

it("of a service without any revision is refused", async () => {
  const revisions = () => Promise.resolve({ oldest: 1, newest: 0, lineage: "0f".repeat(12) });
  expect(await pinOf(inRequest({ revision: 1 }, null), new Headers(), revisions)).toMatchObject({
    message: "Revision 1 is asked for, and there is none yet",
    extensions: { code: "BAD_USER_INPUT" },
  });
});

let lineage: string;

beforeAll(async () => {
  await loadDataset();
  lineage = (await env.DB.prepare("select lineage from lineages").first<string>("lineage"))!;
  await run("update actors set name = 'Nippon' where slug = 'japan'");
  await run("update actors set name = 'Nihon' where slug = 'japan'");
});

const NAME = `{ actor(slug: "japan") { name } dataset { revision } }`;

interface Body {
  data?: { actor: { name: string }; dataset: { revision: number } };
  errors?: { message: string; extensions: { code: string } }[];
  extensions?: unknown;
}

async function post(body: object, headers: Record<string, string> = {}, settings: object = {}, search = "") {
  const { response, statements } = await fetchNoting(
    new Request(`http://localhost/graphql${search}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query: NAME, ...body }),
    }),
    settings,
  );
  return { status: response.status, body: await response.json<Body>(), statements };
}

describe("a request that is pinned to a revision", () => {
  it.each([
    [1, "Japan"],
    [2, "Nippon"],
    [3, "Nihon"],
  ])("is answered as the data was after revision %i", async (revision, name) => {
    const cost: unknown = expect.anything();
    const answer = { data: { actor: { name }, dataset: { revision } }, extensions: { cost, revision, lineage } };
    expect((await post({ extensions: { revision } })).body).toEqual(answer);
    expect((await post({}, { "entente-revision": String(revision) })).body).toEqual(answer);
    expect((await post({ extensions: { revision } }, { "entente-revision": String(revision) })).body).toEqual(answer);
    const search = new URLSearchParams({ query: NAME, extensions: JSON.stringify({ revision }) });
    const { response } = await fetchNoting(new Request(`http://localhost/graphql?${search.toString()}`));
    expect(await response.json()).toEqual(answer);
    expect((await post({}, {}, {}, `?revision=${revision}`)).body).toEqual(answer);
    const byAddress = new URLSearchParams({ query: NAME, revision: `${revision}`, lineage });
    const got = await fetchNoting(new Request(`http://localhost/graphql?${byAddress.toString()}`));
    expect(got.response.headers.get("cache-control")).toContain("immutable");
    expect(await got.response.json()).toEqual(answer);
  });

  it("pins each operation of a batch by the address", async () => {
    const { response } = await fetchNoting(
      new Request("http://localhost/graphql?revision=1", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify([{ query: NAME }, { query: NAME, extensions: { revision: 2 } }]),
      }),
    );
    expect(await response.json()).toMatchObject([
      { data: { dataset: { revision: 1 } } },
      { errors: [{ message: expect.stringContaining("give one of them") as string }] },
    ]);
  });

  it("takes one statement more, which reads how far the revisions go", async () => {
    const exact = { CACHE_STALENESS_MS: "0" };
    const live = await post({});
    expect(live.body).not.toHaveProperty("extensions.revision");
    const pinned = await post({ extensions: { revision: 1 } }, {}, exact);
    expect(pinned.statements.length).toBe(live.statements.length + 1);
  });

  it("is not pinned by other extensions, nor by null", async () => {
    expect((await post({ extensions: { other: 1 } })).body.data?.actor.name).toBe("Nihon");
    expect((await post({ extensions: { revision: null } })).body.data?.actor.name).toBe("Nihon");
  });
});

describe("a request that names a lineage", () => {
  const OTHER = "0f".repeat(12);
  const doors: [string, (of: string) => Promise<Awaited<ReturnType<typeof post>>>][] = [
    ["extensions", (of) => post({ extensions: { lineage: of } })],
    ["extensions, pinned", (of) => post({ extensions: { revision: 1, lineage: of } })],
    ["the header", (of) => post({}, { "entente-lineage": of })],
    ["both", (of) => post({ extensions: { revision: 1, lineage: of } }, { "entente-lineage": of })],
    ["a mutation", (of) => post({ query: "mutation { reindex { folded } }", extensions: { lineage: of } })],
  ];

  it("is told it with the revision, and by dataset", async () => {
    const { body } = await post({ query: "{ dataset { lineage } }", extensions: { revision: 1 } });
    expect(body).toMatchObject({ data: { dataset: { lineage } }, extensions: { revision: 1, lineage } });
    expect(lineage).toMatch(/^[\da-f]{24}$/);
  });

  it.each(doors)("in %s is answered where it is that of the data, and else refused", async (_, send) => {
    const { status, body } = await send(lineage);
    expect(status).toBe(200);
    expect(body).toHaveProperty("data");
    const refused = await send(OTHER);
    expect(refused.status).toBe(412);
    expect(refused.body).toEqual({
      errors: [
        {
          message: `Lineage ${OTHER} is asked for, and this is ${lineage}: the data was restored, and numbers of revisions may stand for others than before`,
          extensions: { code: "LINEAGE_CHANGED" },
        },
      ],
    });
  });

  it.each([[""], ["0F".repeat(12)], [`${OTHER}0`], [7], [[OTHER]], [{}]])(
    "that cannot be is refused: %j",
    async (of) => {
      const { status, body, statements } = await post({ extensions: { lineage: of } });
      expect(status).toBe(400);
      expect(body.errors?.[0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT" } });
      expect(body.errors?.[0]?.message).toContain(`extensions.lineage is ${JSON.stringify(of)}: give a lineage`);
      expect(statements).toEqual([]);
    },
  );

  it("is refused where the header says another than the body", async () => {
    const { status, body } = await post({ extensions: { lineage } }, { "entente-lineage": OTHER });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toContain(`and the header Entente-Lineage ${OTHER}: give one of them`);
  });
});

describe("a pin that cannot be", () => {
  it.each([[0], [-1], [1.5], ["1"], ["x"], [true], [[1]], [{}], [2 ** 60]])("is refused: %j", async (revision) => {
    const { status, body, statements } = await post({ extensions: { revision } });
    expect(status).toBe(400);
    expect(body.data).toBeUndefined();
    expect(body.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(body.errors?.[0]?.message).toContain("extensions.revision");
    expect(statements).toEqual([]);
  });

  it.each(["0", "-1", "1.5", "one", "1, 2", "99999999999999999999"])("is refused in the header: %s", async (header) => {
    const { status, body, statements } = await post({}, { "entente-revision": header });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toContain("Entente-Revision");
    expect(statements).toEqual([]);
  });

  it.each(["", "0", "-1", "1.5", "one", "1,2", "0x1"])("is refused in the address: %j", async (value) => {
    const { status, body, statements } = await post({}, {}, {}, `?revision=${value}`);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toContain("the parameter revision is");
    expect(statements).toEqual([]);
  });

  it("is refused past the newest revision, which it names", async () => {
    const { status, body } = await post({ extensions: { revision: 4 } });
    expect(status).toBe(400);
    expect(body.errors?.[0]).toMatchObject({
      message: "There is no revision 4: the newest is 3",
      extensions: { code: "BAD_USER_INPUT" },
    });
  });

  it("is refused where the address says another than the header or the body", async () => {
    for (const { body } of [
      await post({}, { "entente-revision": "2" }, {}, "?revision=1"),
      await post({ extensions: { revision: 2 } }, {}, {}, "?revision=1"),
    ]) {
      expect(body.errors?.[0]?.message).toMatch(/the parameter revision (is )?1/);
    }
    expect((await post({ extensions: { revision: 2 } }, { "entente-revision": "2" }, {}, "?revision=2")).status).toBe(
      200,
    );
  });

  it.each(["revison", "Revision", "rev", "at"])("is refused where the address misspells it: %s", async (name) => {
    const { status, body } = await post({}, {}, {}, `?${name}=1`);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toBe(`"${name}" is no parameter of this address: it may have revision, lineage`);
  });

  it("is refused beside the query, with the place where it belongs", async () => {
    const { status, body } = await post({ revision: 1 });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toBe(
      `"revision" is nothing that a request has: write it within extensions: {"extensions": {"revision": …}}`,
    );
  });

  it("is refused where the header says another than the body", async () => {
    const { status, body } = await post({ extensions: { revision: 1 } }, { "entente-revision": "2" });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toContain("extensions.revision is 1, and the header Entente-Revision 2");
  });
});

describe("a mutation that is pinned to a revision", () => {
  const schema = buildSchema("type Query { x: Int } type Mutation { x: Int }");
  const logged = vi.fn<(line: object) => void>();
  const answer = serviceOf({ schema, settings: { LOG_REQUESTS: false }, log: logged });

  async function send(query: string, extensions: object) {
    const response = await answer(
      new Request("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, extensions, operationName: "Write" }),
      }),
      requestState({
        read: () => Promise.resolve({ oldest: 1, newest: 3, at: "", lineage: "0f".repeat(12), bookmark: null }),
      }),
    );
    return { status: response.status, body: await response.json() };
  }

  it("is refused before it runs", async () => {
    const query = "query Read { x } mutation Write { x }";
    expect(await send(query, { revision: 2 })).toEqual({
      status: 400,
      body: {
        errors: [
          {
            message: "The request is pinned to revision 2, where nothing can be changed any more",
            extensions: { code: "BAD_USER_INPUT" },
          },
        ],
      },
    });
    expect(logged).not.toHaveBeenCalled();
    expect((await send(query, {})).body).toMatchObject({ data: { x: null } });
    expect((await send("query Write { x } mutation Other { x }", { revision: 2 })).status).toBe(200);
  });
});

describe("what only the present can tell", () => {
  it.each([`search(query: "japan") { totalCount }`, `resolve(name: "japan") { score }`])(
    "is refused: %s",
    async (field) => {
      const { data, errors } = await ask(`{ dataset { revision } answer: ${field} }`, {}, 1);
      expect(data).toBeNull();
      expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
      expect(errors?.[0]?.message).toContain("not as of revision 1");
      expect((await ask(`{ answer: ${field} }`)).errors).toBeUndefined();
    },
  );
});

describe("a revision made before there was history", () => {
  it("is refused, since nothing tells of it", async () => {
    await env.DB.prepare("insert into revisions (number, at, author, reason) values (4, '2026-11-25', 'x', 'x')").run();
    const { status, body } = await post({ extensions: { revision: 3 } }, {}, { CACHE_STALENESS_MS: 0 });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toBe("Of revision 3 nothing is known: history begins with 4");
    expect((await post({ extensions: { revision: 4 } })).status).toBe(200);
  });
});

describe("a fault of the database while the revisions are looked up", () => {
  it("is answered with an id and without its cause", async () => {
    const broken = fakeDatabase({
      prepare: () => {
        throw new Error("D1_ERROR: secret.internal");
      },
    });
    const request = new Request("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", "entente-revision": "1" },
      body: JSON.stringify({ query: NAME }),
    });
    const response = await worker.fetch(request as never, {
      ...env,
      DB: broken,
      ...({ CACHE_STALENESS_MS: 0 } as object),
    });
    const text = await response.text();
    expect(text).toContain("INTERNAL_SERVER_ERROR");
    expect(text).not.toMatch(/D1_|secret/);
  });
});
