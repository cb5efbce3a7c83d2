import { describe, expect, it } from "vitest";
import { documentCache } from "../../../src/server/document/document-cache.ts";
import { useDocumentCache } from "../../../src/server/plugin/use-document-cache.ts";
import { useWarnings } from "../../../src/server/plugin/use-warnings.ts";
import { usualSettings } from "../../../src/server/settings.ts";
import { bareYoga, NUMBERS } from "./bare-yoga.ts";

const documents = documentCache(NUMBERS, usualSettings.document);
const { post } = bareYoga({ plugins: [useDocumentCache(documents), useWarnings()] });
const warningsFor = async (body: object) => {
  const answer = await (await post(body)).json<{ data?: unknown; extensions?: { warnings: unknown } }>();
  return { data: answer.data, warnings: answer.extensions?.warnings };
};
const TWICE = "query ($n: Int!) { twice(n: $n) }";

describe("an answer", () => {
  it.each([
    { query: "{ one }" },
    { query: "{ one }", extensions: {}, variables: {} },
    { query: "{ one }", extensions: { clientLibrary: { name: "@apollo/client", version: "4.3.8" } } },
    { query: "{ one }", extensions: { persistedQuery: null, revision: null } },
    { query: TWICE, variables: { n: 1 } },
  ])("has no warnings where all of its request is read: %j", async (body) => {
    expect((await warningsFor(body)).warnings).toBeUndefined();
  });

  it("tells which extensions are not read", async () => {
    expect(await warningsFor({ query: "{ one }", extensions: { revison: 1, persistedQuery: null } })).toEqual({
      data: { one: 1 },
      warnings: [
        {
          message: `extensions has "revison", which is not read: there are revision, lineage, persistedQuery, clientLibrary`,
          code: "UNKNOWN_EXTENSION",
        },
      ],
    });
  });

  it("tells which variables its operation does not declare, also where one is missed", async () => {
    const warning = (declared: string) => ({
      message: `variables has "N", which is not read: the operation declares ${declared}`,
      code: "UNDECLARED_VARIABLE",
    });
    expect((await warningsFor({ query: "{ one }", variables: { N: 1 } })).warnings).toEqual([warning("none")]);
    expect(await warningsFor({ query: TWICE, variables: { N: 1 } })).toEqual({
      data: undefined,
      warnings: [warning("$n")],
    });
  });

  it("has ten warnings at most, of names that can be read", async () => {
    const variables = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`${index}${"x".repeat(500)}`, 1]));
    const { warnings } = await warningsFor({ query: "{ one }", variables });
    expect(warnings).toHaveLength(10);
    expect(JSON.stringify(warnings).length).toBeLessThan(2_000);
  });
});
