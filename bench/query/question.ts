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

<<<<<<< HEAD
const DAYS = [
  "2022-05-07",
  "2021-10-01",
  "2023-02-14",
  "2023-08-13",
  "2024-07-08",
  "2025-01-01",
  "2025-09-11",
  "2026-03-31",
];
const ACTORS = ["japan", "russia", "fumio-kishida", "global-times", "indonesia", "china", "united-kingdom", "nato"];
const ALLIANCES = [
  "nato",
  "g20",
  "ccdcoe",
  "quad",
  "japan-united-kingdom-raa",
  "japan-australia-raa",
  "japan-philippines-raa",
  "japan-france-raa",
];
const KINDS = ["RECIPROCAL_ACCESS", "DIALOGUE", "TECHNOLOGY_PACT"];
const NAMES = [
  "kishida",
  "global times",
  "united kingdom",
  "australia",
  "yoon suk",
  "boris john",
  "indonesia",
  "cooperative cyb",
];

=======
>>>>>>> wt-bench
export const questions: readonly Question[] = [
  question("raa-partners", "Japan's partners on a day"),
  question("actor-page", "an actor's page"),
  question("statements", "a filtered list, page 1"),
  question("statements-deep", "the same, page 1,000", "statements"),
  question("search", "search"),
  question("network", "the network on a day"),
  question("node", "one node by its id"),
];

function question(name: QuestionName, title: string, file: string = name): Question {
  const document = readFileSync(join(import.meta.dirname, `${file}.graphql`), "utf8");
  return { name, title, operationName: operationOf(document), document, sets: variableSets[name] };
}

function operationOf(document: string): string {
  return /query (\w+)/.exec(document)![1]!;
}
