import { bareName } from "../file/file-name.ts";

/** The lists of Popolo, each of one class. Motions, votes, speeches, areas and contact details are not read. */
export const popoloLists = ["organizations", "persons", "posts", "events", "memberships"] as const;

export type PopoloList = (typeof popoloLists)[number];

const OTHER_NAMES: Readonly<Record<string, PopoloList>> = {
  people: "persons",
  person: "persons",
  organisations: "organizations",
  organization: "organizations",
  membership: "memberships",
  post: "posts",
  event: "events",
};

/** The list that a file is by its name: `persons.json`, `people.ndjson.gz`. */
export function listNamed(path: string): PopoloList | undefined {
  const name = bareName(path).toLowerCase();
  return popoloLists.find((list) => list === name) ?? OTHER_NAMES[name];
}

/** The fields by which an entry tells what it is, the surest first. */
const TELLING: readonly [list: PopoloList, fields: readonly string[]][] = [
  ["memberships", ["person_id", "legislative_period_id", "on_behalf_of_id", "post_id"]],
  ["posts", ["organization_id"]],
  ["persons", ["given_name", "family_name", "birth_date", "death_date", "gender", "honorific_prefix", "sort_name"]],
  ["organizations", ["founding_date", "dissolution_date", "parent_id"]],
  ["events", ["start_date", "end_date"]],
  ["organizations", ["classification"]],
];

/** The list that an entry belongs in by its fields. */
export function listOfEntry(json: unknown): PopoloList | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  return TELLING.find(([, fields]) => fields.some((field) => field in json))?.[0];
}
