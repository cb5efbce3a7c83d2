import { mostParts } from "../../src/domain/list-bound.ts";
import { builder } from "../builder.ts";

export const Identifier = builder.drizzleObject("identifiers", {
  name: "Identifier",
  description: "What another register calls the same actor",
  select: { columns: {} },
  fields: (t) => ({
    scheme: t.exposeString("scheme", { description: "The register, such as wikidata" }),
    value: t.exposeString("value", { description: "The identifier there, such as Q17" }),
  }),
});

/** The order of identifiers: as they were entered. */
export const identifierOrder = { orderBy: { id: "asc" }, limit: mostParts.identifiers } as const;
