import { and, gte, lt, type SQL, sql } from "drizzle-orm";
import { decides } from "../../drizzle/claim/deciding.ts";
import { memberships, statements } from "../../drizzle/tables/index.ts";
import {
  type ActorType,
  actorTypes,
  type MembershipRole as Role,
  type OrganizationType as OrganizationTypeValue,
} from "../../src/domain/vocabulary.ts";
import { type AsOf, holdsAsAsked } from "../time/as-of.ts";
import { refersTo } from "../argument/reference-kind.ts";
import { builder } from "../builder.ts";
import type { RowOf } from "../read/table.ts";
import type { Context } from "../context.ts";
import { Certainty, MembershipRole, OrganizationType } from "../enum.ts";
import { ANY, combine, type Combined, NOT, TOGETHER } from "../filter/combine.ts";
import { isActor, isAlliance, isIn, isOneOf, listOf, type Several } from "../filter/condition.ts";
import { spellingsOf } from "../filter/name.ts";
import { asRead } from "../assertion.ts";

export const ActorSort = builder.enumType("ActorSort", {
  description: "What sort of actor it is. New values may be added",
  values: asRead<{ [Value in ActorType]: { value: Value; description: string } }>(
    Object.fromEntries(Object.entries(actorTypes).map(([value, description]) => [value, { value, description }])),
  ),
});

interface MemberOfValue extends AsOf {
  alliance: readonly string[];
  role?: Several<Role>;
}

const MemberOf = builder.inputRef<MemberOfValue>("MemberOf").implement({
  description: "A part in an alliance as of a day, as the best supported claims have it",
  fields: (t) => ({
    alliance: t.idList({
      ...refersTo("alliances"),
      required: true,
      description: "In one of these alliances, by id or slug",
    }),
    role: t.field({ type: [MembershipRole], description: "In one of these roles; in any when left out" }),
    asOf: t.field({ type: "Date", description: "On this day; today (UTC) when left out" }),
    certainty: t.field({
      type: Certainty,
      description: "POSSIBLE, also when left out: who may have it on the day; CERTAIN: only who surely does",
    }),
  }),
});

export interface ActorFilterValue extends Combined<ActorFilterValue> {
  sort?: Several<ActorType>;
  organizationType?: Several<OrganizationTypeValue>;
  country?: Several<string>;
  parent?: Several<string>;
  name?: Several<string>;
  namePrefix?: string | null | undefined;
  memberOf?: MemberOfValue | null | undefined;
  hasStatements?: boolean | null | undefined;
}

export const ActorFilter = builder.inputRef<ActorFilterValue>("ActorFilter");

ActorFilter.implement({
  description: `Which actors; ${TOGETHER}`,
  fields: (t) => ({
    sort: t.field({ type: [ActorSort], description: "Of one of these sorts" }),
    organizationType: t.field({ type: [OrganizationType], description: "Organizations of one of these types" }),
    country: t.idList({
      ...refersTo("actors"),
      description: "Persons, media and agencies of one of these states, by id or slug",
    }),
    parent: t.idList({ ...refersTo("actors"), description: "Agencies or parts of one of these actors, by id or slug" }),
    name: t.stringList({ description: "With one of these as name or alias, exactly, such as 日本 or UK" }),
    namePrefix: t.string({
      description: "Whose name begins so, upper and lower case told apart; aliases do not count",
    }),
    memberOf: t.field({ type: MemberOf, description: "With a part in an alliance as of a day" }),
    hasStatements: t.boolean({ description: "true: who has said something; false: who has not" }),
    any: t.field({ type: [ActorFilter], description: ANY }),
    not: t.field({ type: ActorFilter, description: NOT }),
  }),
});

/** The last of all characters: no name that begins with a prefix comes after the prefix and it. */
const LAST_CHARACTER = "\u{10FFFF}";

/** SQL: keeps the actors that the filter asks for. */
export function actorsAsked(filter: ActorFilterValue | null | undefined, context: Context) {
  return (row: RowOf<"actors">): SQL | undefined =>
    combine(filter, (asked) =>
      and(
        isOneOf(row.type, asked.sort),
        isOneOf(row.organizationType, asked.organizationType),
        isActor(row.countryId, asked.country),
        isActor(row.parentId, asked.parent),
        asked.name == null ? undefined : isNamed(row, spellingsOf(asked.name)),
        asked.namePrefix == null
          ? undefined
          : and(gte(row.name, asked.namePrefix), lt(row.name, asked.namePrefix + LAST_CHARACTER)),
        asked.memberOf == null
          ? undefined
          : isIn(row.id, memberships.actorId, memberships, memberAsked(asked.memberOf, context)),
        asked.hasStatements == null ? undefined : speaks(row, asked.hasStatements),
      ),
    );
}

function isNamed(row: RowOf<"actors">, names: readonly string[]): SQL {
  return sql`${row.id} in (
    select id from actors where name in ${listOf(names)}
    union all
    select actor_id from aliases where name in ${listOf(names)} and actor_id is not null
  )`;
}

function memberAsked(asked: MemberOfValue, context: Context): SQL | undefined {
  return and(
    isAlliance(memberships.allianceId, asked.alliance),
    isOneOf(memberships.role, asked.role),
    holdsAsAsked(memberships, asked, context),
    decides(memberships),
  );
}

/** Looked up actor by actor: of all speakers the history would make a list. */
function speaks(row: RowOf<"actors">, does: boolean): SQL {
  const said = sql`exists (select 1 from ${statements} where ${statements.speakerId} = ${row.id})`;
  return does ? said : sql`not ${said}`;
}
