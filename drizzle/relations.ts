import { defineRelations } from "drizzle-orm";
import { changes } from "./history/change.ts";
import * as tables from "./tables/index.ts";
import {
  actorAlliances,
  actorEvents,
  actorPartners,
  articleActors,
  articleAlliances,
  articleEvents,
  claims,
  disagreements,
  partnerships,
} from "./views/index.ts";
import { searchEntries } from "./search/search-entry.ts";

const rows = {
  ...tables,
  actorAlliances,
  actorEvents,
  actorPartners,
  articleActors,
  articleAlliances,
  articleEvents,
  changes,
  claims,
  disagreements,
  partnerships,
  searchEntries,
};

/** The whole graph: which rows lead to which. */
export const relations = defineRelations(rows, (r) => ({
  actors: {
    aliases: r.many.aliases({ from: r.actors.id, to: r.aliases.actorId }),
    identifiers: r.many.identifiers({ from: r.actors.id, to: r.identifiers.actorId }),
    country: r.one.actors({ from: r.actors.countryId, to: r.actors.id }),
    parent: r.one.actors({ from: r.actors.parentId, to: r.actors.id }),
    memberships: r.many.memberships({ from: r.actors.id, to: r.memberships.actorId }),
    alliances: r.many.actorAlliances({ from: r.actors.id, to: r.actorAlliances.actorId }),
    partnerships: r.many.partnerships({ from: r.actors.id, to: r.partnerships.actorId }),
    partners: r.many.actorPartners({ from: r.actors.id, to: r.actorPartners.actorId }),
    statements: r.many.statements({ from: r.actors.id, to: r.statements.speakerId }),
    mentions: r.many.statementTargets({ from: r.actors.id, to: r.statementTargets.actorId }),
    events: r.many.actorEvents({ from: r.actors.id, to: r.actorEvents.actorId }),
    offices: r.many.offices({ from: r.actors.id, to: r.offices.personId }),
    officeHolders: r.many.offices({ from: r.actors.id, to: r.offices.bodyId }),
    embodiedAlliance: r.one.alliances({ from: r.actors.id, to: r.alliances.organizationId }),
    publishedArticles: r.many.articles({ from: r.actors.id, to: r.articles.publisherId }),
    history: r.many.changes({ from: r.actors.id, to: r.changes.nodeId }),
  },
  alliances: {
    aliases: r.many.aliases({ from: r.alliances.id, to: r.aliases.allianceId }),
    parent: r.one.alliances({ from: r.alliances.parentId, to: r.alliances.id }),
    organization: r.one.actors({ from: r.alliances.organizationId, to: r.actors.id }),
    statuses: r.many.allianceStatuses({ from: r.alliances.id, to: r.allianceStatuses.allianceId }),
    /** The same rows, for the one status as of a day. */
    statusSpells: r.many.allianceStatuses({ from: r.alliances.id, to: r.allianceStatuses.allianceId }),
    memberships: r.many.memberships({ from: r.alliances.id, to: r.memberships.allianceId }),
    /** The same rows, for the edges of `members`. */
    members: r.many.memberships({ from: r.alliances.id, to: r.memberships.allianceId }),
    obligations: r.many.obligations({ from: r.alliances.id, to: r.obligations.allianceId }),
    mentions: r.many.statementTargets({ from: r.alliances.id, to: r.statementTargets.allianceId }),
    events: r.many.events({ from: r.alliances.id, to: r.events.allianceId }),
    history: r.many.changes({ from: r.alliances.id, to: r.changes.nodeId }),
  },
  actorAlliances: {
    alliance: r.one.alliances({ from: r.actorAlliances.allianceId, to: r.alliances.id, optional: false }),
  },
  actorPartners: {
    partner: r.one.actors({ from: r.actorPartners.partnerId, to: r.actors.id, optional: false }),
    partnerships: r.many.partnerships({
      from: [r.actorPartners.actorId, r.actorPartners.partnerId],
      to: [r.partnerships.actorId, r.partnerships.partnerId],
    }),
  },
  actorEvents: {
    event: r.one.events({ from: r.actorEvents.id, to: r.events.id, optional: false }),
  },
  articleEvents: {
    event: r.one.events({ from: r.articleEvents.id, to: r.events.id, optional: false }),
  },
  articleActors: {
    actor: r.one.actors({ from: r.articleActors.actorId, to: r.actors.id, optional: false }),
  },
  articleAlliances: {
    alliance: r.one.alliances({ from: r.articleAlliances.allianceId, to: r.alliances.id, optional: false }),
  },
  allianceStatuses: {
    alliance: r.one.alliances({ from: r.allianceStatuses.allianceId, to: r.alliances.id, optional: false }),
    citations: r.many.citations({ from: r.allianceStatuses.id, to: r.citations.allianceStatusId }),
    history: r.many.changes({ from: r.allianceStatuses.id, to: r.changes.nodeId }),
  },
  memberships: {
    actor: r.one.actors({ from: r.memberships.actorId, to: r.actors.id, optional: false }),
    /** The same actor, as the node of a `members` edge. */
    member: r.one.actors({ from: r.memberships.actorId, to: r.actors.id, optional: false }),
    alliance: r.one.alliances({ from: r.memberships.allianceId, to: r.alliances.id, optional: false }),
    citations: r.many.citations({ from: r.memberships.id, to: r.citations.membershipId }),
    history: r.many.changes({ from: r.memberships.id, to: r.changes.nodeId }),
  },
  obligations: {
    alliance: r.one.alliances({ from: r.obligations.allianceId, to: r.alliances.id, optional: false }),
    actor: r.one.actors({ from: r.obligations.actorId, to: r.actors.id }),
    citations: r.many.citations({ from: r.obligations.id, to: r.citations.obligationId }),
    history: r.many.changes({ from: r.obligations.id, to: r.changes.nodeId }),
  },
  partnerships: {
    actor: r.one.actors({ from: r.partnerships.actorId, to: r.actors.id, optional: false }),
    partner: r.one.actors({ from: r.partnerships.partnerId, to: r.actors.id, optional: false }),
    alliance: r.one.alliances({ from: r.partnerships.allianceId, to: r.alliances.id, optional: false }),
    /** What bears out the three that it is made of. */
    statusCitations: r.many.citations({ from: r.partnerships.allianceStatusId, to: r.citations.allianceStatusId }),
    actorCitations: r.many.citations({ from: r.partnerships.actorMembershipId, to: r.citations.membershipId }),
    partnerCitations: r.many.citations({ from: r.partnerships.partnerMembershipId, to: r.citations.membershipId }),
  },
  offices: {
    person: r.one.actors({ from: r.offices.personId, to: r.actors.id, optional: false }),
    body: r.one.actors({ from: r.offices.bodyId, to: r.actors.id, optional: false }),
    citations: r.many.citations({ from: r.offices.id, to: r.citations.officeId }),
    history: r.many.changes({ from: r.offices.id, to: r.changes.nodeId }),
  },
  searchEntries: {
    actor: r.one.actors({ from: r.searchEntries.actorId, to: r.actors.id }),
    alliance: r.one.alliances({ from: r.searchEntries.allianceId, to: r.alliances.id }),
    article: r.one.articles({ from: r.searchEntries.articleId, to: r.articles.id }),
    statement: r.one.statements({ from: r.searchEntries.statementId, to: r.statements.id }),
    citation: r.one.citations({ from: r.searchEntries.citationId, to: r.citations.id }),
  },
  articles: {
    publisher: r.one.actors({ from: r.articles.publisherId, to: r.actors.id }),
    statements: r.many.statements({ from: r.articles.id, to: r.statements.articleId }),
    citations: r.many.citations({ from: r.articles.id, to: r.citations.articleId }),
    events: r.many.articleEvents({ from: r.articles.id, to: r.articleEvents.articleId }),
    actors: r.many.articleActors({ from: r.articles.id, to: r.articleActors.articleId }),
    alliances: r.many.articleAlliances({ from: r.articles.id, to: r.articleAlliances.articleId }),
    history: r.many.changes({ from: r.articles.id, to: r.changes.nodeId }),
  },
  statements: {
    speaker: r.one.actors({ from: r.statements.speakerId, to: r.actors.id, optional: false }),
    capacity: r.one.offices({ from: r.statements.capacityId, to: r.offices.id }),
    relayedBy: r.one.actors({ from: r.statements.relayedById, to: r.actors.id }),
    event: r.one.events({ from: r.statements.eventId, to: r.events.id }),
    article: r.one.articles({ from: r.statements.articleId, to: r.articles.id, optional: false }),
    targets: r.many.statementTargets({ from: r.statements.id, to: r.statementTargets.statementId }),
    citations: r.many.citations({ from: r.statements.id, to: r.citations.statementId }),
    history: r.many.changes({ from: r.statements.id, to: r.changes.nodeId }),
  },
  statementTargets: {
    statement: r.one.statements({ from: r.statementTargets.statementId, to: r.statements.id, optional: false }),
    actor: r.one.actors({ from: r.statementTargets.actorId, to: r.actors.id }),
    alliance: r.one.alliances({ from: r.statementTargets.allianceId, to: r.alliances.id }),
  },
  events: {
    participants: r.many.eventParticipants({ from: r.events.id, to: r.eventParticipants.eventId }),
    alliance: r.one.alliances({ from: r.events.allianceId, to: r.alliances.id }),
    versionOf: r.one.events({ from: r.events.versionOfId, to: r.events.id }),
    citations: r.many.citations({ from: r.events.id, to: r.citations.eventId }),
    history: r.many.changes({ from: r.events.id, to: r.changes.nodeId }),
  },
  eventParticipants: {
    event: r.one.events({ from: r.eventParticipants.eventId, to: r.events.id, optional: false }),
    actor: r.one.actors({ from: r.eventParticipants.actorId, to: r.actors.id, optional: false }),
  },
  disagreements: {
    subjectActor: r.one.actors({ from: r.disagreements.subjectActorId, to: r.actors.id }),
    subjectAlliance: r.one.alliances({ from: r.disagreements.subjectAllianceId, to: r.alliances.id }),
    claims: r.many.claims({
      from: [r.disagreements.sort, r.disagreements.leadId],
      to: [r.claims.sort, r.claims.leadId],
    }),
  },
  claims: {
    membership: r.one.memberships({ from: r.claims.membershipId, to: r.memberships.id }),
    allianceStatus: r.one.allianceStatuses({ from: r.claims.allianceStatusId, to: r.allianceStatuses.id }),
    obligation: r.one.obligations({ from: r.claims.obligationId, to: r.obligations.id }),
    office: r.one.offices({ from: r.claims.officeId, to: r.offices.id }),
    event: r.one.events({ from: r.claims.eventId, to: r.events.id }),
    membershipCitations: r.many.citations({ from: r.claims.membershipId, to: r.citations.membershipId }),
    allianceStatusCitations: r.many.citations({ from: r.claims.allianceStatusId, to: r.citations.allianceStatusId }),
    obligationCitations: r.many.citations({ from: r.claims.obligationId, to: r.citations.obligationId }),
    officeCitations: r.many.citations({ from: r.claims.officeId, to: r.citations.officeId }),
    eventCitations: r.many.citations({ from: r.claims.eventId, to: r.citations.eventId }),
  },
  revisions: {
    changes: r.many.changes({ from: r.revisions.number, to: r.changes.revisionNumber }),
  },
  changes: {
    revision: r.one.revisions({ from: r.changes.revisionNumber, to: r.revisions.number, optional: false }),
    /** The same revision, as the node of a `history` edge. */
    edited: r.one.revisions({ from: r.changes.revisionNumber, to: r.revisions.number, optional: false }),
  },
  citations: {
    article: r.one.articles({ from: r.citations.articleId, to: r.articles.id, optional: false }),
  },
}));
