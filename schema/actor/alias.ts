import { mostParts } from "../../src/domain/list-bound.ts";
import { builder } from "../builder.ts";
import { AliasSort } from "../enum.ts";

export const Alias = builder.drizzleObject("aliases", {
  name: "Alias",
  description: "Another name by which an actor or alliance is known and found",
  select: { columns: {} },
  fields: (t) => ({
    name: t.exposeString("name", { description: "The name" }),
    language: t.exposeString("language", {
      nullable: true,
      description: "The language of the name, as a BCP 47 tag; null where it is of no one language",
    }),
    sort: t.expose("sort", { type: AliasSort, description: "What sort of name it is" }),
  }),
});

/** The order of aliases: as they were entered. */
export const aliasOrder = { orderBy: { id: "asc" }, limit: mostParts.aliases } as const;
