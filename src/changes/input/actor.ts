import * as v from "valibot";
import { mostParts } from "../../domain/list-bound.ts";
import { actorTypes, aliasSorts, organizationTypes, valuesOf } from "../../domain/vocabulary.ts";
import { language, listOf, oneOf, slug, text } from "./scalar.ts";

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

export const identifierInput = v.pipe(
  v.strictObject({
    scheme: key("The register, such as wikidata"),
    value: text(200, "The identifier there, such as Q17"),
  }),
  v.description("What another register calls the same actor"),
);

function key(description: string) {
  return slug(description);
}

export const actorInput = v.pipe(
  v.strictObject({
    slug: slug("The actor's lasting name in references and addresses"),
    type: oneOf(valuesOf(actorTypes), "What sort of actor it is, which stays: its id tells it"),
    name: text(200, "The name shown, in English"),
    description: v.optional(text(500, "Who or what it is, in a sentence of our own")),
    aliases: aliasesInput,
    country: v.optional(slug("The slug of the state that a person, medium or agency belongs to")),
    parent: v.optional(slug("The slug of the actor that it is an agency of or a part of")),
    isoAlpha2: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^[A-Z]{2}$/, "must be two capital letters"),
        v.description("A state's ISO 3166-1 alpha-2 code"),
      ),
    ),
    isoAlpha3: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^[A-Z]{3}$/, "must be three capital letters"),
        v.description("A state's ISO 3166-1 alpha-3 code"),
      ),
    ),
    organizationType: v.optional(
      oneOf(valuesOf(organizationTypes), "What sort of organization it is; for organizations only"),
    ),
    identifiers: v.optional(listOf(identifierInput, mostParts.identifiers, "identifiers")),
  }),
  v.check(
    ({ type, isoAlpha2, isoAlpha3 }) => type === "STATE" || (isoAlpha2 ?? isoAlpha3) === undefined,
    "has an ISO country code and is no STATE",
  ),
  v.check(
    ({ type, organizationType }) => (type === "ORGANIZATION") === (organizationType !== undefined),
    "an ORGANIZATION has an organizationType, and no other actor has one",
  ),
  v.description("A state, person or organization"),
);

export type ActorInput = v.InferOutput<typeof actorInput>;
export type AliasInput = v.InferOutput<typeof aliasInput>;
