import { describe, expect, it } from "vitest";
import { searchTerms } from "../../src/domain/text/search/search-term.ts";
import { findTerm } from "../../src/domain/text/search/term-match.ts";
import { wordsOf } from "../../src/domain/text/fold/words.ts";
import page from "../../docs/search.md?raw";

const ROW = /^\| (?<text>[^|]+) \| `(?<query>[^`|]+)` \|$/gm;
const rows = [...page.matchAll(ROW)].map(({ groups }) => [groups!["query"]!, groups!["text"]!] as const);

describe("../../docs/search.md", () => {
  it("shows many ways to write the same", () => {
    expect(rows.length).toBeGreaterThan(20);
  });

  it.each(rows)("says rightly that %s finds %s", (query, text) => {
    const words = wordsOf(text);
    for (const term of searchTerms(query)) expect(findTerm(words, term)).not.toEqual([]);
  });
});
