import { createHash } from "node:crypto";
import { env } from "cloudflare:workers";
import fc from "fast-check";
import {
  getIntrospectionQuery,
  GraphQLError,
  Lexer,
  parse,
  print,
  Source,
  stripIgnoredCharacters,
  TokenKind,
} from "graphql";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { DocumentName } from "../../../src/server/document/document-request.ts";
import { documentFinder } from "../../../src/server/document/named-document.ts";
import { sha256 } from "../../../src/server/http/sha256.ts";
import { cacheApi } from "../../../src/server/cache/shared-cache.ts";
import firstQuestions from "../../../documents/first-questions.json";
import { fetchNoting } from "../../ask.ts";
import { loadDataset } from "../../load-dataset.ts";

const digestOf = (text: string) =>
  createHash("sha256")
    .update(print(parse(text)))
    .digest("hex");

const files = import.meta.glob<string>("../../queries/[0-9][0-9]-*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});
const variablesOf = import.meta.glob<Record<string, unknown>>("../../queries/[0-9][0-9]-*.variables.json", {
  import: "default",
  eager: true,
});

/** What GraphiQL sends: the questions of its list as its editor has them, and its own about the schema. */
const sent: [name: string, text: string, variables: Record<string, unknown>][] = [
  ...Object.entries(files).map(([file, text]): (typeof sent)[number] => [
    file.slice("../../queries/".length, -".graphql".length),
    text.trimEnd(),
    variablesOf[file.replace(".graphql", ".variables.json")] ?? {},
  ]),
  ["introspection", getIntrospectionQuery({ schemaDescription: false, inputValueDeprecation: false }), {}],
];

const TRUSTED_ONLY = { TRUSTED_DOCUMENTS_ONLY: "true" };
const UNKNOWN = "{ actors { totalCount } }";
const FORBIDDEN = {
  message: "Only trusted documents are answered, and query is none: /documents/manifest.json lists the trusted ones",
  extensions: { code: "FORBIDDEN" },
};
const NOT_FOUND = {
  message: "documentId names no document that is known here: /documents/manifest.json lists the trusted ones",
  extensions: { code: "PERSISTED_QUERY_NOT_FOUND" },
};

beforeAll(loadDataset);

async function post(body: object, settings: object = TRUSTED_ONLY, accept = "application/json") {
  const headers = { "content-type": "application/json", accept };
  const request = new Request("http://localhost/graphql", { method: "POST", headers, body: JSON.stringify(body) });
  return read(await fetchNoting(request, settings));
}

async function get(search: Record<string, string>, settings: object = TRUSTED_ONLY) {
  const query = new URLSearchParams(search).toString();
  return read(await fetchNoting(new Request(`http://localhost/graphql?${query}`), settings));
}

async function read({ response, statements }: Awaited<ReturnType<typeof fetchNoting>>) {
  return { response, statements, body: await response.json<{ data?: unknown; errors?: unknown[] }>() };
}

it("the questions as they were worded at first are answered by their ids, as clients have them", async () => {
  expect(Object.keys(firstQuestions)).toHaveLength(13);
  for (const documentId of Object.keys(firstQuestions)) {
    const { body } = await post({ documentId });
    expect({ documentId, body }).toMatchObject({ body: { data: expect.anything() as unknown } });
    expect(body.errors).toBeUndefined();
  }
});

describe.each(sent)("with trusted documents only, %s", (_, text, variables) => {
  let whole: unknown;
  let hash: string;
  beforeAll(async () => {
    whole = (await post({ query: text, variables }, {})).body;
    hash = await sha256(text);
  });

  it("has an answer without it", () => {
    expect(whole).toMatchObject({ data: expect.anything() as unknown });
  });

  it("is answered by its text, in whatever layout", async () => {
    expect(whole).toMatchObject({ data: expect.anything() as unknown });
    for (const query of [text, `${text}\n`, `# Mine\n${text}`, stripIgnoredCharacters(text)]) {
      expect((await post({ query, variables })).body).toEqual(whole);
      expect((await get({ query, variables: JSON.stringify(variables) })).body).toEqual(whole);
    }
  });

  it("is answered by its id in either form, by POST and GET", async () => {
    for (const documentId of [hash, `sha256:${hash}`]) {
      expect((await post({ documentId, variables })).body).toEqual(whole);
      expect((await get({ documentId, variables: JSON.stringify(variables) })).body).toEqual(whole);
      const persistedQuery = { version: 1, sha256Hash: documentId };
      expect((await post({ extensions: { persistedQuery }, variables })).body).toEqual(whole);
    }
  });
});

describe("with trusted documents only", () => {
  it("another text is refused, and asks nothing of D1", async () => {
    for (const [accept, status] of [
      ["application/json", 200],
      ["application/graphql-response+json", 400],
    ] as const) {
      const { response, body, statements } = await post({ query: UNKNOWN }, TRUSTED_ONLY, accept);
      expect(response.status).toBe(status);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(body).toEqual({ errors: [FORBIDDEN] });
      expect(statements).toEqual([]);
    }
    expect((await get({ query: UNKNOWN })).body).toEqual({ errors: [FORBIDDEN] });
  });

  it("no document is registered, and none is found that was", async () => {
    const persistedQuery = { version: 1, sha256Hash: await sha256(UNKNOWN) };
    const registering = { query: UNKNOWN, extensions: { persistedQuery } };
    const notFound = { message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } };
    expect((await post(registering)).body).toEqual({ errors: [FORBIDDEN] });
    expect((await post({ extensions: { persistedQuery } }, {})).body).toEqual({ errors: [notFound] });
    expect((await post(registering, {})).body).toMatchObject({ data: {} });
    expect((await post({ extensions: { persistedQuery } }, {})).body).toMatchObject({ data: {} });
    const { body, statements } = await post({ extensions: { persistedQuery } });
    expect(body).toEqual({ errors: [notFound] });
    expect(statements).toEqual([]);
  });

  it("a text that does not parse is told so", async () => {
    const { body, statements } = await post({ query: "{" });
    expect(body).toMatchObject({ errors: [{ extensions: { code: "GRAPHQL_PARSE_FAILED" } }] });
    expect(statements).toEqual([]);
  });

  it("a setting that is neither true nor false lets nothing through", async () => {
    const lines = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const { response, statements } = await post({ query: UNKNOWN }, { TRUSTED_DOCUMENTS_ONLY: "yes" });
    expect(response.status).toBe(503);
    expect(statements).toEqual([]);
    expect(lines.mock.calls.join()).toContain("give true or false");
    lines.mockRestore();
  });

  it.each(["false", undefined])("switched off (%s), every text is answered", async (value) => {
    expect((await post({ query: UNKNOWN }, { TRUSTED_DOCUMENTS_ONLY: value })).body).toMatchObject({ data: {} });
  });
});

describe.each([[{}], [TRUSTED_ONLY]])("an id that names nothing (%o)", (settings) => {
  it("is not found, by the media type: 200 or 400, and the answer is not stored", async () => {
    const documentId = `sha256:${"0".repeat(64)}`;
    for (const [accept, status] of [
      ["application/json", 200],
      ["application/graphql-response+json", 400],
    ] as const) {
      const { response, body, statements } = await post({ documentId }, settings, accept);
      expect(response.status).toBe(status);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(body).toEqual({ errors: [NOT_FOUND] });
      expect(statements).toEqual([]);
    }
    expect((await get({ documentId }, settings)).body).toEqual({ errors: [NOT_FOUND] });
  });
});

describe("the layout of a trusted document", () => {
  const [, text] = sent[0]!;
  const findDocument = documentFinder(digestOf);
  const source = { assets: env.ASSETS, isTrustedOnly: true, cache: cacheApi(caches.default, "http://localhost") };
  const find = (query: string) => findDocument({ text: query, id: null }, source);
  const tokens = tokensOf(text);
  const gap = fc.array(fc.constantFrom(" ", "\t", "\n", "\r\n", ",", "\uFEFF", "# Who?\n"), {
    minLength: 1,
    maxLength: 3,
  });

  it("does not matter: its tokens do", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(gap, { minLength: tokens.length, maxLength: tokens.length }), async (gaps) => {
        const query = tokens.map((token, index) => token + gaps[index]!.join("")).join("");
        expect(await find(query)).toMatchObject({ text: query, isById: false, trustedName: "01-raa-partners" });
      }),
      { numRuns: 50 },
    );
  });

  it("is looked through once", async () => {
    const counting = vi.fn<typeof digestOf>(digestOf);
    const findAgain = documentFinder(counting);
    for (const query of [`# 1\n${text}`, `# 2\n${text}`, `# 1\n${text}`, `# 2\n${text}`]) {
      expect(await findAgain({ text: query, id: null }, source)).toMatchObject({ text: query });
    }
    expect(counting).toHaveBeenCalledTimes(2);
  });

  it("is no cover for a token more or less", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(tokens.length - 1), fc.boolean(), async (index, isTwice) => {
        const query = tokens.toSpliced(index, isTwice ? 0 : 1, ...(isTwice ? [tokens[index]!] : [])).join(" ");
        const found = await find(query);
        expect(found).toBeInstanceOf(GraphQLError);
      }),
      { numRuns: 100 },
    );
  });
});

function tokensOf(text: string): string[] {
  const lexer = new Lexer(new Source(text));
  const tokens: string[] = [];
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    tokens.push(text.slice(token.start, token.end));
  }
  return tokens;
}

describe("the name of a document", () => {
  const [name, text] = sent[0]!;
  const find = documentFinder(digestOf);
  const ask = async (text: string | null, hashed: string | null, isTrustedOnly: boolean) => {
    const id = hashed === null ? null : ({ hash: await sha256(hashed), parameter: "documentId" } as const);
    const request = { text, id } as DocumentName;
    const found = await find(request, {
      assets: env.ASSETS,
      isTrustedOnly,
      cache: cacheApi(caches.default, "http://localhost"),
    });
    if (found instanceof GraphQLError) throw found;
    await found.keep?.();
    return [found.isById, found.trustedName];
  };

  it("is known where a trusted one is named by its id, and otherwise with trusted documents only", async () => {
    expect(await ask(null, text, false)).toEqual([true, name]);
    expect(await ask(text, text, false)).toEqual([true, name]);
    expect(await ask(text, null, false)).toEqual([false, null]);
    expect(await ask(null, text, true)).toEqual([true, name]);
    expect(await ask(text, text, true)).toEqual([true, name]);
    expect(await ask(text, null, true)).toEqual([false, name]);
  });

  it("is known of no document that a client has registered", async () => {
    expect(await ask("{ mine }", "{ mine }", false)).toEqual([true, null]);
    expect(await ask(null, "{ mine }", false)).toEqual([true, null]);
  });
});

describe("the files of trusted documents", () => {
  const [, text] = sent[0]!;
  const manifest = async () => Response.json({ [await sha256(text)]: "mine" });
  const ask = async (fetch: (path: string) => Promise<Response>, times = 1) => {
    const paths: string[] = [];
    const assets = {
      fetch: (input: unknown) => {
        const { pathname } = new URL(input as string);
        paths.push(pathname);
        return fetch(pathname);
      },
    };
    const find = documentFinder(digestOf);
    const id = { hash: await sha256(text), parameter: "documentId" } as const;
    const found = [];
    for (let n = 0; n < times; n++) {
      found.push(
        await find(
          { text: null, id },
          { assets, isTrustedOnly: true, cache: cacheApi(caches.default, "http://localhost") },
        ),
      );
    }
    return { paths, found };
  };
  const serve = async (path: string) => (path.endsWith("manifest.json") ? manifest() : new Response(text));

  it("are read once, when they are first asked for", async () => {
    const { paths, found } = await ask(serve, 3);
    expect(found).toMatchObject(Array.from({ length: 3 }, () => ({ text, isById: true, trustedName: "mine" })));
    expect(paths).toEqual(["/documents/manifest.json", `/documents/${await sha256(text)}.graphql`]);
  });

  it("are an error of ours where one is missing", async () => {
    const missing = () => Promise.resolve(new Response(null, { status: 404 }));
    await expect(ask(missing)).rejects.toThrow("documents/manifest.json is missing: build the pages");
  });

  it("are an error of ours where one is not what its name says", async () => {
    const other = async (path: string) =>
      path.endsWith("manifest.json") ? manifest() : new Response("<!doctype html>");
    await expect(ask(other)).rejects.toThrow(/^documents\/[0-9a-f]{64}\.graphql is not what its name says$/);
  });
});
