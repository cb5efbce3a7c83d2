import { and } from "drizzle-orm";
import { decides } from "../../drizzle/claim/deciding.ts";
import { mostParts } from "../../src/domain/list-bound.ts";
import { Actor, Person, State } from "./actor.ts";
import { type AsOf, asOfArguments, certaintyAsAsked, holdsAsAsked } from "../time/as-of.ts";
import { attestedOnOption, certaintyOfNode } from "../time/certainty.ts";
import { builder } from "../builder.ts";
import { Citation, citationOrder } from "../article/citation.ts";
import { connectionType } from "../connection/connection-type.ts";
import { edgeCertainty } from "../time/edge-certainty.ts";
import type { ListQuery } from "../connection/list.ts";
import type { PageArguments } from "../connection/page.ts";
import { relatedConnection } from "../connection/related-connection.ts";
import type { Context } from "../context.ts";
import { Rank } from "../enum.ts";
import { writeGlobalId } from "../node/global-id.ts";
import { atMost } from "../list-bound.ts";
import { Node } from "../node/node.ts";
import { OfficeOrder, orderAsked, type OrderValue } from "../filter/order.ts";
import { Period, lastingEnds } from "../time/period.ts";
import { pageArguments } from "../connection/page-argument.ts";

export const Office = builder.drizzleObject("offices", {
  name: "Office",
  description: "A person's post in a state or organization over a period",
  interfaces: [Node],
  select: { columns: {} },
  fields: (t) => ({
    id: t.id({
      description: "An opaque id, the same for ever",
      select: { columns: { id: true } },
      resolve: (row) => writeGlobalId("Office", row.id),
    }),
    title: t.exposeString("title", { description: "The post, such as Prime Minister of Japan" }),
    person: t.relation("person", { type: Person, description: "Who holds it" }),
    body: t.relation("body", { type: Actor, description: "The state or organization that it is a post in" }),
    period: t.field({ type: Period, select: { columns: lastingEnds }, description: "When", resolve: (row) => row }),
    certainty: t.field(certaintyOfNode(t.arg, "it was held")),
    attestedOn: t.expose("attestedOn", attestedOnOption),
    rank: t.expose("rank", { type: Rank, description: "How the claim stands beside others that compete with it" }),
    citations: t.relation("citations", {
      type: Citation,
      query: citationOrder,
      ...atMost(mostParts.citations),
      description: "The places that bear it out, at least one",
    }),
  }),
});

const OfficeConnection = connectionType(
  "Office",
  Office,
  "the offices",
  edgeCertainty("How surely it is held on the list's day; with `ever: true` null where it cannot have been"),
);

const CERTAINTY_OF_EDGE = { certainty: { type: "Certainty", values: certaintyAsAsked } };

interface OfficeArguments extends AsOf, PageArguments {
  ever?: boolean | null | undefined;
  orderBy?: OrderValue<"FROM" | "TITLE"> | null | undefined;
}

function offices(args: OfficeArguments, context: Context): ListQuery<"offices"> {
  return {
    where: (row) => (args.ever === true ? undefined : and(holdsAsAsked(row, args, context), decides(row))),
    order: orderAsked(args.orderBy, { FROM: ["fromEarliest", "id"], TITLE: ["title", "id"] }),
  };
}

const ORDER = "In which order; the earliest begun first when left out";
const EVER = "true: all there ever were, of every rank, whatever asOf and certainty say";

builder.drizzleObjectFields(Person, (t) => ({
  offices: t.field({
    type: OfficeConnection,
    description: "The offices that the person holds as of a day, the earliest begun first unless asked otherwise",
    args: {
      ...pageArguments(t.arg),
      ...asOfArguments(t.arg),
      ever: t.arg.boolean({ defaultValue: false, description: EVER }),
      orderBy: t.arg({ type: OfficeOrder, description: ORDER }),
    },
    ...relatedConnection({
      field: "Person.offices",
      parent: "actors",
      relation: "offices",
      node: "Office",
      edgeFields: CERTAINTY_OF_EDGE,
      query: offices,
    }),
  }),
}));

builder.drizzleObjectFields(State, (t) => ({
  officeHolders: t.field({
    type: OfficeConnection,
    description:
      "The offices of the state with who holds them as of a day, the earliest begun first unless asked otherwise",
    args: {
      ...pageArguments(t.arg),
      ...asOfArguments(t.arg),
      ever: t.arg.boolean({ defaultValue: false, description: EVER }),
      orderBy: t.arg({ type: OfficeOrder, description: ORDER }),
    },
    ...relatedConnection({
      field: "State.officeHolders",
      parent: "actors",
      relation: "officeHolders",
      node: "Office",
      edgeFields: CERTAINTY_OF_EDGE,
      query: offices,
    }),
  }),
}));
