import { type SQL, sql } from "drizzle-orm";
import { connect } from "../../drizzle/client/database.ts";
import type { D1Client } from "../../drizzle/client/d1-client.ts";
import { readEntries } from "../../src/changes/load/stored-entry.ts";
import type { ActorInput } from "../../src/nouns/actor.ts";
import type { ActorQuery } from "./destination/destination.ts";

/** The actors that are loaded, as a change set would say them, in the order in which they were entered. */
export async function readActors(d1: D1Client, query: ActorQuery): Promise<ActorInput[]> {
  return readEntries(connect(d1), "actors", sql`where ${conditionOf(query)} order by node.id`);
}

function conditionOf(query: ActorQuery): SQL {
  if ("type" in query) return sql`node.type = ${query.type}`;
  if ("slugs" in query) return sql`node.slug in (select value from json_each(${JSON.stringify(query.slugs)}))`;
  const pairs = JSON.stringify(query.identifiers.map(({ scheme, value }) => [scheme, value]));
  return sql`node.id in (select actor_id from json_each(${pairs}) as pair join identifiers
    on identifiers.scheme = pair.value ->> 0 and identifiers.value = pair.value ->> 1)`;
}
