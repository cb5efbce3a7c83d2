import { and, eq, gte, lte, sql } from "drizzle-orm";
import { Article, ArticleConnection } from "../article.ts";
import { builder } from "../builder.ts";
import type { RowOf } from "../connection/list.ts";
import type { PageArguments } from "../connection/page.ts";
import { readConnection } from "../connection/root-connection.ts";
import { DayRange, type DayRangeValue } from "../day-range.ts";
import { keysOf } from "../global-id.ts";
import { actorId } from "../reference.ts";
import { byOneOf, NO_ROW } from "./one-of.ts";

interface ArticleFilterValue {
  publisher?: string | null | undefined;
  publishedBetween?: DayRangeValue | null | undefined;
  language?: string | null | undefined;
}

const ArticleFilter = builder.inputRef<ArticleFilterValue>("ArticleFilter").implement({
  description: "Which articles; fields combine with AND",
  fields: (t) => ({
    publisher: t.id({ description: "Published by this actor, by id or slug" }),
    publishedBetween: t.field({ type: DayRange, description: "That may have been published between these days" }),
    language: t.string({ description: "In this language, as a BCP 47 tag" }),
  }),
});

builder.queryFields((t) => ({
  article: t.drizzleField({
    type: Article,
    nullable: true,
    description: "One article, by exactly one of the arguments; null where there is none",
    args: {
      slug: t.arg.string({ description: "Its slug" }),
      id: t.arg.id({ description: "Its id" }),
    },
    resolve: (query, _root, args, { database }) => {
      const condition = byOneOf("article", args, {
        slug: (slug) => (row: RowOf<"articles">) => eq(row.slug, slug),
        id: (id) => (row) => eq(row.id, keysOf(id, ["Article"])?.[0] ?? NO_ROW),
      });
      return database.query.articles.findFirst(query({ where: { RAW: condition } }));
    },
  }),
  articles: t.field({
    type: ArticleConnection,
    description: "The articles, the earliest published first; those of unknown date lead",
    args: {
      ...t.arg.connectionArgs(),
      filter: t.arg({ type: ArticleFilter, description: "Which of them; all when left out" }),
    },
    resolve: (_root, args: PageArguments & { filter?: ArticleFilterValue | null | undefined }, context, info) =>
      readConnection(
        {
          field: "Query.articles",
          rows: "articles",
          query: ({ filter }: typeof args) => ({
            where: (row) =>
              and(
                filter?.publisher == null ? undefined : sql`${row.publisherId} = ${actorId(filter.publisher)}`,
                filter?.publishedBetween?.from == null
                  ? undefined
                  : gte(row.publishedLatest, filter.publishedBetween.from),
                filter?.publishedBetween?.to == null
                  ? undefined
                  : lte(row.publishedEarliest, filter.publishedBetween.to),
                filter?.language == null ? undefined : eq(row.language, filter.language),
              ),
            order: { columns: ["publishedEarliest", "id"], direction: "asc" },
          }),
        },
        args,
        context,
        info,
      ) as never,
  }),
}));
