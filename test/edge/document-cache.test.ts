import { buildSchema, GraphQLError } from "graphql";
import { beforeEach, describe, expect, it } from "vitest";
import { documentCache } from "../../src/edge/document-cache.ts";

describe("the cache of documents", () => {
  const schema = buildSchema("type Query { a: Int }");
  let { parse, validate } = documentCache();
  beforeEach(() => {
    ({ parse, validate } = documentCache());
  });

  it("keeps a document by its text", () => {
    const document = parse("{ a }");
    expect(parse("{ a }")).toBe(document);
    expect(parse("{ b }")).not.toBe(document);
  });

  it("keeps a hundred, and forgets the one that was asked longest ago", () => {
    const [first, second] = Array.from({ length: 100 }, (_, n) => parse(`{ a${n} }`));
    expect(parse("{ a0 }")).toBe(first);
    parse("{ a100 }");
    expect(parse("{ a0 }")).toBe(first);
    expect(parse("{ a1 }")).not.toBe(second);
  });

  it("does not keep what cannot be parsed, and says so with a code", () => {
    for (let n = 0; n < 2; n++) {
      let fault: unknown;
      try {
        parse("{");
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
    expect(validate(schema, parse("{ a }"))).toEqual([]);
    const faults = validate(schema, parse("{ b }"));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({
      message: 'Cannot query field "b" on type "Query". Did you mean "a"?',
      locations: [{ line: 1, column: 3 }],
      extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
    });
    expect(validate(schema, parse("{ b }"))).toBe(faults);
  });
});
