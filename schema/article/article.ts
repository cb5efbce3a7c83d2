import { Actor } from "../actor/actor.ts";
import { builder } from "../builder.ts";
import { connectionType } from "../connection/connection-type.ts";
import { writeGlobalId } from "../node/global-id.ts";
import { Node } from "../node/node.ts";

export const Article = builder.drizzleObject("articles", {
  name: "Article",
  description: "A published text that facts are cited from. The text itself is not stored",
  interfaces: [Node],
  select: { columns: {} },
  fields: (t) => ({
    id: t.id({
      description: "An opaque id, the same for ever",
      select: { columns: { id: true } },
      resolve: (row) => writeGlobalId("Article", row.id),
    }),
    slug: t.exposeString("slug", { description: "The name in addresses and references" }),
    title: t.exposeString("title", {
      description: "The title as printed; a description in words of ours where titleIsDescription",
    }),
    titleIsDescription: t.exposeBoolean("titleIsDescription", {
      description:
        "Whether the title is a description in words of ours, since nobody saw the printed one; a bibliography sets it in square brackets",
    }),
    publisher: t.relation("publisher", {
      type: Actor,
      nullable: true,
      description: "Who published it; null where not known",
    }),
    url: t.expose("url", { type: "URL", nullable: true, description: "Where it can be read; null where not known" }),
    publishedOn: t.expose("publishedOn", {
      type: "PartialDate",
      nullable: true,
      description: "When it was published; a range where only its bounds are known, null where nothing is",
    }),
    consultedOn: t.expose("consultedOn", {
      type: "Date",
      nullable: true,
      description:
        "The day on which somebody looked at it: what it bears out without an end was so until then; null where that is not told",
    }),
    language: t.exposeString("language", { description: "The language it is written in, as a BCP 47 tag" }),
    summary: t.exposeString("summary", {
      nullable: true,
      description: "What it says, in words of our own; null where nothing was written",
    }),
    sha256: t.exposeString("sha256", {
      nullable: true,
      description:
        "The SHA-256 of the text that the citations' selectors were found in, in hexadecimal; null where not at hand",
    }),
  }),
});

export const ArticleConnection = connectionType("Article", Article, "the articles");
