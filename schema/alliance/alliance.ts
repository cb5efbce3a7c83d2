import { mostParts } from "../../src/domain/list-bound.ts";
import { Organization } from "../actor/actor.ts";
import { Alias, aliasOrder } from "../actor/alias.ts";
import { builder } from "../builder.ts";
import { connectionType } from "../connection/connection-type.ts";
import { AllianceKind } from "../enum.ts";
import { writeGlobalId } from "../node/global-id.ts";
import { atMost } from "../list-bound.ts";
import { Node } from "../node/node.ts";

export const Alliance = builder.drizzleObject("alliances", {
  name: "Alliance",
  description: "Any tie that actors join: a treaty, dialogue, bloc, forum, centre or pact",
  interfaces: [Node],
  select: { columns: {} },
  fields: (t) => ({
    id: t.id({
      description: "An opaque id, the same for ever; it survives renames",
      select: { columns: { id: true } },
      resolve: (row) => writeGlobalId("Alliance", row.id),
    }),
    slug: t.exposeString("slug", { description: "The name in addresses and references, such as nato" }),
    name: t.exposeString("name", { description: "The name shown, in English" }),
    acronym: t.exposeString("acronym", {
      nullable: true,
      description: "The usual abbreviation; null where there is none",
    }),
    aliases: t.relation("aliases", {
      type: Alias,
      query: aliasOrder,
      ...atMost(mostParts.aliases),
      description: "The other names by which it is known; empty where there are none",
    }),
    kind: t.expose("kind", { type: AllianceKind, description: "What sort of tie it is" }),
    description: t.exposeString("description", {
      nullable: true,
      description: "What it is, in a sentence; null where nothing was written",
    }),
    organization: t.relation("organization", {
      type: Organization,
      nullable: true,
      description: "The organization that embodies it and speaks for it; null where there is none",
    }),
  }),
});

builder.drizzleObjectFields(Alliance, (t) => ({
  parent: t.relation("parent", {
    type: Alliance,
    nullable: true,
    description: "The alliance that it is part of; null where there is none",
  }),
}));

export const AllianceConnection = connectionType("Alliance", Alliance, "the alliances");
