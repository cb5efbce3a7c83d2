import type { SQL } from "drizzle-orm";
import { actorAlliancesView } from "./actor-alliance.ts";
import { articleActorsView, articleAlliancesView } from "./article-subject.ts";
import { claimsView, disagreementsView } from "./disagreement.ts";
import { actorEventsView, articleEventsView } from "./event-of.ts";
import { partnershipsView } from "./partnership.ts";

export { actorAlliances } from "./actor-alliance.ts";
export { actorPartners } from "./actor-partner.ts";
export { articleActors, articleAlliances } from "./article-subject.ts";
export { claims, disagreements } from "./disagreement.ts";
export { actorEvents, articleEvents } from "./event-of.ts";
export { daysOfStrands, partnerships } from "./partnership.ts";

/**
 * What each view selects, by its name; the migrations create them from this. Each is a function, so
 * that none of it is in the Worker, which only reads the views.
 */
export const views: Readonly<Record<string, () => SQL>> = {
  partnerships: partnershipsView,
  actor_alliances: actorAlliancesView,
  actor_events: actorEventsView,
  article_events: articleEventsView,
  article_actors: articleActorsView,
  article_alliances: articleAlliancesView,
  disagreements: disagreementsView,
  claims: claimsView,
};
