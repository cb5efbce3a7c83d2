import { type DocumentNode, GraphQLError, parse } from "graphql";
import { beforeEach, describe, expect, it } from "vitest";
import { documentCache } from "../../src/edge/document-cache.ts";

describe("the cache of documents", () => {
  let cache = documentCache();
  beforeEach(() => {
    cache = documentCache();
  });

  /** The document of a text, and whether the cache had it. */
  function read(text: string): { document: DocumentNode; known: boolean } {
    let found: DocumentNode | undefined;
    const setParsedDocument = (document: DocumentNode) => {
      found = document;
    };
    const after = cache.onParse?.({ params: { source: text }, setParsedDocument } as never);
    if (found !== undefined) return { document: found, known: true };
    const document = parse(text);
    after?.({ result: document } as never);
    return { document, known: false };
  }

  it("keeps a document by its text", () => {
    const { document } = read("{ a }");
    expect(read("{ a }")).toEqual({ document, known: true });
    expect(read("{ b }").known).toBe(false);
  });

  it("keeps a hundred, and forgets the one that was asked longest ago", () => {
    for (let n = 0; n < 100; n++) read(`{ a${n} }`);
    expect(read("{ a0 }").known).toBe(true);
    read("{ a100 }");
    expect(read("{ a0 }").known).toBe(true);
    expect(read("{ a1 }").known).toBe(false);
  });

  it("does not keep what cannot be parsed", () => {
    const after = cache.onParse?.({ params: { source: "{" }, setParsedDocument: () => undefined } as never);
    after?.({ result: new GraphQLError("Syntax Error") } as never);
    expect(() => read("{")).toThrow("Syntax Error");
  });

  it("keeps what validation has found in a document", () => {
    const { document } = read("{ a }");
    const found: unknown[] = [];
    const ask = () =>
      cache.onValidate?.({
        params: { documentAST: document },
        setResult: (errors: unknown) => found.push(errors),
      } as never);
    const errors = [new GraphQLError("Cannot query field")];
    ask()?.({ result: errors } as never);
    expect(found).toEqual([]);
    ask();
    expect(found).toEqual([errors]);
  });
});
