import { eq, type SQL, sql } from "drizzle-orm";
import { connect, type D1Client } from "../../drizzle/client/database.ts";
import { actors, identifiers } from "../../drizzle/tables/index.ts";
import type { ActorInput } from "../../src/changes/input/actor.ts";
import { actorEntriesWhere } from "../../src/changes/output/actor.ts";
import type { ActorQuery } from "./destination/destination.ts";

/** The actors that are loaded, as a change set would say them. */
export async function readActors(d1: D1Client, query: ActorQuery): Promise<ActorInput[]> {
  return actorEntriesWhere(connect(d1), (row) => conditionOf(row, query));
}

function conditionOf(row: typeof actors, query: ActorQuery): SQL {
  if ("type" in query) return eq(row.type, query.type);
  if ("slugs" in query) return sql`${row.slug} in (select value from json_each(${JSON.stringify(query.slugs)}))`;
  const pairs = JSON.stringify(query.identifiers.map(({ scheme, value }) => [scheme, value]));
  return sql`${row.id} in (select ${identifiers.actorId} from json_each(${pairs}) as pair join ${identifiers}
    on ${identifiers.scheme} = pair.value ->> 0 and ${identifiers.value} = pair.value ->> 1)`;
}
