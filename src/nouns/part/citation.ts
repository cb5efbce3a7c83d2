import * as v from "valibot";
import { mostParts } from "../../domain/list-bound.ts";
import { listOf, slug } from "../scalar.ts";

/** Text of a selector: as printed in the source, spaces and all. */
function verbatim(longest: number, description: string) {
  return v.pipe(
    v.string(),
    v.nonEmpty("must not be empty"),
    v.maxLength(longest, `has at most ${longest} characters`),
    v.check((value) => value.isWellFormed() && !value.includes("\0"), "has half a character or a NUL"),
    v.description(description),
  );
}

export const citationInput = v.pipe(
  v.strictObject({
    article: slug("The article's slug"),
    exact: v.optional(
      v.pipe(
        v.nullable(verbatim(2000, "The words that bear the fact out, as printed")),
        v.description("The words that bear the fact out, as printed; null where they are not at hand"),
      ),
    ),
    prefix: v.optional(verbatim(64, "What stands right before them")),
    suffix: v.optional(verbatim(64, "What stands right after them")),
    start: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(0),
        v.description("Where they begin, in Unicode characters from the text's start"),
      ),
    ),
  }),
  v.partialCheck(
    [["exact"], ["prefix"], ["suffix"], ["start"]],
    ({ exact, prefix, suffix, start }) => exact != null || (prefix ?? suffix ?? start) === undefined,
    "has a prefix, suffix or start, and no exact words",
  ),
  v.description("The place in an article that bears a fact out: a W3C TextQuoteSelector"),
);

export const citationsInput = v.pipe(
  listOf(citationInput, mostParts.citations, "citations"),
  v.minLength(1, "a fact has at least one citation"),
  v.description("The places that bear the fact out, at least one"),
);

export type CitationInput = v.InferOutput<typeof citationInput>;
