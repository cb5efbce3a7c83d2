import * as v from "valibot";
import { articles as table } from "../../drizzle/tables/index.ts";
import { describe } from "./description.ts";
import { day, language, partialDate, slug, text, webUrl } from "./scalar.ts";

export const articleInput = v.pipe(
  v.strictObject({
    slug: slug("The article's lasting name in references and addresses"),
    title: text(300, "The title as printed; where nobody saw it, a description in words of ours, without brackets"),
    titleIsDescription: v.optional(
      v.pipe(
        v.boolean(),
        v.description("true where the title is a description, since nobody saw the printed one; false when left out"),
      ),
    ),
    publisher: v.optional(slug("The slug of the actor that published it; left out where not known")),
    url: v.optional(webUrl("Where it can be read; left out where not known")),
    publishedOn: v.optional(partialDate("When it was published, in EDTF; a range where only its bounds are known")),
    consultedOn: v.optional(
      day(
        "The day on which somebody looked at it, YYYY-MM-DD, not after today: what it bears out without an end was so until then. For what has no day of its own, such as a page that is kept up to date; left out where that is not known",
      ),
    ),
    language: language("The language it is written in, as a BCP 47 tag"),
    summary: v.optional(text(2000, "What it says, in words of our own")),
    sha256: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits"),
        v.description("The SHA-256 of the text that the selectors were found in"),
      ),
    ),
  }),
  v.description("A published text that facts are cited from. The text itself is never stored"),
);

export type ArticleInput = v.InferOutput<typeof articleInput>;

export const articles = describe({
  table,
  input: articleInput,
  type: "Article",
  word: "article",
  list: "articles",
  listed: "Articles",
  added: { by: "addArticle", told: "Enters an article, from which facts can then be cited" },
});
