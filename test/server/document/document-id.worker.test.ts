import { describe, expect, it } from "vitest";
import { sha256 } from "../../../src/server/http/sha256.ts";
import { fetchNoting } from "../../ask.ts";

const QUERY = "{ __typename }";
const HASH = await sha256(QUERY);
const WHAT_IS_RIGHT =
  "is to be the SHA-256 of the document's text: 64 lower-case hexadecimal digits, bare or after sha256:";

async function post(body: object) {
  const headers = { "content-type": "application/json" };
  return read(new Request("http://localhost/graphql", { method: "POST", headers, body: JSON.stringify(body) }));
}

async function get(search: Record<string, string>) {
  return read(new Request(`http://localhost/graphql?${new URLSearchParams(search).toString()}`));
}

async function read(request: Request) {
  const { response, statements } = await fetchNoting(request);
  const body = await response.json<{ data?: unknown; errors?: { message: string; extensions: object }[] }>();
  return { status: response.status, body, statements };
}

const badInput = (message: string) => ({ errors: [{ message, extensions: { code: "BAD_USER_INPUT" } }] });

describe("a documentId", () => {
  it("is the SHA-256 of the example in the specification", async () => {
    expect(await sha256("query ($id: ID!) {\n  user(id: $id) {\n    name\n  }\n}")).toBe(
      "7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e",
    );
  });

  it.each([
    "",
    "RaaPartners",
    HASH.slice(1),
    `${HASH}0`,
    HASH.toUpperCase(),
    `SHA256:${HASH}`,
    `sha512:${HASH}`,
    `md5:${HASH.slice(32)}`,
    `x-mine:${HASH}`,
    `sha256:sha256:${HASH}`,
    ` ${HASH}`,
    `${HASH}\n`,
    "../../../etc/passwd",
  ])("that is no SHA-256 is refused: %j", async (documentId) => {
    const refusal = badInput(`documentId ${WHAT_IS_RIGHT}`);
    expect(await post({ documentId })).toMatchObject({ body: refusal, statements: [] });
    expect(await get({ documentId })).toMatchObject({ body: refusal, statements: [] });
  });

  it.each([1, true, {}, [HASH]])("that is no text is refused: %j", async (documentId) => {
    expect((await post({ documentId })).body).toEqual(badInput(`documentId ${WHAT_IS_RIGHT}`));
  });

  it("beside a query is its SHA-256, and then it is taken for that document from then on", async () => {
    for (const documentId of [HASH, `sha256:${HASH}`]) {
      expect((await post({ documentId, query: QUERY })).body).toMatchObject({ data: { __typename: "Query" } });
      expect((await get({ documentId, query: QUERY })).body).toMatchObject({ data: { __typename: "Query" } });
      expect((await get({ documentId })).body).toMatchObject({ data: { __typename: "Query" } });
    }
  });

  it("beside another query is refused", async () => {
    const refusal = badInput("documentId is to be the SHA-256 of query, or query is to be left out");
    expect((await post({ documentId: HASH, query: `${QUERY} ` })).body).toEqual(refusal);
    expect((await post({ documentId: HASH, query: "" })).body).toEqual(refusal);
    expect((await get({ documentId: HASH, query: "" })).body).toEqual(refusal);
  });

  it("of null is none", async () => {
    const extensions = { persistedQuery: null };
    expect((await post({ documentId: null, query: QUERY, extensions })).body).toMatchObject({
      data: { __typename: "Query" },
    });
  });

  it("is not read from the address of a POST", async () => {
    const { status, body } = await read(
      new Request(`http://localhost/graphql?documentId=${HASH}&query=${QUERY}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{}",
      }),
    );
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toBe("Missing query, or a documentId in its place");
  });
});

describe("extensions.persistedQuery", () => {
  const HASH_NAME = "extensions.persistedQuery.sha256Hash";

  it.each([
    [{ version: 2, sha256Hash: HASH }, "extensions.persistedQuery.version is to be 1"],
    [{ sha256Hash: HASH }, "extensions.persistedQuery.version is to be 1"],
    [HASH, "extensions.persistedQuery.version is to be 1"],
    [{ version: 1 }, `${HASH_NAME} ${WHAT_IS_RIGHT}`],
    [{ version: 1, sha256Hash: "abc" }, `${HASH_NAME} ${WHAT_IS_RIGHT}`],
  ])("that is not as it should be is refused: %j", async (persistedQuery, message) => {
    expect((await post({ extensions: { persistedQuery } })).body).toEqual(badInput(message));
    expect((await get({ extensions: JSON.stringify({ persistedQuery }) })).body).toEqual(badInput(message));
  });

  it("of another document than documentId is refused, of the same is not", async () => {
    const of = (documentId: string) => ({
      documentId,
      extensions: { persistedQuery: { version: 1, sha256Hash: HASH } },
    });
    expect((await post(of("0".repeat(64)))).body).toEqual(
      badInput(`documentId and ${HASH_NAME} name two documents: give one of them`),
    );
    expect((await post({ ...of(`sha256:${HASH}`), query: QUERY })).body).toMatchObject({
      data: { __typename: "Query" },
    });
  });
});

describe("a request", () => {
  it.each([{}, { query: null }, { variables: {} }, { operationName: "A", extensions: {} }])(
    "without a document is refused with 400: %j",
    async (body) => {
      expect(await post(body)).toEqual({
        status: 400,
        statements: [],
        body: {
          errors: [{ message: "Missing query, or a documentId in its place", extensions: { code: "BAD_REQUEST" } }],
        },
      });
    },
  );

  it.each([
    [1, `"query" is a number: give a text, or leave it out`],
    [["{ __typename }"], `"query" is a list: give a text, or leave it out`],
  ])("whose query is no text is refused with 400: %j", async (query, message) => {
    expect(await post({ query, documentId: HASH })).toMatchObject({ status: 400, body: { errors: [{ message }] } });
  });

  it.each(["null", "1", "[1]", JSON.stringify(JSON.stringify({ query: QUERY }))])(
    "whose body is no object is refused with 400: %s",
    async (body) => {
      const headers = { "content-type": "application/json" };
      const answer = await read(new Request("http://localhost/graphql", { method: "POST", headers, body }));
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ message: "JSON body must be an object" }] } });
    },
  );

  it.each([
    [{ variables: "" }, `"variables" is a text: give an object, such as {"slug": "japan"}, or leave it out`],
    [{ variables: '{"slug":"japan"}' }, `"variables" is a text: give an object`],
    [{ variables: [] }, `"variables" is a list: give an object`],
    [{ variables: 7 }, `"variables" is a number: give an object`],
    [{ extensions: "revision" }, `"extensions" is a text: give an object, such as {"revision": 1}`],
    [{ operationName: ["A"] }, `"operationName" is a list: give a text`],
    [{ doc_id: HASH }, `"doc_id" is nothing that a request has: there are query, documentId, operationName`],
    [{ Variables: {} }, `"Variables" is nothing that a request has`],
  ])("that has %j is told what would be right", async (body, message) => {
    const answer = await post({ query: QUERY, ...body });
    expect(answer).toMatchObject({ status: 400, statements: [] });
    expect(answer.body.errors?.[0]?.message).toContain(message);
  });

  it("may leave out by null and by an empty name what it may leave out", async () => {
    const empty = { operationName: "", variables: null, extensions: null, documentId: null };
    expect((await post({ query: QUERY, ...empty })).body).toMatchObject({ data: { __typename: "Query" } });
  });

  it.each([
    [{ query: QUERY, variables: "{" }, "The parameter variables of the address is no JSON"],
    [{ query: QUERY, extensions: "revision" }, "The parameter extensions of the address is no JSON"],
    [{ query: QUERY, variable: "{}" }, `"variable" is no parameter of this address: it may have query, documentId,`],
    [{ query: QUERY, asOf: "2020-01-01" }, `"asOf" is no parameter of this address`],
  ])("by an address that has %j is told what would be right", async (search, message) => {
    const answer = await get(search);
    expect(answer).toMatchObject({ status: 400, statements: [] });
    expect(answer.body.errors?.[0]?.message).toContain(message);
  });

  it("has each parameter of its address once, and by POST in its body", async () => {
    const address = `http://localhost/graphql?query=${encodeURIComponent(QUERY)}`;
    const twice = await read(new Request(`${address}&query=${encodeURIComponent("{ a: __typename }")}`));
    expect(twice.body.errors?.[0]?.message).toBe(`The address has "query" several times: give it once`);
    const headers = { "content-type": "application/json" };
    const both = await read(new Request(address, { method: "POST", headers, body: JSON.stringify({ query: QUERY }) }));
    expect(both.body.errors?.[0]?.message).toBe(
      `"query" is no parameter of this address: it may have revision, lineage, and the rest is in its body`,
    );
  });

  it("whose operationName is empty names no operation", async () => {
    expect((await get({ query: "query A { __typename }", operationName: "" })).body).toMatchObject({
      data: { __typename: "Query" },
    });
    expect((await post({ query: QUERY, operationName: "" })).body).toMatchObject({ data: { __typename: "Query" } });
  });
});
