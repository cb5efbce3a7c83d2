import type { TableName } from "../read/table.ts";
import { numbersOf, readGlobalId } from "./global-id.ts";
import { nounsOfTypes } from "./reference.ts";

export interface Source {
  table: TableName;
  keys: readonly string[];
}

/** Where the rows of each type of node are, and which columns its ids are made of. */
const sources: ReadonlyMap<string, Source> = new Map<string, Source>([
  ...[...nounsOfTypes].map(([type, noun]) => [type, { table: noun, keys: ["id"] }] as const),
  ["Partnership", { table: "partnerships", keys: ["actorMembershipId", "partnerMembershipId", "allianceStatusId"] }],
  ["Revision", { table: "revisions", keys: ["number"] }],
]);

/** What an id names: a row of a type. */
export interface Named {
  type: string;
  source: Source;
  key: readonly number[];
}

/** Null where no row can have the id. */
export function named(id: string): Named | null {
  const parsed = readGlobalId(id);
  if (parsed === null) return null;
  const source = sources.get(parsed.type);
  const key = numbersOf(parsed.key);
  if (source === undefined || key?.length !== source.keys.length) return null;
  return { type: parsed.type, source, key };
}
