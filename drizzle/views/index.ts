import type { SQL } from "drizzle-orm";
import { actorAlliancesView } from "./actor-alliance.ts";
import { actorPartnersView } from "./actor-partner.ts";
import { partnershipsView } from "./partnership.ts";

export { actorAlliances } from "./actor-alliance.ts";
export { actorPartners } from "./actor-partner.ts";
export { partnerships } from "./partnership.ts";

/** What each view selects, by its name; the migrations create them from this. */
export const views: Readonly<Record<string, SQL>> = {
  partnerships: partnershipsView,
  actor_partners: actorPartnersView,
  actor_alliances: actorAlliancesView,
};
