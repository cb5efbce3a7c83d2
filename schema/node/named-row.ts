import type { TableName } from "../connection/list.ts";
import { numbersOf, readGlobalId } from "./global-id.ts";

export interface Source {
  table: TableName;
  keys: readonly string[];
}

const byId = (table: TableName): Source => ({ table, keys: ["id"] });

/** Where the rows of each type of node are, and which columns its ids are made of. */
const sources: ReadonlyMap<string, Source> = new Map(
  Object.entries({
    State: byId("actors"),
    Person: byId("actors"),
    Organization: byId("actors"),
    Alliance: byId("alliances"),
    AllianceStatus: byId("allianceStatuses"),
    Membership: byId("memberships"),
    Partnership: { table: "partnerships", keys: ["actorMembershipId", "partnerMembershipId", "allianceStatusId"] },
    Office: byId("offices"),
    Article: byId("articles"),
    Statement: byId("statements"),
    Event: byId("events"),
  }),
);

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
