import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { linkTo, readLink } from "../../web/link.ts";
import { pinnedTo, revisionIn } from "../../web/pin.ts";
import { questionTexts } from "../../web/question-folder.ts";
import { questionsIn } from "../../web/question.ts";

const questions = questionsIn(questionTexts(join(import.meta.dirname, "../queries")));

describe("the questions that GraphiQL lists", () => {
  it("are those of every folder, in the order of their numbers", () => {
    expect(questions.length).toBeGreaterThan(15);
    expect(questions[0]?.title).toBe("Who are Japan's reciprocal access partners on 7 May 2022?");
    expect(questions.at(-1)?.query).toMatch(/^mutation EnterStatement/m);
  });

  it("have a mutation, a pin, a search and a network among them", () => {
    const parts = [/^mutation /m, /\bsearch\(/, /\bnetwork\(/];
    expect(parts.filter((part) => !questions.some(({ query }) => part.test(query)))).toEqual([]);
    expect(questions.filter(({ revision }) => revision !== "")).toMatchObject([{ revision: "1" }]);
  });

  it.each(questions.map((question) => [question.title, question] as const))(
    "show their sources, and take days and names as variables: %s",
    (_, { query, variables }) => {
      const asked = query.replaceAll(/^#.*$/gm, "");
      // A network is drawn; the membership behind a tie has its sources.
      expect(asked).toMatch(/\burl\b|\bmembershipId\b/);
      expect(asked).not.toMatch(/"/);
      expect(Object.keys(JSON.parse(variables) as object).length).toBeGreaterThan(0);
    },
  );
});

describe("a pin among headers", () => {
  it.each([
    ["", "3", '{\n  "Entente-Revision": "3"\n}'],
    ['{"Authorization": "Bearer x"}', "3", '{\n  "Authorization": "Bearer x",\n  "Entente-Revision": "3"\n}'],
    ['{"entente-revision": 2}', "3", '{\n  "Entente-Revision": "3"\n}'],
    ['{"entente-revision": 2}', "", ""],
    ['{"Authorization": "Bearer x", "Entente-Revision": "1"}', "", '{\n  "Authorization": "Bearer x"\n}'],
    ['{"Authorization": ', "3", '{"Authorization": '],
    ["[]", "3", "[]"],
  ])("%j pinned to %j are %j", (headers, revision, expected) => {
    expect(pinnedTo(headers, revision)).toBe(expected);
  });

  it("is read in any case, and is none where there is none or no JSON", () => {
    expect(["", "{", "null", '{"a": "1"}', '{"ENTENTE-REVISION": 7}'].map(revisionIn)).toEqual(["", "", "", "", "7"]);
  });

  it("is all that a link has of them", () => {
    expect(readLink(new URL(linkTo({ query: "{ a }", revision: "7" }), "http://localhost").search)).toEqual({
      query: "{ a }",
      variables: "",
      operationName: "",
      revision: "7",
    });
    expect(linkTo({ query: "{ a }", revision: "" })).toBe("/graphiql?query=%7B+a+%7D");
  });
});
