import * as v from "valibot";
import { actors as table } from "../../drizzle/tables/index.ts";
import { mostParts } from "../domain/list-bound.ts";
import { actorTypes, organizationTypes, valuesOf } from "../domain/vocabulary.ts";
import { describe } from "./description.ts";
import { aliasesInput } from "./part/alias.ts";
import { identifierInput } from "./part/identifier.ts";
import { listOf, oneOf, slug, text } from "./scalar.ts";

const NO_STATE = "has an ISO country code and is no STATE";

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
  v.forward(
    v.partialCheck(
      [["type"], ["isoAlpha2"]],
      ({ type, isoAlpha2 }) => type === "STATE" || isoAlpha2 === undefined,
      NO_STATE,
    ),
    ["isoAlpha2"],
  ),
  v.forward(
    v.partialCheck(
      [["type"], ["isoAlpha3"]],
      ({ type, isoAlpha3 }) => type === "STATE" || isoAlpha3 === undefined,
      NO_STATE,
    ),
    ["isoAlpha3"],
  ),
  v.partialCheck(
    [["type"], ["organizationType"]],
    ({ type, organizationType }) => (type === "ORGANIZATION") === (organizationType !== undefined),
    "an ORGANIZATION has an organizationType, and no other actor has one",
  ),
  v.description("A state, person or organization"),
);

export type ActorInput = v.InferOutput<typeof actorInput>;

export const actors = describe({
  table,
  input: actorInput,
  type: "Actor",
  word: "actor",
  list: "actors",
  listed: "States, persons and organizations",
  added: { by: "addActor", told: "Enters a state, person or organization" },
  fixed: ["type"],
  actorTypes: { country: ["STATE"] },
});
