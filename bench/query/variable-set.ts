export type Variables = Readonly<Record<string, unknown>>;

/** The last statement before a page: its day and number. Each contender makes a cursor of its own of it. */
export interface Place {
  day: string;
  id: number;
  /** Which one of the list it is, from 0 on; -1 before the first. */
  row: number;
}

/** Rows that the questions are about, which depend on the data. */
export interface Sample {
  /** Before pages deep in the list of statements about NATO. */
  places: Place[];
  /** Of nodes of several types. */
  ids: string[];
  /** The states that have the most memberships, and some that have fewer, as slugs. */
  states: string[];
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

/** The sets of variables of each question, which rotate. `after` is a Place, where it is there. */
export const variableSets = {
  "raa-partners": () => DAYS.map((asOf) => ({ asOf })),
  "actor-page": () => ACTORS.map((slug, place) => ({ slug, asOf: DAYS[place] })),
  statements: () => ALLIANCES.map((alliance) => ({ alliance: [alliance] })),
  "statements-deep": ({ places }) => places.map((after) => ({ alliance: ["nato"], after })),
  search: () => NAMES.map((query) => ({ query })),
  network: () => DAYS.map((asOf) => ({ asOf, kinds: KINDS })),
  node: ({ ids }) => ids.map((id) => ({ id })),
  partners: statesOnDays,
  "partners-ranked": statesOnDays,
  partnerships: statesOnDays,
  "partners-of-partners": statesOnDays,
} satisfies Record<string, (sample: Sample) => Variables[]>;

/** Days on which many treaties hold, each with a state. */
function statesOnDays({ states }: Sample): Variables[] {
  return states.map((slug, place) => ({ slug, asOf: `${2018 - 4 * place}-01-01` }));
}

export type QuestionName = keyof typeof variableSets;
