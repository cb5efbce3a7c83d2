import { and, or, type SQL } from "drizzle-orm";
import {
  allianceStatuses,
  citations,
  eventParticipants,
  events,
  memberships,
  obligations,
  offices,
  statements,
  statementTargets,
} from "../../drizzle/tables/index.ts";
import { refersTo } from "../argument/reference-kind.ts";
import { builder } from "../builder.ts";
import type { RowOf } from "../read/table.ts";
import { DayRange, type DayRangeValue } from "../time/day-range.ts";
import { ANY, combine, type Combined, NOT, TOGETHER } from "../filter/combine.ts";
import { isActor, isAlliance, isIn, mayLieIn, type Several } from "../filter/condition.ts";
import { IN_LANGUAGE, isInLanguage } from "../filter/language.ts";

export interface ArticleFilterValue extends Combined<ArticleFilterValue> {
  publisher?: Several<string>;
  publishedBetween?: DayRangeValue | null | undefined;
  language?: Several<string>;
  mentions?: Several<string>;
}

export const ArticleFilter = builder.inputRef<ArticleFilterValue>("ArticleFilter");

ArticleFilter.implement({
  description: `Which articles; ${TOGETHER}`,
  fields: (t) => ({
    publisher: t.idList({ ...refersTo("actors"), description: "Published by one of these actors, by id or slug" }),
    publishedBetween: t.field({
      type: DayRange,
      description: "That may have been published between these days, as one may whose day is not known",
    }),
    language: t.stringList({ description: IN_LANGUAGE }),
    mentions: t.idList({
      ...refersTo("actors", "alliances"),
      description:
        "Whose facts are about or by one of these actors or alliances, by id or slug; a slug that an actor and an alliance share, such as nato, asks for both",
    }),
    any: t.field({ type: [ArticleFilter], description: ANY }),
    not: t.field({ type: ArticleFilter, description: NOT }),
  }),
});

/** SQL: keeps the articles that the filter asks for. */
export function articlesAsked(filter: ArticleFilterValue | null | undefined) {
  return (row: RowOf<"articles">): SQL | undefined =>
    combine(filter, (asked, place) =>
      and(
        isActor(row.publisherId, asked.publisher),
        mayLieIn("publishedBetween", row.publishedEarliest, row.publishedLatest, asked.publishedBetween),
        isInLanguage(row.language, asked.language, place),
        mentionsAsked(row, asked.mentions),
      ),
    );
}

/** The ways that lead from a fact to an article: as Article.actors and Article.alliances list them. */
function mentionsAsked(row: RowOf<"articles">, mentions: Several<string>): SQL | undefined {
  if (mentions == null) return undefined;
  const reporting = (condition: SQL | undefined) => isIn(row.id, statements.articleId, statements, condition);
  const about = or(isActor(statementTargets.actorId, mentions), isAlliance(statementTargets.allianceId, mentions));
  const member = or(isActor(memberships.actorId, mentions), isAlliance(memberships.allianceId, mentions));
  const obliged = or(isActor(obligations.actorId, mentions), isAlliance(obligations.allianceId, mentions));
  const bearingOut = or(
    isIn(citations.membershipId, memberships.id, memberships, member),
    isIn(citations.obligationId, obligations.id, obligations, obliged),
    isIn(citations.officeId, offices.id, offices, isActor(offices.personId, mentions)),
    isIn(citations.eventId, eventParticipants.eventId, eventParticipants, isActor(eventParticipants.actorId, mentions)),
    isIn(
      citations.allianceStatusId,
      allianceStatuses.id,
      allianceStatuses,
      isAlliance(allianceStatuses.allianceId, mentions),
    ),
    isIn(citations.eventId, events.id, events, isAlliance(events.allianceId, mentions)),
  );
  return or(
    reporting(isActor(statements.speakerId, mentions)),
    isIn(row.id, statementTargets.articleId, statementTargets, about),
    isIn(row.id, citations.articleId, citations, bearingOut),
  );
}
