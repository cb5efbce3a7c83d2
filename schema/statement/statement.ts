import { and, eq, sql } from "drizzle-orm";
import { mostParts } from "../../src/domain/list-bound.ts";
import type { Stance as StanceValue } from "../../src/domain/vocabulary.ts";
import { Actor } from "../actor/actor.ts";
import { Alliance } from "../alliance/alliance.ts";
import { type ArgumentBuilder, builder } from "../builder.ts";
import { Citation, citationOrder } from "../article/citation.ts";
import { connectionType } from "../connection/connection-type.ts";
import type { ListQuery } from "../connection/list.ts";
import type { RowOf } from "../read/table.ts";
import type { PageArguments } from "../connection/page.ts";
import { relatedConnection } from "../connection/related-connection.ts";
import { Stance, StatementForm } from "../enum.ts";
import { mentionsAsked, StatementFilter, statementsAsked, type StatementFilterValue } from "./statement-filter.ts";
import { allStatementsAsked } from "./statement-page.ts";
import { mentionTally, speakerStatementTally, statementTally } from "./statement-tally.ts";
import { writeGlobalId } from "../node/global-id.ts";
import { atMost } from "../list-bound.ts";
import { Node } from "../node/node.ts";
import { orderAsked, type OrderValue, StatementOrder } from "../filter/order.ts";
import { StatementTarget } from "./statement-target.ts";
import { pageArguments } from "../connection/page-argument.ts";

export const Statement = builder.drizzleObject("statements", {
  name: "Statement",
  description: "What a speaker said or is reported to have said",
  interfaces: [Node],
  select: { columns: {} },
  fields: (t) => ({
    id: t.id({
      description: "An opaque id, the same for ever",
      select: { columns: { id: true } },
      resolve: (row) => writeGlobalId("Statement", row.id),
    }),
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
      query: { orderBy: { id: "asc" }, limit: mostParts.targets },
      ...atMost(mostParts.targets),
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
      ...atMost(mostParts.citations),
      description: "The places that bear it out, at least one",
    }),
  }),
});

export const StatementConnection = connectionType("Statement", Statement, "the statements");

export interface StatementArguments extends PageArguments {
  filter?: StatementFilterValue | null | undefined;
  orderBy?: OrderValue<"SAID_ON"> | null | undefined;
}

/** The statements that one article reports. */
export function statements({ filter, orderBy }: StatementArguments): ListQuery<"statements"> {
  return { where: statementsAsked(filter), order: statementOrder(orderBy) };
}

function statementsOfSpeaker(args: StatementArguments): ListQuery<"statements"> {
  return { ...statements(args), tally: speakerStatementTally(args.filter) };
}

/** All statements there are. */
export function allStatements(args: StatementArguments): ListQuery<"statements"> {
  const order = statementOrder(args.orderBy);
  return { ...allStatementsAsked(args.filter, order), tally: statementTally(args.filter), order };
}

function statementOrder(orderBy: StatementArguments["orderBy"]) {
  return orderAsked(orderBy, { SAID_ON: ["saidEarliest", "ordinal"] });
}

interface MentionArguments extends StatementArguments {
  stance?: StanceValue | null | undefined;
}

function mentionsOf(target: "actorId" | "allianceId") {
  return ({ stance, filter, orderBy }: MentionArguments): ListQuery<"statementTargets"> => ({
    where: (row) => and(stance == null ? undefined : eq(row.stance, stance), mentionsAsked(filter)(row)),
    tally: mentionTally(target, stance, filter),
    order: {
      ...orderAsked(orderBy, { SAID_ON: ["saidEarliest", "statementId"] }),
      // With the plus SQLite sorts the few of the articles, and does not look for them among all in order.
      ...(filter?.article == null && filter?.publisher == null
        ? {}
        : { computed: { saidEarliest: (row: RowOf<"statementTargets">) => sql`+${row.saidEarliest}` } }),
    },
  });
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
    args: { ...pageArguments(t.arg), ...statementArguments(t.arg) },
    ...relatedConnection({
      field: "Actor.statements",
      parent: "actors",
      relation: "statements",
      node: "Statement",
      query: statementsOfSpeaker,
    }),
  }),
  mentions: t.field({
    type: StatementConnection,
    description: "What was said about it, the earliest first unless asked otherwise",
    args: { ...pageArguments(t.arg), ...mentionArguments(t.arg) },
    ...relatedConnection({
      field: "Actor.mentions",
      parent: "actors",
      relation: "mentions",
      node: "Statement",
      through: "statement",
      query: mentionsOf("actorId"),
    }),
  }),
}));

builder.drizzleObjectFields(Alliance, (t) => ({
  mentions: t.field({
    type: StatementConnection,
    description: "What was said about it, the earliest first unless asked otherwise",
    args: { ...pageArguments(t.arg), ...mentionArguments(t.arg) },
    ...relatedConnection({
      field: "Alliance.mentions",
      parent: "alliances",
      relation: "mentions",
      node: "Statement",
      through: "statement",
      query: mentionsOf("allianceId"),
    }),
  }),
}));
