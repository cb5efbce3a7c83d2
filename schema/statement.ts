import { and, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import { statements as statementRows, statementTargets } from "../drizzle/tables/index.ts";
import type { Stance as StanceValue, StatementForm as Form } from "../src/domain/vocabulary.ts";
import { Actor } from "./actor.ts";
import { Alliance } from "./alliance.ts";
import { type ArgumentBuilder, builder } from "./builder.ts";
import { Citation, citationOrder } from "./citation.ts";
import { connectionType } from "./connection/connection-type.ts";
import type { ListQuery, RowOf } from "./connection/list.ts";
import type { PageArguments } from "./connection/page.ts";
import { relatedConnection } from "./connection/related-connection.ts";
import { DayRange, type DayRangeValue } from "./day-range.ts";
import { Direction } from "./direction.ts";
import { Stance, StatementForm } from "./enum.ts";
import { writeGlobalId } from "./global-id.ts";
import { Node } from "./node.ts";
import { actorId, allianceId, articleId } from "./reference.ts";
import { StatementTarget } from "./statement-target.ts";

export const Statement = builder.drizzleObject("statements", {
  name: "Statement",
  description: "What a speaker said or is reported to have said",
  interfaces: [Node],
  select: { columns: { id: true } },
  fields: (t) => ({
    id: t.id({ description: "An opaque id, the same for ever", resolve: (row) => writeGlobalId("Statement", row.id) }),
    form: t.expose("form", { type: StatementForm, description: "Whether it is verbatim" }),
    text: t.exposeString("text", {
      description: "The words as printed for a QUOTE, a sentence of our own for a PARAPHRASE",
    }),
    language: t.exposeString("language", { description: "The language of the text, as a BCP 47 tag" }),
    speaker: t.relation("speaker", { type: Actor, description: "Who says it" }),
    capacity: t.relation("capacity", {
      nullable: true,
      description: "The office in which the speaker says it; null where none is known",
    }),
    saidOn: t.expose("saidOn", {
      type: "PartialDate",
      nullable: true,
      description: "When it was said, which may lie before it appeared; null where not known",
    }),
    relayedBy: t.relation("relayedBy", {
      type: Actor,
      nullable: true,
      description: "The actor through whom the article has it, such as a newspaper; null where it has it at first hand",
    }),
    targets: t.relation("targets", {
      type: StatementTarget,
      query: { orderBy: { id: "asc" }, limit: 100 },
      description: "What it is about; empty where it is about no actor or alliance",
    }),
    event: t.relation("event", {
      nullable: true,
      description: "The event at which it was said; null where none is known",
    }),
    article: t.relation("article", { description: "The article that reports it" }),
    citations: t.relation("citations", {
      type: Citation,
      query: citationOrder,
      description: "The places that bear it out, at least one",
    }),
  }),
});

export const StatementConnection = connectionType("Statement", Statement, "the statements");

export interface StatementFilterValue {
  speaker?: string | null | undefined;
  targetActor?: string | null | undefined;
  targetAlliance?: string | null | undefined;
  stance?: StanceValue | null | undefined;
  form?: Form | null | undefined;
  saidBetween?: DayRangeValue | null | undefined;
  article?: string | null | undefined;
  language?: string | null | undefined;
}

export const StatementFilter = builder.inputRef<StatementFilterValue>("StatementFilter").implement({
  description: "Which statements; fields combine with AND",
  fields: (t) => ({
    speaker: t.id({ description: "Said by this actor, by id or slug" }),
    targetActor: t.id({ description: "About this actor, by id or slug" }),
    targetAlliance: t.id({ description: "About this alliance, by id or slug" }),
    stance: t.field({ type: Stance, description: "With this stance toward the target asked for, or else toward any" }),
    form: t.field({ type: StatementForm, description: "Of this form" }),
    saidBetween: t.field({ type: DayRange, description: "That may have been said between these days" }),
    article: t.id({ description: "Reported by this article, by id or slug" }),
    language: t.string({ description: "In this language, as a BCP 47 tag" }),
  }),
});

export const StatementOrder = builder.inputRef<{ direction: "asc" | "desc" }>("StatementOrder").implement({
  description: "In which order statements come: by the earliest day on which they may have been said",
  fields: (t) => ({
    direction: t.field({ type: Direction, required: true, description: "From which end" }),
  }),
});

/** SQL: keeps the statements that the filter asks for. */
export function statementsAsked(filter: StatementFilterValue | null | undefined) {
  return (row: RowOf<"statements">): SQL | undefined => {
    const { speaker, form, saidBetween, article, language } = filter ?? {};
    return and(
      speaker == null ? undefined : sql`${row.speakerId} = ${actorId(speaker)}`,
      form == null ? undefined : eq(row.form, form),
      saidBetween?.from == null ? undefined : gte(row.saidLatest, saidBetween.from),
      saidBetween?.to == null ? undefined : lte(row.saidEarliest, saidBetween.to),
      article == null ? undefined : sql`${row.articleId} = ${articleId(article)}`,
      language == null ? undefined : eq(row.language, language),
      targetsAsked(filter ?? {}, row),
    );
  };
}

function targetsAsked({ targetActor, targetAlliance, stance }: StatementFilterValue, row: RowOf<"statements">) {
  const about = [
    targetActor == null ? undefined : sql`${statementTargets.actorId} = ${actorId(targetActor)}`,
    targetAlliance == null ? undefined : sql`${statementTargets.allianceId} = ${allianceId(targetAlliance)}`,
  ].filter((condition) => condition !== undefined);
  const withStance = stance == null ? undefined : eq(statementTargets.stance, stance);
  const of = (condition: SQL | undefined) =>
    sql`${row.id} in (select ${statementTargets.statementId} from ${statementTargets} where ${and(condition, withStance)})`;
  if (about.length > 0) return and(...about.map(of));
  return withStance === undefined ? undefined : of(undefined);
}

export interface StatementArguments extends PageArguments {
  filter?: StatementFilterValue | null | undefined;
  orderBy?: { direction: "asc" | "desc" } | null | undefined;
}

export function statements({ filter, orderBy }: StatementArguments): ListQuery<"statements"> {
  return {
    where: statementsAsked(filter),
    order: { columns: ["saidEarliest", "id"], direction: orderBy?.direction ?? "asc" },
  };
}

interface MentionArguments extends StatementArguments {
  stance?: StanceValue | null | undefined;
}

function mentions({ stance, filter, orderBy }: MentionArguments): ListQuery<"statementTargets"> {
  const kept = filter == null ? undefined : statementsAsked(filter)(statementRows);
  return {
    where: (row) =>
      and(
        stance == null ? undefined : eq(row.stance, stance),
        kept === undefined
          ? undefined
          : sql`exists (select 1 from ${statementRows} where ${statementRows.id} = ${row.statementId} and ${kept})`,
      ),
    order: { columns: ["saidEarliest", "statementId"], direction: orderBy?.direction ?? "asc" },
  };
}

export function statementArguments(arg: ArgumentBuilder) {
  return {
    filter: arg({ type: StatementFilter, description: "Which of them; all when left out" }),
    orderBy: arg({ type: StatementOrder, description: "In which order; the earliest said first when left out" }),
  };
}

function mentionArguments(arg: ArgumentBuilder) {
  return {
    stance: arg({ type: Stance, description: "Only with this stance toward it; with any when left out" }),
    ...statementArguments(arg),
  };
}

builder.drizzleInterfaceFields(Actor, (t) => ({
  statements: t.field({
    type: StatementConnection,
    description: "What it said, the earliest first unless asked otherwise",
    args: { ...t.arg.connectionArgs(), ...statementArguments(t.arg) },
    ...relatedConnection({
      field: "Actor.statements",
      parent: "actors",
      relation: "statements",
      rows: "statements",
      node: "Statement",
      query: statements,
    }),
  }),
  mentions: t.field({
    type: StatementConnection,
    description: "What was said about it, the earliest first unless asked otherwise",
    args: { ...t.arg.connectionArgs(), ...mentionArguments(t.arg) },
    ...relatedConnection({
      field: "Actor.mentions",
      parent: "actors",
      relation: "mentions",
      rows: "statementTargets",
      node: "Statement",
      through: "statement",
      query: mentions,
    }),
  }),
}));

builder.drizzleObjectFields(Alliance, (t) => ({
  mentions: t.field({
    type: StatementConnection,
    description: "What was said about it, the earliest first unless asked otherwise",
    args: { ...t.arg.connectionArgs(), ...mentionArguments(t.arg) },
    ...relatedConnection({
      field: "Alliance.mentions",
      parent: "alliances",
      relation: "mentions",
      rows: "statementTargets",
      node: "Statement",
      through: "statement",
      query: mentions,
    }),
  }),
}));
