/** The questions that every contender is asked, each with several sets of variables that rotate. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type QuestionName, type Sample, type Variables, variableSets } from "./variable-set.ts";

export interface Question {
  /** As on the command line and in the results. */
  name: string;
  title: string;
  operationName: string;
  document: string;
  sets: (sample: Sample) => Variables[];
}

export const questions: readonly Question[] = [
  question("raa-partners", "Japan's partners on a day"),
  question("actor-page", "an actor's page"),
  question("statements", "a filtered list, page 1"),
  question("statements-deep", "the same, page 1,000", "statements"),
  question("search", "search"),
  question("network", "the network on a day"),
  question("node", "one node by its id"),
];

/** Those that go through memberships, of which there are many where they are asked. */
export const membershipQuestions: readonly Question[] = [
  question("partners", "the first 20 partners by name"),
  question("partners-ranked", "the first 20 partners by alliances shared"),
  question("partnerships", "all partnerships, page 1"),
  question("partners-of-partners", "partners of partners, 10 × 10"),
];

function question(name: QuestionName, title: string, file: string = name): Question {
  const document = readFileSync(join(import.meta.dirname, `${file}.graphql`), "utf8");
  return { name, title, operationName: operationOf(document), document, sets: variableSets[name] };
}

function operationOf(document: string): string {
  return /query (\w+)/.exec(document)![1]!;
}
