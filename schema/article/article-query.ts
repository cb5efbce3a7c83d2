import { eq } from "drizzle-orm";
import { Article, ArticleConnection } from "./article.ts";
import { warnOfNothing } from "../argument/nothing-named.ts";
import { builder } from "../builder.ts";
import type { RowOf } from "../read/table.ts";
import type { PageArguments } from "../connection/page.ts";
import { readConnection } from "../connection/root-connection.ts";
import { ArticleFilter, articlesAsked, type ArticleFilterValue } from "./article-filter.ts";
import { keysOf } from "../node/global-id.ts";
import { ArticleOrder, orderAsked, type OrderValue } from "../filter/order.ts";
import { readRow } from "../read/read-rows.ts";
import { byOneOf, NO_ROW } from "../node/one-of.ts";
import { pageArguments } from "../connection/page-argument.ts";
import { asRead } from "../assertion.ts";

interface ArticlesArguments extends PageArguments {
  filter?: ArticleFilterValue | null | undefined;
  orderBy?: OrderValue<"PUBLISHED_ON" | "TITLE"> | null | undefined;
}

const orders = { PUBLISHED_ON: ["publishedEarliest", "id"], TITLE: ["title", "id"] } as const;

builder.queryFields((t) => ({
  article: t.field({
    type: Article,
    nullable: true,
    description:
      "One article, by exactly one of the arguments; null where there is none, and `extensions.warnings` says what is like it",
    args: {
      slug: t.arg.string({ description: "Its slug" }),
      id: t.arg.id({ description: "Its id" }),
    },
    resolve: async (_root, args, context, info) => {
      const own = () => ({
        where: {
          RAW: byOneOf("article", args, {
            slug: (slug) => (row: RowOf<"articles">) => eq(row.slug, slug),
            id: (id) => (row) => eq(row.id, keysOf(id, ["Article"])?.[0] ?? NO_ROW),
          }),
        },
      });
      const row = await readRow({ table: "articles", own, name: JSON.stringify(args) }, context, info);
      if (row === null) await warnOfNothing(["articles"], args, context, info);
      return row;
    },
  }),
  articles: t.field({
    type: ArticleConnection,
    description: "The articles, the earliest published first unless asked otherwise; those of unknown date lead",
    args: {
      ...pageArguments(t.arg),
      filter: t.arg({ type: ArticleFilter, description: "Which of them; all when left out" }),
      orderBy: t.arg({ type: ArticleOrder, description: "In which order; the earliest published first when left out" }),
    },
    resolve: (_root, args: ArticlesArguments, context, info) =>
      asRead(
        readConnection(
          {
            field: "Query.articles",
            rows: "articles",
            query: ({ filter, orderBy }: ArticlesArguments) => ({
              where: articlesAsked(filter),
              order: orderAsked(orderBy, orders),
            }),
          },
          args,
          context,
          info,
        ),
      ),
  }),
}));
