import { and, inArray, type SQL, sql } from "drizzle-orm";
import { decides } from "../../drizzle/claim/deciding.ts";
import { allianceStatuses, memberships, obligations } from "../../drizzle/tables/index.ts";
import { takesPart } from "../../drizzle/query/takes-part.ts";
import type {
  AllianceKind as Kind,
  AllianceStatusCode as Code,
  ObligationCode as Obliging,
} from "../../src/domain/vocabulary.ts";
import { type AsOf, holdsAsAsked } from "../time/as-of.ts";
import { refersTo } from "../argument/reference-kind.ts";
import { builder } from "../builder.ts";
import type { RowOf } from "../read/table.ts";
import type { Context } from "../context.ts";
import { AllianceKind, AllianceStatusCode, Certainty, ObligationCode } from "../enum.ts";
import { statusesAsked } from "./partnership-filter.ts";
import { ANY, combine, type Combined, NOT, TOGETHER } from "../filter/combine.ts";
import { isActor, isAlliance, isIn, isOneOf, listOf, type Several } from "../filter/condition.ts";
import { spellingsOf } from "../filter/name.ts";

export interface AllianceFilterValue extends AsOf, Combined<AllianceFilterValue> {
  kind?: Several<Kind>;
  parent?: Several<string>;
  name?: Several<string>;
  atLeast?: Code | null | undefined;
  statuses?: Several<Code>;
  member?: Several<string>;
  obligations?: Several<Obliging>;
}

export const AllianceFilter = builder.inputRef<AllianceFilterValue>("AllianceFilter");

AllianceFilter.implement({
  description: `Which alliances; ${TOGETHER}`,
  fields: (t) => ({
    kind: t.field({ type: [AllianceKind], description: "Of one of these kinds" }),
    parent: t.idList({ ...refersTo("alliances"), description: "Part of one of these alliances, by id or slug" }),
    name: t.stringList({ description: "With one of these as name, acronym or alias, exactly, such as NATO" }),
    atLeast: t.field({
      type: AllianceStatusCode,
      description: "That had got at least so far on the day, PROPOSED to IN_FORCE",
    }),
    statuses: t.field({
      type: [AllianceStatusCode],
      description: "In one of these statuses on the day, instead of atLeast; SUSPENDED and TERMINATED are named here",
    }),
    member: t.idList({
      ...refersTo("actors"),
      description:
        "In which one of these actors takes part on the day as member or contributing participant, by id or slug",
    }),
    obligations: t.field({
      type: [ObligationCode],
      description: "That oblige all members or one of them to one of these on the day",
    }),
    asOf: t.field({
      type: "Date",
      description:
        "The day for atLeast, statuses, member and obligations; that of the filter around this one, or else today (UTC), when left out",
    }),
    certainty: t.field({
      type: Certainty,
      description:
        "POSSIBLE: what may hold on the day; CERTAIN: only what surely does; as in the filter around this one, or else POSSIBLE, when left out",
    }),
    any: t.field({ type: [AllianceFilter], description: ANY }),
    not: t.field({ type: AllianceFilter, description: NOT }),
  }),
});

/** SQL: keeps the alliances that the filter asks for. */
export function alliancesAsked(filter: AllianceFilterValue | null | undefined, context: Context) {
  return (row: RowOf<"alliances">): SQL | undefined => {
    const conditionsOf = (asked: AllianceFilterValue) =>
      and(
        isOneOf(row.kind, asked.kind),
        isAlliance(row.parentId, asked.parent),
        asked.name == null ? undefined : isNamed(row, spellingsOf(asked.name)),
        asked.atLeast == null && asked.statuses == null
          ? undefined
          : isIn(row.id, allianceStatuses.allianceId, allianceStatuses, statusAsked(asked, context)),
        asked.member == null
          ? undefined
          : isIn(row.id, memberships.allianceId, memberships, memberAsked(asked, context)),
        asked.obligations == null
          ? undefined
          : isIn(row.id, obligations.allianceId, obligations, obligationAsked(asked.obligations, asked, context)),
      );
    return combine(filter, conditionsOf, onTheSameDay);
  };
}

/** A nested filter that gives no day or certainty is for those of the filter around it. */
function onTheSameDay(inner: AllianceFilterValue, around: AllianceFilterValue): AllianceFilterValue {
  return { ...inner, asOf: inner.asOf ?? around.asOf, certainty: inner.certainty ?? around.certainty };
}

function isNamed(row: RowOf<"alliances">, names: readonly string[]): SQL {
  return sql`${row.id} in (
    select id from alliances where name in ${listOf(names)}
    union all
    select id from alliances where acronym in ${listOf(names)}
    union all
    select alliance_id from aliases where name in ${listOf(names)} and alliance_id is not null
  )`;
}

function statusAsked(asked: AllianceFilterValue, context: Context): SQL | undefined {
  return and(
    inArray(allianceStatuses.code, [...statusesAsked(asked)]),
    holdsAsAsked(allianceStatuses, asked, context),
    decides(allianceStatuses),
  );
}

function memberAsked(asked: AllianceFilterValue, context: Context): SQL | undefined {
  return and(
    isActor(memberships.actorId, asked.member),
    takesPart(memberships.role),
    holdsAsAsked(memberships, asked, context),
    decides(memberships),
  );
}

function obligationAsked(codes: readonly Obliging[], asOf: AsOf, context: Context): SQL | undefined {
  return and(isOneOf(obligations.code, codes), holdsAsAsked(obligations, asOf, context), decides(obligations));
}
