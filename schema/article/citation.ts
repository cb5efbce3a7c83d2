import { mostParts } from "../../src/domain/list-bound.ts";
import { builder } from "../builder.ts";

export const Citation = builder.drizzleObject("citations", {
  name: "Citation",
  description: "The place in an article that bears a fact out: a W3C TextQuoteSelector",
  select: { columns: {} },
  fields: (t) => ({
    article: t.relation("article", { description: "The article" }),
    exact: t.exposeString("exact", {
      nullable: true,
      description: "The words that bear the fact out, as printed; null where the source's own words are not at hand",
    }),
    prefix: t.exposeString("prefix", {
      nullable: true,
      description: "What stands right before them; null where not given",
    }),
    suffix: t.exposeString("suffix", {
      nullable: true,
      description: "What stands right after them; null where not given",
    }),
    start: t.exposeInt("start", {
      nullable: true,
      description: "Where they begin, in Unicode characters from the start of the text; null where not given",
    }),
  }),
});

/** Citations are listed as they were entered. */
export const citationOrder = { orderBy: { id: "asc" }, limit: mostParts.citations } as const;
