/** The questions that every contender is asked, each with several sets of variables that rotate. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { idsOfNodes, placesOfPages } from "./sample.ts";

export type Variables = Readonly<Record<string, unknown>>;

/** The last statement before a page: its day and number. Each contender makes a cursor of its own of it. */
export interface Place {
  day: string;
  id: number;
}

export interface Question {
  /** As on the command line and in the results. */
  name: string;
  title: string;
  operationName: string;
  document: string;
  /** `after` is a Place, where it is there. */
  sets: (database: DatabaseSync) => Variables[];
}

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

export const questions: readonly Question[] = [
  question("raa-partners", "Japan's partners on a day", "raa-partners", () => DAYS.map((asOf) => ({ asOf }))),
  question("actor-page", "an actor's page", "actor-page", () =>
    ACTORS.map((slug, place) => ({ slug, asOf: DAYS[place] })),
  ),
  question("statements", "a filtered list, page 1", "statements", () =>
    ALLIANCES.map((alliance) => ({ alliance: [alliance] })),
  ),
  question("statements-deep", "the same, page 1,000", "statements", (database) =>
    placesOfPages(database, "nato", 1000, 8).map((after) => ({ alliance: ["nato"], after })),
  ),
  question("search", "search", "search", () => NAMES.map((query) => ({ query }))),
  question("network", "the network on a day", "network", () => DAYS.map((asOf) => ({ asOf, kinds: KINDS }))),
  question("node", "one node by its id", "node", (database) => idsOfNodes(database).map((id) => ({ id }))),
];

function question(name: string, title: string, file: string, sets: Question["sets"]): Question {
  const document = readFileSync(join(import.meta.dirname, `${file}.graphql`), "utf8");
  const operationName = /query (\w+)/.exec(document)![1]!;
  return { name, title, operationName, document, sets };
}
