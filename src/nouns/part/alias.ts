import * as v from "valibot";
import { mostParts } from "../../domain/list-bound.ts";
import { aliasSorts, valuesOf } from "../../domain/vocabulary.ts";
import { language, listOf, oneOf, text } from "../scalar.ts";

export const aliasInput = v.pipe(
  v.strictObject({
    name: text(200, "The other name"),
    language: v.optional(
      language("The language of the name, as a BCP 47 tag; left out where it is of no one language"),
    ),
    sort: oneOf(valuesOf(aliasSorts), "What sort of name it is"),
  }),
  v.description("Another name, by which it is found too"),
);

export const aliasesInput = v.optional(listOf(aliasInput, mostParts.aliases, "aliases"));

export type AliasInput = v.InferOutput<typeof aliasInput>;
