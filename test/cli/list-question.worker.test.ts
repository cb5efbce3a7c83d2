import { parse, validate } from "graphql";
import { expect, it } from "vitest";
import { listQuestions } from "../../cli/measure/cost-work/list-question.ts";
import { schema } from "../../schema/index.ts";

const questions = listQuestions(schema, { query: ["japan"], since: [0] }).map(({ query }) => query);

it("are valid, each once, and ask for the lists of the root and of what it leads to", () => {
  expect(questions.flatMap((query) => validate(schema, parse(query)).map(({ message }) => message))).toEqual([]);
  expect(new Set(questions).size).toBe(questions.length);
  const lists = ["{ disagreements(", "{ partners(", "{ partnerships(", "{ members(", "{ statements("];
  expect(lists.filter((list) => !questions.some((query) => query.includes(list)))).toEqual([]);
});

it("ask for a list that depends on the day on an early and a late one, and for what is certain", () => {
  const partners = questions.filter((query) => query.startsWith('{ actor(slug: "germany") { partners('));
  expect(partners.map((query) => /asOf: "[\d-]+"(?:, certainty: CERTAIN)?/.exec(query)?.[0])).toEqual([
    'asOf: "1960-01-01"',
    'asOf: "2010-01-01"',
    'asOf: "2010-01-01", certainty: CERTAIN',
  ]);
});
