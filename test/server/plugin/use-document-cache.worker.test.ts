import { parse } from "graphql";
import { describe, expect, it, vi } from "vitest";
import { documentCache, type ReadDocument } from "../../../src/server/document/document-cache.ts";
import { usualSettings } from "../../../src/server/settings.ts";
import { useDocumentCache } from "../../../src/server/plugin/use-document-cache.ts";
import { bareYoga, NUMBERS } from "./bare-yoga.ts";

const documents = documentCache(NUMBERS, usualSettings.document);
const { post, get, contexts } = bareYoga({ plugins: [useDocumentCache(documents)] });
const codesOf = async (response: Promise<Response>) =>
  (await (await response).json<{ errors: { extensions: { code: string } }[] }>()).errors.map(
    ({ extensions }) => extensions.code,
  );

describe("a document", () => {
  it("is parsed and validated once, and its operation found", async () => {
    const faults = vi.fn<ReadDocument["faults"]>(() => []);
    const read = vi.fn<(text: string) => ReadDocument>((text) => ({ document: parse(text), faults, digest: () => "" }));
    const bare = bareYoga({ plugins: [useDocumentCache(read)] });
    expect(await (await bare.post({ query: "query A { one } query B { b: one }", operationName: "B" })).json()).toEqual(
      { data: { b: 1 } },
    );
    expect(bare.contexts[0]).toMatchObject({ operation: { name: { value: "B" } } });
    expect([read.mock.calls.length, faults.mock.calls.length]).toEqual([1, 1]);
  });

  it.each([
    [{ query: "{" }, "GRAPHQL_PARSE_FAILED"],
    [{ query: "{ two }" }, "GRAPHQL_VALIDATION_FAILED"],
    [{ query: "query A { one }", operationName: "B" }, "BAD_USER_INPUT"],
    [{ query: "query A { two }", operationName: "B" }, "GRAPHQL_VALIDATION_FAILED"],
    [{ query: `{ ${"a: one ".repeat(500)} }` }, "COST_LIMIT_EXCEEDED"],
  ])("is refused where it is %j: %s", async (body, code) => {
    contexts.length = 0;
    expect(await codesOf(post(body))).toEqual([code]);
    expect(contexts).toEqual([]);
  });

  it("has its faults as they were the first time, however often they are told", async () => {
    const told = async () => (await post({ query: "{ two }" })).text();
    expect(await told()).toBe(await told());
    expect(documents("{ two }").faults()[0]?.extensions).toEqual({ code: "GRAPHQL_VALIDATION_FAILED" });
  });
});

describe("by GET", () => {
  it("a mutation is 405, before it is validated", async () => {
    const response = await get("mutation { nothing }");
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
  });

  it("a subscription is for who takes events", async () => {
    expect((await get("subscription { numbers(to: 1) }", { accept: "application/json" })).status).toBe(405);
    expect(await (await get("subscription { numbers(to: 1) }", { accept: "text/event-stream" })).text()).toContain(
      '"numbers":1',
    );
  });
});
