import type { ActorInput } from "../../src/nouns/actor.ts";
import type { ActorQuery, Destination } from "./destination/destination.ts";
import { type Sighting, slugsOf } from "./register.ts";

/** The actors of a destination that any of the queries finds, each once. */
export async function knownActors(
  destination: Pick<Destination, "actors">,
  queries: readonly ActorQuery[],
): Promise<ActorInput[]> {
  const known = new Map<string, ActorInput>();
  for (const query of queries) for (const actor of await destination.actors(query)) known.set(actor.slug, actor);
  return [...known.values()];
}

/** The actors of a destination that sightings may be of, or whose slugs they would want. */
export function knownTo(
  destination: Pick<Destination, "actors">,
  sightings: readonly Sighting[],
): Promise<ActorInput[]> {
  return knownActors(destination, [
    { type: "STATE" },
    { slugs: slugsOf(sightings) },
    { identifiers: sightings.flatMap(({ identifier }) => identifier ?? []) },
  ]);
}
