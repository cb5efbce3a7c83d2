import { describe, expect, it } from "vitest";
import { coded } from "../../../src/server/http/error.ts";
import type { NamedDocument } from "../../../src/server/document/named-document.ts";
import { useDocument } from "../../../src/server/plugin/use-document.ts";
import { bareYoga } from "./bare-yoga.ts";

const named = (text: string, keep: NamedDocument["keep"] = null) => ({ text, isById: true, trustedName: null, keep });

describe("the document of a request", () => {
  it("is the one that is found, in the place of what was sent", async () => {
    const { post, contexts } = bareYoga({
      plugins: [useDocument(async () => named("{ found: one }"), { trustedOnly: false })],
    });
    expect(await (await post({ query: "" })).json()).toEqual({ data: { found: 1 } });
    expect(contexts[0]).toMatchObject({ named: { text: "{ found: one }" } });
  });

  it("that is valid is kept, and no other is", async () => {
    const kept: string[] = [];
    const keeping = (text: string) =>
      useDocument(async () => named(text, async () => void kept.push(text)), { trustedOnly: false });
    for (const text of ["{ one }", "{ two }", "{"]) await bareYoga({ plugins: [keeping(text)] }).post({ query: text });
    expect(kept).toEqual(["{ one }"]);
  });

  it.each<[string, () => Promise<never>, object]>([
    [
      "is not known",
      () => Promise.reject(coded("PERSISTED_QUERY_NOT_FOUND", "no")),
      { extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } },
    ],
    ["cannot be read", () => Promise.reject(new Error("no such file")), { message: "no such file" }],
  ])("that %s is an error of its operation alone", async (_, find, error) => {
    const { post, contexts } = bareYoga({ plugins: [useDocument(find, { trustedOnly: false })] });
    expect(await (await post([{ query: "{ one }" }, { query: "{ one }" }])).json()).toMatchObject([
      { errors: [error] },
      { errors: [error] },
    ]);
    expect(contexts).toEqual([]);
  });
});
