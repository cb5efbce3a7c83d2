import { selectedFieldNames } from "@pothos/selection-mapper";
import { sql } from "drizzle-orm";
import { countText, type Found, foundEntries, type FoundQuery } from "../../drizzle/search/full-text.ts";
import { readFoundTexts } from "../../drizzle/search/found-text.ts";
import { type EntryKind, entryKinds } from "../../drizzle/search/indexed.ts";
import { searchExpression } from "../../src/domain/text/search/search-query.ts";
import { type SearchTerm, searchTerms } from "../../src/domain/text/search/search-term.ts";
import { type Snippet, SNIPPET_WORDS, snippetOf } from "../../src/domain/text/search/snippet.ts";
import type { TextRange } from "../../src/domain/text/search/text-range.ts";
import { Organization, Person, State } from "../actor/actor.ts";
import { Alliance } from "../alliance/alliance.ts";
import { Article } from "../article/article.ts";
import { Citation } from "../article/citation.ts";
import { checkReferences } from "../argument/known-reference.ts";
import { builder } from "../builder.ts";
import { connectionType } from "../connection/connection-type.ts";
import { type PageArguments, readPage } from "../connection/page.ts";
import { sliceOf } from "../connection/slice.ts";
import { markedType } from "../node/node.ts";
import { atMost, COST_OF_LOOKUP } from "../list-bound.ts";
import { readEntries } from "./search-entry.ts";
import { checkLength, checkPresent, SearchType } from "./search-type.ts";
import { Statement } from "../statement/statement.ts";
import { pageArguments } from "../connection/page-argument.ts";
import { asRead } from "../assertion.ts";

const FIELD = "Query.search";
const ORDER = ["rank", "id"];

const SearchHit = builder.unionType("SearchHit", {
  description: "What can be found by its words",
  types: [State, Person, Organization, Alliance, Article, Statement, Citation],
  resolveType: (hit) => asRead(markedType(hit)),
});

const TextRangeType = builder.objectRef<TextRange>("TextRange").implement({
  description: "A stretch of a text, counted in Unicode characters",
  fields: (t) => ({
    start: t.exposeInt("start", { description: "How many characters stand before it" }),
    length: t.exposeInt("length", { description: "How many characters it has" }),
  }),
});

const SnippetType = builder.objectRef<Snippet>("Snippet").implement({
  description: "A stretch of the text that was found, of about 32 words",
  fields: (t) => ({
    text: t.exposeString("text", {
      description: "The words, as plain text, never markup; … stands where more comes before or after them",
    }),
    ranges: t.field({
      type: [TextRangeType],
      ...atMost(SNIPPET_WORDS),
      description: "Where in the text the words that were looked for stand, in order",
      resolve: ({ ranges }) => ranges,
    }),
  }),
});

interface Hit extends Found {
  /** What was looked for. */
  terms: readonly SearchTerm[];
}

const found = (edge: unknown) => asRead<{ row: Hit }>(edge).row;

const SearchConnection = connectionType("Search", SearchHit, "the hits of a search", (t) => ({
  score: t.float({
    description:
      "How well it fits, from 0 to 1, the best of the search being 1: its BM25 as a part of the best one's. Scores of different searches cannot be compared",
    resolve: (edge) => {
      const { rank, best } = found(edge);
      return best === 0 ? 1 : Math.round((1000 * rank) / best) / 1000;
    },
  }),
  snippet: t.field({
    type: SnippetType,
    description:
      "Where the words stand in its name, its other names or its text, whichever has most of them, as it was entered",
    resolve: (edge) => {
      const { texts, terms } = found(edge);
      return snippetOf(texts === null ? [] : readFoundTexts(texts), terms);
    },
  }),
}));

const BEST_FIRST = () => [sql`rank asc`, sql`id asc`];
const WORST_FIRST = () => [sql`rank desc`, sql`id desc`];

/** What `foundEntries` tells of each. */
const FOUND = {
  columns: { id: true },
  extras: { rank: sql`rank`, best: sql`best`, total: sql`total`, texts: sql`texts` },
};

interface SearchArguments extends PageArguments {
  query: string;
  types?: EntryKind[] | null | undefined;
}

builder.queryFields((t) => ({
  search: t.field({
    type: SearchConnection,
    extensions: { extraCost: COST_OF_LOOKUP },
    description:
      "What has all the words that are given, the best first; a word in a name counts more than one in a text. Case, accents, and the like in every script do not count, and of the last word the beginning is enough; in scripts without spaces between words, such as Chinese, Japanese and Thai, what is typed is found anywhere within a text: docs/search.md. Empty where nothing has them, or no word is given. Of the present only: refused in a request that is pinned to a revision",
    args: {
      ...pageArguments(t.arg),
      query: t.arg.string({
        required: true,
        description:
          "The words, at most 200 characters; nothing in it is an operator. Words joined by a sign, such as Japan-Australia, are looked for in a row",
      }),
      types: t.arg({
        type: [SearchType],
        description: "Only of these types; of all when left out, of none when empty",
      }),
    },
    resolve: async (_root, args: SearchArguments, context, info) => {
      const { query, types } = args;
      checkPresent(FIELD, context);
      checkLength("query", FIELD, query);
      const cursors = () => ({ list: `${FIELD}${JSON.stringify([query, types])}`, columns: ORDER });
      const page = readPage(FIELD, args, cursors);
      const kinds = types == null ? entryKinds : entryKinds.filter((kind) => types.includes(kind));
      const terms = searchTerms(query);
      const expression = kinds.length === 0 ? null : searchExpression(terms);
      const names = selectedFieldNames(context, info);
      const asked = expression === null ? null : { expression, kinds, withTexts: names.has("edges") };
      const rows = asked === null ? [] : await readFound(asked);
      if (rows.length === 0) await checkReferences(context, info);
      for (const row of rows) Object.assign(row, { terms });
      const beyond = page.after !== null || page.before !== null;
      const total =
        asRead<Found | undefined>(rows[0])?.total ??
        (beyond && asked !== null && names.has("totalCount") ? await countText(context.database, asked) : 0);
      return sliceOf(rows, { page, cursors }, ({ node }) => node, total);

      async function readFound(query: FoundQuery) {
        const own = () => ({
          from: foundEntries(query, page),
          ...FOUND,
          orderBy: page.backward ? WORST_FIRST : BEST_FIRST,
        });
        const paths = [["nodes"], ["edges", "node"]];
        const isRead = names.has("nodes") || names.has("edges");
        const name = JSON.stringify([args, query.withTexts]);
        return readEntries({ own, name }, isRead ? kinds : [], paths, context, info);
      }
    },
  }),
}));
