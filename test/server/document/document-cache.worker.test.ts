import { usualSettings } from "../../../src/server/settings.ts";
import { buildSchema, GraphQLError } from "graphql";
import { beforeEach, describe, expect, it } from "vitest";
import { documentCache } from "../../../src/server/document/document-cache.ts";

describe("the cache of documents", () => {
  const schema = buildSchema("type Query { a: Int }");
  const limits = { ...usualSettings.document, bytes: 100, tokens: 20, depth: 3 };
  let read = documentCache(schema, limits);
  beforeEach(() => {
    read = documentCache(schema, limits);
  });

  it("keeps a document by its text", () => {
    const document = read("{ a }");
    expect(read("{ a }")).toBe(document);
    expect(read("{ b }")).not.toBe(document);
  });

  it("keeps a hundred, and forgets the one that was asked longest ago", () => {
    const [first, second] = Array.from({ length: 100 }, (_, n) => read(`{ a${n} }`));
    expect(read("{ a0 }")).toBe(first);
    read("{ a100 }");
    expect(read("{ a0 }")).toBe(first);
    expect(read("{ a1 }")).not.toBe(second);
  });

  it("does not keep what cannot be parsed, and says so with a code", () => {
    for (let n = 0; n < 2; n++) {
      let fault: unknown;
      try {
        read("{");
      } catch (error) {
        fault = error;
      }
      expect(fault).toBeInstanceOf(GraphQLError);
      expect(fault).toMatchObject({
        message: "Syntax Error: Expected Name, found <EOF>.",
        locations: [{ line: 1, column: 2 }],
        extensions: { code: "GRAPHQL_PARSE_FAILED" },
      });
    }
  });

  it("keeps what validation has found in a document, with a code", () => {
    expect(read("{ a }").faults()).toEqual([]);
    const faults = read("{ b }").faults();
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({
      message: 'Cannot query field "b" on type "Query". Did you mean "a"?',
      locations: [{ line: 1, column: 3 }],
      extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
    });
    expect(read("{ b }").faults()).toBe(faults);
  });

  it.each([
    ["bytes, counted in UTF-8", `{ a # ${"é".repeat(50)}\n}`, "The document is longer than 100 bytes"],
    ["tokens", `{ ${"a ".repeat(20)}}`, "The document is longer than 20 tokens"],
  ])("refuses what has too many %s", (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it("takes as many bytes as there may be, counted in UTF-8", () => {
    const text = `{ a } # ${"é".repeat(46)}`;
    expect(read(text).faults()).toEqual([]);
    expect(() => read(`${text} `)).toThrow("The document is longer than 100 bytes");
    expect(() => read("{ a }".padEnd(101))).toThrow("The document is longer than 100 bytes");
  });

  it("tells what is wrong with the shape of a document alone, before it is validated", () => {
    expect(read("{ b { c { d { e } } } }").faults()).toMatchObject([{ extensions: { code: "COST_LIMIT_EXCEEDED" } }]);
  });

  it("tells of twenty faults at most, and that there are more", () => {
    const read = documentCache(schema, { ...usualSettings.document, bytes: 1000, tokens: 100, depth: 3 });
    const faults = (count: number) =>
      read(`{ ${Array.from({ length: count }, (_, n) => `b${n}`).join(" ")} }`).faults();
    expect(faults(20)).toHaveLength(20);
    expect(faults(30)).toHaveLength(21);
  });

  it("has one digest for one meaning, whatever the layout", () => {
    expect(read("{ a }").digest()).toBe(read("query {\n  a # a comment\n}").digest());
    expect(read("{ a }").digest()).not.toBe(read("{ b: a }").digest());
    expect(read("{ a }").digest()).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("a document that is nested too deep to be parsed", () => {
  it.each([
    ["lists", `{ a(b: ${"[".repeat(99_990)}`],
    ["selections", "{a".repeat(49_999)],
  ])("is refused where the limits let it through: %s", (_, text) => {
    const read = documentCache(buildSchema("type Query { a: Int }"), {
      ...usualSettings.document,
      bytes: 1_000_000,
      tokens: 100_000,
      depth: 50,
    });
    expect(() => read(text)).toThrow(GraphQLError);
    expect(() => read(text)).toThrow("The document is longer than can be read: ask for less at once");
  });
});
