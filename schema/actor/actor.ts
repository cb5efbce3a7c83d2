import { mostParts } from "../../src/domain/list-bound.ts";
import { Alias, aliasOrder } from "./alias.ts";
import { builder } from "../builder.ts";
import { OrganizationType } from "../enum.ts";
import { writeGlobalId } from "../node/global-id.ts";
import { Identifier, identifierOrder } from "./identifier.ts";
import { atMost } from "../list-bound.ts";
import { Node } from "../node/node.ts";
import { actorTypeNames } from "../node/reference.ts";

const select = { columns: { type: true } } as const;

export const Actor = builder.drizzleInterface("actors", {
  name: "Actor",
  description: "Who speaks, is spoken of and joins alliances: a State, a Person or an Organization",
  interfaces: [Node],
  select,
  resolveType: (row) => actorTypeNames[row.type],
  fields: (t) => ({
    id: t.id({
      description: "An opaque id, the same for ever; it survives renames and merges",
      select: { columns: { id: true } },
      resolve: (row) => writeGlobalId(actorTypeNames[row.type], row.id),
    }),
    slug: t.exposeString("slug", { description: "The name in addresses and references, such as united-kingdom" }),
    name: t.exposeString("name", { description: "The name shown, in English" }),
    description: t.exposeString("description", {
      nullable: true,
      description: "Who or what it is, in a sentence; null where nothing was written",
    }),
    aliases: t.relation("aliases", {
      type: Alias,
      query: aliasOrder,
      ...atMost(mostParts.aliases),
      description: "The other names by which it is known; empty where there are none",
    }),
    identifiers: t.relation("identifiers", {
      type: Identifier,
      query: identifierOrder,
      ...atMost(mostParts.identifiers),
      description: "What other registers call it; empty where none is known",
    }),
  }),
});

export const State = builder.drizzleObject("actors", {
  variant: "State",
  description: "A state, such as Japan",
  interfaces: [Node, Actor],
  select,
  fields: (t) => ({
    isoAlpha2: t.exposeString("isoAlpha2", {
      nullable: true,
      description: "The ISO 3166-1 alpha-2 code, such as JP; null where it has none",
    }),
    isoAlpha3: t.exposeString("isoAlpha3", {
      nullable: true,
      description: "The ISO 3166-1 alpha-3 code, such as JPN; null where it has none",
    }),
  }),
});

export const Person = builder.drizzleObject("actors", {
  variant: "Person",
  description: "A person, such as Fumio Kishida",
  interfaces: [Node, Actor],
  select,
});

export const Organization = builder.drizzleObject("actors", {
  variant: "Organization",
  description: "An organization, such as NATO, a newspaper or an agency",
  interfaces: [Node, Actor],
  select,
  fields: (t) => ({
    type: t.field({
      type: OrganizationType,
      select: { columns: { organizationType: true } },
      description: "What sort of organization it is",
      resolve: (row) => row.organizationType ?? "OTHER",
    }),
  }),
});

builder.drizzleInterfaceFields(Actor, (t) => ({
  country: t.relation("country", {
    type: State,
    nullable: true,
    description: "The state that a person, medium or agency belongs to; null for states and where there is none",
  }),
  parent: t.relation("parent", {
    type: Actor,
    nullable: true,
    description: "The actor that it is an agency of or a part of; null where there is none",
  }),
}));
