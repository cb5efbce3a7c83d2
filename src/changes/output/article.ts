import type { Database } from "../../../drizzle/client/database.ts";
import type { ArticleInput } from "../input/article.ts";
import { bySlug, type Page } from "./page.ts";
import { said } from "./said.ts";

export async function articleEntries(database: Database, page: Page): Promise<ArticleInput[]> {
  const rows = await database.query.articles.findMany({
    ...bySlug(page),
    with: { publisher: { columns: { slug: true } } },
  });
  return rows.map((row) =>
    said({
      slug: row.slug,
      title: row.title,
      publisher: row.publisher?.slug,
      url: row.url,
      publishedOn: row.publishedOn,
      language: row.language,
      summary: row.summary,
      sha256: row.sha256,
    }),
  );
}
