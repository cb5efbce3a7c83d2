import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { actors, articles, statementTargets } from "../../drizzle/tables/index.ts";
import type { Stance as StanceValue, StatementForm as Form } from "../../src/domain/vocabulary.ts";
import { builder } from "../builder.ts";
import type { RowOf } from "../connection/list.ts";
import { DayRange, type DayRangeValue } from "../day-range.ts";
import { Stance, StatementForm } from "../enum.ts";
import { ANY, combine, type Combined, NOT, TOGETHER } from "./combine.ts";
import { isActor, isAlliance, isArticle, isEvent, isIn, isOneOf, mayLieIn, type Several } from "./condition.ts";

export interface StatementFilterValue extends Combined<StatementFilterValue> {
  speaker?: Several<string>;
  speakerCountry?: Several<string>;
  targetActor?: Several<string>;
  targetAlliance?: Several<string>;
  stance?: Several<StanceValue>;
  form?: Several<Form>;
  saidBetween?: DayRangeValue | null | undefined;
  article?: Several<string>;
  publisher?: Several<string>;
  language?: Several<string>;
  event?: Several<string>;
}

export const StatementFilter = builder.inputRef<StatementFilterValue>("StatementFilter");

StatementFilter.implement({
  description: `Which statements; ${TOGETHER}`,
  fields: (t) => ({
    speaker: t.idList({ description: "Said by one of these actors, by id or slug" }),
    speakerCountry: t.idList({
      description: "Said by one of these states, or by a person, medium or agency of one, by id or slug",
    }),
    targetActor: t.idList({ description: "About one of these actors, by id or slug" }),
    targetAlliance: t.idList({ description: "About one of these alliances, by id or slug" }),
    stance: t.field({
      type: [Stance],
      description: "With one of these stances toward the target asked for, or else toward any",
    }),
    form: t.field({ type: [StatementForm], description: "Of one of these forms" }),
    saidBetween: t.field({
      type: DayRange,
      description: "That may have been said between these days, as one may whose day is not known",
    }),
    article: t.idList({ description: "Reported by one of these articles, by id or slug" }),
    publisher: t.idList({ description: "Reported by an article that one of these actors published, by id or slug" }),
    language: t.stringList({ description: "In one of these languages, as BCP 47 tags such as en" }),
    event: t.idList({ description: "Said at one of these events, by id" }),
    any: t.field({ type: [StatementFilter], description: ANY }),
    not: t.field({ type: StatementFilter, description: NOT }),
  }),
});

/** Whether a list is narrow before the filter: all that one actor said, or one article reports. */
type Breadth = "narrow" | "wide";

/** SQL: keeps the statements that the filter asks for. */
export function statementsAsked(filter: StatementFilterValue | null | undefined, breadth: Breadth) {
  return (row: RowOf<"statements">): SQL | undefined =>
    combine(filter, (asked) =>
      and(
        isActor(row.speakerId, asked.speaker),
        asked.speakerCountry == null
          ? undefined
          : or(
              isActor(row.speakerId, asked.speakerCountry),
              isIn(row.speakerId, actors.id, actors, isActor(actors.countryId, asked.speakerCountry)),
            ),
        isOneOf(row.form, asked.form),
        mayLieIn("saidBetween", row.saidEarliest, row.saidLatest, asked.saidBetween),
        isArticle(row.articleId, asked.article),
        asked.publisher == null
          ? undefined
          : isIn(row.articleId, articles.id, articles, isActor(articles.publisherId, asked.publisher)),
        isOneOf(row.language, asked.language),
        isEvent(row.eventId, asked.event),
        ...targetsAsked(asked, row, breadth),
      ),
    );
}

/**
 * In a narrow list each statement's targets are looked up; in a wide one the target's statements
 * are listed first. The other way round, either reads as many rows as there are statements.
 */
function targetsAsked(asked: StatementFilterValue, row: RowOf<"statements">, breadth: Breadth) {
  const { targetActor, targetAlliance, stance } = asked;
  const isNarrow = breadth === "narrow" || (asked.article ?? asked.speaker ?? asked.event) != null;
  const about = [
    isActor(statementTargets.actorId, targetActor),
    isAlliance(statementTargets.allianceId, targetAlliance),
  ].filter((condition) => condition !== undefined);
  const withStance = isOneOf(statementTargets.stance, stance);
  const of = (condition: SQL | undefined) =>
    isNarrow
      ? sql`exists (select 1 from ${statementTargets} where ${and(eq(statementTargets.statementId, row.id), condition, withStance)})`
      : isIn(row.id, statementTargets.statementId, statementTargets, and(condition, withStance));
  if (about.length > 0) return about.map(of);
  return withStance === undefined ? [] : [of(undefined)];
}
