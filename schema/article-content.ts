import { and, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import {
  actors as actorRows,
  alliances as allianceRows,
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
import { eventArguments, EventConnection, events as eventList } from "./event.ts";
import type { PageArguments } from "./connection/page.ts";
import { relatedConnection } from "./connection/related-connection.ts";
import type { Context } from "./context.ts";
import { ActorFilter, actorsAsked, type ActorFilterValue } from "./filter/actor.ts";
import { AllianceFilter, alliancesAsked, type AllianceFilterValue } from "./filter/alliance.ts";
import { isIn } from "./filter/condition.ts";
import { ActorOrder, AllianceOrder, orderAsked, type OrderValue } from "./order.ts";
import { StatementConnection, statementArguments, statements } from "./statement.ts";

interface ActorsArguments extends PageArguments {
  filter?: ActorFilterValue | null | undefined;
  orderBy?: OrderValue<"NAME"> | null | undefined;
}

interface AlliancesArguments extends PageArguments {
  filter?: AllianceFilterValue | null | undefined;
  orderBy?: OrderValue<"NAME"> | null | undefined;
}

/** SQL: the column of a fact's rows that the article bears out, as a list to look in. */
function cited(column: SQL, from: SQL, articleId: unknown): SQL {
  return sql`(select ${column} from ${citations} join ${from} where ${citations.articleId} = ${articleId})`;
}

function actorsKept(id: SQLWrapper, filter: ActorFilterValue | null | undefined, context: Context) {
  const kept = actorsAsked(filter, context)(actorRows);
  return kept === undefined ? undefined : isIn(id, actorRows.id, actorRows, kept);
}

function alliancesKept(id: SQLWrapper, filter: AllianceFilterValue | null | undefined, context: Context) {
  const kept = alliancesAsked(filter, context)(allianceRows);
  return kept === undefined ? undefined : isIn(id, allianceRows.id, allianceRows, kept);
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
    description: "The events that it bears out, the earliest first unless asked otherwise",
    args: { ...t.arg.connectionArgs(), ...eventArguments(t.arg) },
    ...relatedConnection({
      field: "Article.events",
      parent: "articles",
      relation: "events",
      rows: "articleEvents",
      node: "Event",
      through: "event",
      query: eventList,
    }),
  }),
  actors: t.field({
    type: ActorConnection,
    description: "The actors that its facts are about or by, by name, each once",
    args: {
      ...t.arg.connectionArgs(),
      filter: t.arg({ type: ActorFilter, description: "Which of them; all when left out" }),
      orderBy: t.arg({ type: ActorOrder, description: "In which order; by name when left out" }),
    },
    ...relatedConnection({
      field: "Article.actors",
      parent: "articles",
      relation: "actors",
      rows: "articleActors",
      node: "Actor",
      through: "actor",
      query: ({ filter, orderBy }: ActorsArguments, context) => ({
        where: ({ actorId, articleId }) =>
          and(
            actorsKept(actorId, filter, context),
            or(
              sql`${actorId} in (select ${statementRows.speakerId} from ${statementRows} where ${statementRows.articleId} = ${articleId})`,
              sql`${actorId} in (select ${statementTargets.actorId} from ${statementRows} join ${statementTargets} on ${statementTargets.statementId} = ${statementRows.id} where ${statementRows.articleId} = ${articleId})`,
              sql`${actorId} in ${cited(sql`${memberships.actorId}`, sql`${memberships} on ${memberships.id} = ${citations.membershipId}`, articleId)}`,
              sql`${actorId} in ${cited(sql`${offices.personId}`, sql`${offices} on ${offices.id} = ${citations.officeId}`, articleId)}`,
              sql`${actorId} in ${cited(sql`${eventParticipants.actorId}`, sql`${eventParticipants} on ${eventParticipants.eventId} = ${citations.eventId}`, articleId)}`,
            ),
          ),
        order: orderAsked(orderBy, { NAME: ["actorName", "actorId"] }),
      }),
    }),
  }),
  alliances: t.field({
    type: AllianceConnection,
    description: "The alliances that its facts are about, by name, each once",
    args: {
      ...t.arg.connectionArgs(),
      filter: t.arg({ type: AllianceFilter, description: "Which of them; all when left out" }),
      orderBy: t.arg({ type: AllianceOrder, description: "In which order; by name when left out" }),
    },
    ...relatedConnection({
      field: "Article.alliances",
      parent: "articles",
      relation: "alliances",
      rows: "articleAlliances",
      node: "Alliance",
      through: "alliance",
      query: ({ filter, orderBy }: AlliancesArguments, context) => ({
        where: ({ allianceId, articleId }) =>
          and(
            alliancesKept(allianceId, filter, context),
            or(
              sql`${allianceId} in (select ${statementTargets.allianceId} from ${statementRows} join ${statementTargets} on ${statementTargets.statementId} = ${statementRows.id} where ${statementRows.articleId} = ${articleId})`,
              sql`${allianceId} in ${cited(sql`${memberships.allianceId}`, sql`${memberships} on ${memberships.id} = ${citations.membershipId}`, articleId)}`,
              sql`${allianceId} in ${cited(sql`${allianceStatuses.allianceId}`, sql`${allianceStatuses} on ${allianceStatuses.id} = ${citations.allianceStatusId}`, articleId)}`,
              sql`${allianceId} in ${cited(sql`${events.allianceId}`, sql`${events} on ${events.id} = ${citations.eventId}`, articleId)}`,
            ),
          ),
        order: orderAsked(orderBy, { NAME: ["allianceName", "allianceId"] }),
      }),
    }),
  }),
}));
