import { actorPage } from "./actor-page.ts";
import { network } from "./network.ts";
import { node } from "./node.ts";
import { partners, partnersOfPartners, rankedPartners } from "./partners.ts";
import { partnerships } from "./partnerships.ts";
import type { Plan, Variables } from "./plan.ts";
import { raaPartners } from "./raa-partners.ts";
import { search } from "./search.ts";
import { statements } from "./statements.ts";

/** The hand-written statement for each operation, by its name. */
export const plans: Readonly<Record<string, (variables: Variables) => Plan>> = {
  RaaPartners: raaPartners,
  ActorPage: actorPage,
  Statements: statements,
  Search: search,
  Network: network,
  Node: node,
  Partners: partners,
  RankedPartners: rankedPartners,
  Partnerships: partnerships,
  PartnersOfPartners: partnersOfPartners,
};
