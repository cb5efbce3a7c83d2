import type { InputRef } from "@pothos/core";
import { builder } from "../builder.ts";
import type { Order } from "../connection/keyset.ts";
import { Direction } from "./direction.ts";
import { asMade } from "../assertion.ts";

/** An order as asked for: what each list reads by it, the list says. */
export interface OrderValue<Field extends string> {
  field: Field;
  direction: "asc" | "desc";
}

/** Defines `NameOrder` and `NameOrderField`; the first field is the one that is meant when none is given. */
function orderType<Field extends string>(name: string, what: string, fields: Readonly<Record<Field, string>>) {
  const OrderField = builder.enumType(`${name}OrderField`, {
    description: `By what ${what} are ordered. New values may be added`,
    values: asMade<{ [Value in Field]: { value: Value; description: string } }>(
      Object.fromEntries(Object.entries<string>(fields).map(([value, description]) => [value, { value, description }])),
    ),
  });
  const [first] = asMade<[Field]>(Object.keys(fields));
  const ref = builder.inputType(`${name}Order`, {
    description: `In which order ${what} come; those that tie stand in an order of their own that stays the same`,
    fields: (t) => ({
      field: t.field({ type: OrderField, required: true, defaultValue: asMade(first), description: "By what" }),
      direction: t.field({ type: Direction, required: true, defaultValue: "asc", description: "From which end" }),
    }),
  });
  return asMade<InputRef<OrderValue<Field>>>(ref);
}

const NAME = "By name, upper case before lower, accented letters last";

export const ActorOrder = orderType("Actor", "actors", { NAME });
export const AllianceOrder = orderType("Alliance", "alliances", { NAME });
export const ArticleOrder = orderType("Article", "articles", {
  PUBLISHED_ON: "By the earliest day on which they may have been published; of unknown date is before all others",
  TITLE: "By title, upper case before lower, accented letters last",
});
export const StatementOrder = orderType("Statement", "statements", {
  SAID_ON: "By the earliest day on which they may have been said; of unknown date is before all others",
});
export const EventOrder = orderType("Event", "events", { DATE: "By the earliest day on which they may begin" });
export const MembershipOrder = orderType("Membership", "memberships", {
  FROM: "By the earliest day on which they may begin; of unknown start is before all others",
});
export const OfficeOrder = orderType("Office", "offices", {
  FROM: "By the earliest day on which they may begin; of unknown start is before all others",
  TITLE: "By title, upper case before lower, accented letters last",
});
export const RevisionOrder = orderType("Revision", "revisions", { NUMBER: "By number, which is the order of time" });
export const PartnerOrder = orderType("Partner", "partners", {
  NAME,
  SHARED_ALLIANCES: "By how many alliances they share, as the list's arguments ask; those that share as many, by name",
});

type Columns<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** The columns that a list is read by, each choice ending in a unique one; the first is the usual. */
export function orderAsked<Field extends string>(
  orderBy: OrderValue<Field> | null | undefined,
  columns: Columns<Field>,
): Order {
  const [usual] = asMade<[Field]>(Object.keys(columns));
  return { columns: columns[orderBy?.field ?? usual], direction: orderBy?.direction ?? "asc" };
}
