import { and, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import {
  actors as actorRows,
  alliances as allianceRows,
  allianceStatuses,
  citations,
  eventParticipants,
  events,
  memberships,
  obligations,
  offices,
  statements as statementRows,
  statementTargets,
} from "../../drizzle/tables/index.ts";
import { AllianceConnection } from "../alliance/alliance.ts";
import { Article } from "./article.ts";
import { ActorConnection } from "../actor/actor-list.ts";
import { builder } from "../builder.ts";
import { eventArguments, EventConnection, events as eventList } from "../event/event.ts";
import type { PageArguments } from "../connection/page.ts";
import { relatedConnection } from "../connection/related-connection.ts";
import type { Context } from "../context.ts";
import { ActorFilter, actorsAsked, type ActorFilterValue } from "../actor/actor-filter.ts";
import { AllianceFilter, alliancesAsked, type AllianceFilterValue } from "../alliance/alliance-filter.ts";
import { ActorOrder, AllianceOrder, orderAsked, type OrderValue } from "../filter/order.ts";
import { StatementConnection, statementArguments, statements } from "../statement/statement.ts";
import { costOfRows } from "../list-bound.ts";
import { pageArguments } from "../connection/page-argument.ts";

/** An article may stand for a register, and bear out all that it tells. */
const ALL_CITED = costOfRows(100_000);

interface ActorsArguments extends PageArguments {
  filter?: ActorFilterValue | null | undefined;
  orderBy?: OrderValue<"NAME"> | null | undefined;
}

interface AlliancesArguments extends PageArguments {
  filter?: AllianceFilterValue | null | undefined;
  orderBy?: OrderValue<"NAME"> | null | undefined;
}

/** SQL: a query of a fact's column, of the facts that the article bears out. */
function cited(column: SQL, from: SQL, articleId: unknown): SQL {
  return sql`select ${column} from ${citations} join ${from} where ${citations.articleId} = ${articleId}`;
}

/** The terms that D1 lets a compound query have. */
const MOST_TERMS = 5;

/** SQL: the id is in one of the queries. */
function amongThose(id: SQLWrapper, queries: readonly SQL[]): SQL {
  const first = sql`${id} in (${sql.join(queries.slice(0, MOST_TERMS), sql` union all `)})`;
  const rest = queries.slice(MOST_TERMS);
  return rest.length === 0 ? first : sql`(${first} or ${amongThose(id, rest)})`;
}

function actorsKept(id: SQLWrapper, filter: ActorFilterValue | null | undefined, context: Context) {
  const kept = actorsAsked(filter, context)(actorRows);
  return kept && sql`exists (select 1 from ${actorRows} where ${and(eq(actorRows.id, id), kept)})`;
}

function alliancesKept(id: SQLWrapper, filter: AllianceFilterValue | null | undefined, context: Context) {
  const kept = alliancesAsked(filter, context)(allianceRows);
  return kept && sql`exists (select 1 from ${allianceRows} where ${and(eq(allianceRows.id, id), kept)})`;
}

builder.drizzleObjectFields(Article, (t) => ({
  statements: t.field({
    type: StatementConnection,
    description: "The statements that it reports, the earliest first unless asked otherwise",
    args: { ...pageArguments(t.arg), ...statementArguments(t.arg) },
    ...relatedConnection({
      field: "Article.statements",
      parent: "articles",
      relation: "statements",
      node: "Statement",
      query: statements,
    }),
  }),
  events: t.field({
    type: EventConnection,
    description: "The events that it bears out, the earliest first unless asked otherwise",
    args: { ...pageArguments(t.arg), ...eventArguments(t.arg) },
    ...relatedConnection({
      field: "Article.events",
      parent: "articles",
      relation: "events",
      node: "Event",
      through: "event",
      extraCost: ALL_CITED,
      query: eventList,
    }),
  }),
  actors: t.field({
    type: ActorConnection,
    description: "The actors that its facts are about or by, by name, each once",
    args: {
      ...pageArguments(t.arg),
      filter: t.arg({ type: ActorFilter, description: "Which of them; all when left out" }),
      orderBy: t.arg({ type: ActorOrder, description: "In which order; by name when left out" }),
    },
    ...relatedConnection({
      field: "Article.actors",
      parent: "articles",
      relation: "actors",
      node: "Actor",
      through: "actor",
      extraCost: ALL_CITED,
      query: ({ filter, orderBy }: ActorsArguments, context) => ({
        where: ({ actorId, articleId }) =>
          and(
            actorsKept(actorId, filter, context),
            amongThose(actorId, [
              sql`select ${statementRows.speakerId} from ${statementRows} where ${statementRows.articleId} = ${articleId}`,
              sql`select ${statementTargets.actorId} from ${statementRows}
                join ${statementTargets} on ${statementTargets.statementId} = ${statementRows.id}
                where ${statementRows.articleId} = ${articleId}`,
              cited(
                sql`${memberships.actorId}`,
                sql`${memberships} on ${memberships.id} = ${citations.membershipId}`,
                articleId,
              ),
              cited(
                sql`${obligations.actorId}`,
                sql`${obligations} on ${obligations.id} = ${citations.obligationId}`,
                articleId,
              ),
              cited(sql`${offices.personId}`, sql`${offices} on ${offices.id} = ${citations.officeId}`, articleId),
              cited(
                sql`${eventParticipants.actorId}`,
                sql`${eventParticipants} on ${eventParticipants.eventId} = ${citations.eventId}`,
                articleId,
              ),
            ]),
          ),
        order: orderAsked(orderBy, { NAME: ["actorName", "actorId"] }),
      }),
    }),
  }),
  alliances: t.field({
    type: AllianceConnection,
    description: "The alliances that its facts are about, by name, each once",
    args: {
      ...pageArguments(t.arg),
      filter: t.arg({ type: AllianceFilter, description: "Which of them; all when left out" }),
      orderBy: t.arg({ type: AllianceOrder, description: "In which order; by name when left out" }),
    },
    ...relatedConnection({
      field: "Article.alliances",
      parent: "articles",
      relation: "alliances",
      node: "Alliance",
      through: "alliance",
      extraCost: ALL_CITED,
      query: ({ filter, orderBy }: AlliancesArguments, context) => ({
        where: ({ allianceId, articleId }) =>
          and(
            alliancesKept(allianceId, filter, context),
            amongThose(allianceId, [
              sql`select ${statementTargets.allianceId} from ${statementRows}
                join ${statementTargets} on ${statementTargets.statementId} = ${statementRows.id}
                where ${statementRows.articleId} = ${articleId}`,
              cited(
                sql`${memberships.allianceId}`,
                sql`${memberships} on ${memberships.id} = ${citations.membershipId}`,
                articleId,
              ),
              cited(
                sql`${allianceStatuses.allianceId}`,
                sql`${allianceStatuses} on ${allianceStatuses.id} = ${citations.allianceStatusId}`,
                articleId,
              ),
              cited(
                sql`${obligations.allianceId}`,
                sql`${obligations} on ${obligations.id} = ${citations.obligationId}`,
                articleId,
              ),
              cited(sql`${events.allianceId}`, sql`${events} on ${events.id} = ${citations.eventId}`, articleId),
            ]),
          ),
        order: orderAsked(orderBy, { NAME: ["allianceName", "allianceId"] }),
      }),
    }),
  }),
}));
