import { and, eq, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { actors, articles, statements, statementTargets } from "../../drizzle/tables/index.ts";
import type { Stance as StanceValue, StatementForm as Form } from "../../src/domain/vocabulary.ts";
import { refersTo } from "../argument/reference-kind.ts";
import { builder } from "../builder.ts";
import type { RowOf } from "../read/table.ts";
import { DayRange, type DayRangeValue } from "../time/day-range.ts";
import { Stance, StatementForm } from "../enum.ts";
import { ANY, combine, type Combined, NOT, TOGETHER } from "../filter/combine.ts";
import { isActor, isAlliance, isArticle, isEvent, isIn, isOneOf, mayLieIn, type Several } from "../filter/condition.ts";
import { IN_LANGUAGE, isInLanguage } from "../filter/language.ts";

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
    speaker: t.idList({ ...refersTo("actors"), description: "Said by one of these actors, by id or slug" }),
    speakerCountry: t.idList({
      ...refersTo("actors"),
      description: "Said by one of these states, or by a person, medium or agency of one, by id or slug",
    }),
    targetActor: t.idList({ ...refersTo("actors"), description: "About one of these actors, by id or slug" }),
    targetAlliance: t.idList({ ...refersTo("alliances"), description: "About one of these alliances, by id or slug" }),
    stance: t.field({
      type: [Stance],
      description: "With one of these stances toward the target asked for, or else toward any",
    }),
    form: t.field({ type: [StatementForm], description: "Of one of these forms" }),
    saidBetween: t.field({
      type: DayRange,
      description: "That may have been said between these days, as one may whose day is not known",
    }),
    article: t.idList({ ...refersTo("articles"), description: "Reported by one of these articles, by id or slug" }),
    publisher: t.idList({
      ...refersTo("actors"),
      description: "Reported by an article that one of these actors published, by id or slug",
    }),
    language: t.stringList({ description: IN_LANGUAGE }),
    event: t.idList({ ...refersTo("events"), description: "Said at one of these events, by id" }),
    any: t.field({ type: [StatementFilter], description: ANY }),
    not: t.field({ type: StatementFilter, description: NOT }),
  }),
});

/** SQL: keeps the statements that the filter asks for; their targets are looked up. */
export function statementsAsked(filter: StatementFilterValue | null | undefined) {
  return (row: RowOf<"statements">): SQL | undefined =>
    combine(filter, (asked, place) =>
      and(isSaidBy(row.speakerId, asked), isReportedBy(row.articleId, asked), ownAsked(row, asked, place)),
    );
}

/** SQL: keeps the mentions whose statement the filter asks for. What a mention repeats of it is not looked up. */
export function mentionsAsked(filter: StatementFilterValue | null | undefined) {
  return (row: RowOf<"statementTargets">): SQL | undefined =>
    combine(filter, (asked, place) => {
      const own = ownAsked(statements, asked, place);
      return and(
        isSaidBy(row.speakerId, asked),
        isReportedBy(row.articleId, asked),
        own === undefined
          ? undefined
          : sql`exists (select 1 from ${statements} where ${and(eq(statements.id, row.statementId), own)})`,
      );
    });
}

/** SQL: the column leads to a speaker asked for. */
export function isSaidBy(column: SQLWrapper, { speaker, speakerCountry }: StatementFilterValue): SQL | undefined {
  return and(
    isActor(column, speaker),
    speakerCountry == null
      ? undefined
      : or(isActor(column, speakerCountry), isIn(column, actors.id, actors, isActor(actors.countryId, speakerCountry))),
  );
}

function isReportedBy(column: SQLWrapper, { article, publisher }: StatementFilterValue): SQL | undefined {
  return and(
    isArticle(column, article),
    publisher == null ? undefined : isIn(column, articles.id, articles, isActor(articles.publisherId, publisher)),
  );
}

/** What only the statement itself and its targets tell. */
function ownAsked(row: RowOf<"statements">, asked: StatementFilterValue, place: string): SQL | undefined {
  return and(
    isOneOf(row.form, asked.form),
    mayLieIn("saidBetween", row.saidEarliest, row.saidLatest, asked.saidBetween),
    isInLanguage(row.language, asked.language, place),
    isEvent(row.eventId, asked.event),
    ...targetsAsked(asked, row),
  );
}

function targetsAsked(asked: StatementFilterValue, row: RowOf<"statements">): SQL[] {
  const about = [
    isActor(statementTargets.actorId, asked.targetActor),
    isAlliance(statementTargets.allianceId, asked.targetAlliance),
  ].filter((condition) => condition !== undefined);
  const withStance = isOneOf(statementTargets.stance, asked.stance);
  const has = (condition: SQL | undefined) =>
    sql`exists (select 1 from ${statementTargets} where ${and(eq(statementTargets.statementId, row.id), condition, withStance)})`;
  if (about.length > 0) return about.map(has);
  return withStance === undefined ? [] : [has(undefined)];
}
