import type { ActorInput } from "../../../src/nouns/actor.ts";
import type { ActorQuery } from "../destination/destination.ts";
import { exportedLines, type Service } from "../destination/service.ts";

/** All actors of a service, as a change set would say them: what its export is. */
export async function exportedActors(service: Service): Promise<ActorInput[]> {
  const actors: ActorInput[] = [];
  for await (const line of exportedLines(service, "actors")) actors.push(JSON.parse(line) as ActorInput);
  return actors;
}

/** Whether an actor is one that is asked for. */
export function meets(query: ActorQuery): (actor: ActorInput) => boolean {
  if ("type" in query) return ({ type }) => type === query.type;
  if ("slugs" in query) {
    const slugs = new Set(query.slugs);
    return ({ slug }) => slugs.has(slug);
  }
  const wanted = new Set(query.identifiers.map(({ scheme, value }) => `${scheme} ${value}`));
  return ({ identifiers = [] }) => identifiers.some(({ scheme, value }) => wanted.has(`${scheme} ${value}`));
}
