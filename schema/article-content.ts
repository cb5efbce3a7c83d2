import { or, type SQL, sql } from "drizzle-orm";
import {
  allianceStatuses,
  citations,
  eventParticipants,
  events,
  memberships,
  offices,
  statements as statementRows,
  statementTargets,
} from "../drizzle/tables/index.ts";
import { AllianceConnection } from "./alliance.ts";
import { Article } from "./article.ts";
import { ActorConnection } from "./actor-list.ts";
import { builder } from "./builder.ts";
import { type EventFilterValue, EventConnection, EventFilter, eventOrder, eventsAsked } from "./event.ts";
import type { PageArguments } from "./connection/page.ts";
import { relatedConnection } from "./connection/related-connection.ts";
import { StatementConnection, statementArguments, statements } from "./statement.ts";

interface EventArguments extends PageArguments {
  filter?: EventFilterValue | null | undefined;
}

/** SQL: the column of a fact's rows that the article bears out, as a list to look in. */
function cited(column: SQL, from: SQL, articleId: unknown): SQL {
  return sql`(select ${column} from ${citations} join ${from} where ${citations.articleId} = ${articleId})`;
}

builder.drizzleObjectFields(Article, (t) => ({
  statements: t.field({
    type: StatementConnection,
    description: "The statements that it reports, the earliest first unless asked otherwise",
    args: { ...t.arg.connectionArgs(), ...statementArguments(t.arg) },
    ...relatedConnection({
      field: "Article.statements",
      parent: "articles",
      relation: "statements",
      rows: "statements",
      node: "Statement",
      query: statements,
    }),
  }),
  events: t.field({
    type: EventConnection,
    description: "The events that it bears out, the earliest first",
    args: {
      ...t.arg.connectionArgs(),
      filter: t.arg({ type: EventFilter, description: "Which of them; all when left out" }),
    },
    ...relatedConnection({
      field: "Article.events",
      parent: "articles",
      relation: "events",
      rows: "articleEvents",
      node: "Event",
      through: "event",
      query: ({ filter }: EventArguments) => ({ where: eventsAsked(filter), order: eventOrder }),
    }),
  }),
  actors: t.field({
    type: ActorConnection,
    description: "The actors that its facts are about or by, by name, each once",
    args: t.arg.connectionArgs(),
    ...relatedConnection({
      field: "Article.actors",
      parent: "articles",
      relation: "actors",
      rows: "articleActors",
      node: "Actor",
      through: "actor",
      query: (_args: PageArguments) => ({
        where: ({ actorId, articleId }) =>
          or(
            sql`${actorId} in (select ${statementRows.speakerId} from ${statementRows} where ${statementRows.articleId} = ${articleId})`,
            sql`${actorId} in (select ${statementTargets.actorId} from ${statementRows} join ${statementTargets} on ${statementTargets.statementId} = ${statementRows.id} where ${statementRows.articleId} = ${articleId})`,
            sql`${actorId} in ${cited(sql`${memberships.actorId}`, sql`${memberships} on ${memberships.id} = ${citations.membershipId}`, articleId)}`,
            sql`${actorId} in ${cited(sql`${offices.personId}`, sql`${offices} on ${offices.id} = ${citations.officeId}`, articleId)}`,
            sql`${actorId} in ${cited(sql`${eventParticipants.actorId}`, sql`${eventParticipants} on ${eventParticipants.eventId} = ${citations.eventId}`, articleId)}`,
          ),
        order: { columns: ["actorName", "actorId"], direction: "asc" },
      }),
    }),
  }),
  alliances: t.field({
    type: AllianceConnection,
    description: "The alliances that its facts are about, by name, each once",
    args: t.arg.connectionArgs(),
    ...relatedConnection({
      field: "Article.alliances",
      parent: "articles",
      relation: "alliances",
      rows: "articleAlliances",
      node: "Alliance",
      through: "alliance",
      query: (_args: PageArguments) => ({
        where: ({ allianceId, articleId }) =>
          or(
            sql`${allianceId} in (select ${statementTargets.allianceId} from ${statementRows} join ${statementTargets} on ${statementTargets.statementId} = ${statementRows.id} where ${statementRows.articleId} = ${articleId})`,
            sql`${allianceId} in ${cited(sql`${memberships.allianceId}`, sql`${memberships} on ${memberships.id} = ${citations.membershipId}`, articleId)}`,
            sql`${allianceId} in ${cited(sql`${allianceStatuses.allianceId}`, sql`${allianceStatuses} on ${allianceStatuses.id} = ${citations.allianceStatusId}`, articleId)}`,
            sql`${allianceId} in ${cited(sql`${events.allianceId}`, sql`${events} on ${events.id} = ${citations.eventId}`, articleId)}`,
          ),
        order: { columns: ["allianceName", "allianceId"], direction: "asc" },
      }),
    }),
  }),
}));
