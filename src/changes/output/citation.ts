import type { CitationInput } from "../input/citation.ts";
import { said } from "./said.ts";

/** For `findMany`: the citations of a fact, in their order. */
export const citationRows = {
  columns: { exact: true, prefix: true, suffix: true, start: true },
  with: { article: { columns: { slug: true } } },
  orderBy: { id: "asc" },
} as const;

interface CitationRow {
  exact: string | null;
  prefix: string | null;
  suffix: string | null;
  start: number | null;
  article: { slug: string };
}

export function saidCitations(rows: readonly CitationRow[]): CitationInput[] {
  return rows.map(({ article, exact, prefix, suffix, start }) =>
    said({ article: article.slug, exact, prefix, suffix, start }),
  );
}
