import { type SQL, sql } from "drizzle-orm";
import type { ActorType } from "../../src/domain/vocabulary.ts";
import { entryColumns } from "./search-entry.ts";

/** An actor or alliance as whoever looks it up is shown it. */
export interface EntityRow {
  entry: number;
  id: number;
  /** Null for an alliance. */
  actorType: ActorType | null;
  name: string;
  description: string | null;
}

/** Selects the actors and alliances of entries, by their numbers. */
export function entitiesNumbered(entries: readonly number[]): SQL {
  const columns = sql.raw(entryColumns("value"));
  return sql`with entry as materialized (select value as number, ${columns} from json_each(${JSON.stringify(entries)}))
select entry.number as entry, coalesce(actor.id, alliance.id) as id, actor.type as "actorType",
  coalesce(actor.name, alliance.name) as name, iif(actor.id is null, alliance.description, actor.description) as description
from entry
left join actors as actor on actor.id = entry.actor_id
left join alliances as alliance on alliance.id = entry.alliance_id
where actor.id is not null or alliance.id is not null`;
}
