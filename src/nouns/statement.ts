import * as v from "valibot";
import { statements as table } from "../../drizzle/tables/index.ts";
import { mostParts } from "../domain/list-bound.ts";
import { statementForms, valuesOf } from "../domain/vocabulary.ts";
import { describe } from "./description.ts";
import { citationsInput } from "./part/citation.ts";
import { targetInput } from "./part/target.ts";
import { key, language, listOf, oneOf, partialDate, slug, text } from "./scalar.ts";

export const statementInput = v.pipe(
  v.strictObject({
    key: key("The fact's lasting name, such as johnson-indivisible-security"),
    form: oneOf(valuesOf(statementForms), "The speaker's own words, or a report of them"),
    text: text(4000, "For a QUOTE the words as printed; for a PARAPHRASE a sentence of our own"),
    language: language("The language of the text, as a BCP 47 tag"),
    speaker: slug("The slug of the actor who says it"),
    capacity: v.optional(key("The key of the office in which the speaker says it")),
    saidOn: v.optional(partialDate("When it was said, in EDTF; left out where not known")),
    relayedBy: v.optional(slug("The slug of the actor through whom the article has it, such as a newspaper")),
    event: v.optional(key("The key of the event at which it was said")),
    article: slug("The slug of the article that reports it"),
    targets: v.pipe(
      v.optional(listOf(targetInput, mostParts.targets, "targets"), []),
      v.description("What it is about"),
    ),
    citations: citationsInput,
  }),
  v.partialCheck(
    [["form"], ["citations"]],
    ({ form, citations }) => form !== "QUOTE" || citations.some(({ exact }) => exact != null),
    "a QUOTE has a citation with its exact words",
  ),
  v.description("What a speaker said or is reported to have said"),
);

export const statements = describe({
  table,
  input: statementInput,
  type: "Statement",
  word: "statement",
  list: "statements",
  listed: "Statements",
  added: { by: "addStatement", told: "Enters a statement with its targets" },
  key: { parts: ["article", "speaker"], told: "the slugs of article and speaker, such as mofa-raa/nikkei" },
});
