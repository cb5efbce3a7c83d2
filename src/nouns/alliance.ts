import * as v from "valibot";
import { alliances as table } from "../../drizzle/tables/index.ts";
import { allianceKinds, valuesOf } from "../domain/vocabulary.ts";
import { describe } from "./description.ts";
import { aliasesInput } from "./part/alias.ts";
import { oneOf, slug, text } from "./scalar.ts";

export const allianceInput = v.pipe(
  v.strictObject({
    slug: slug("The alliance's lasting name in references and addresses"),
    name: text(200, "The name shown, in English"),
    acronym: v.optional(text(20, "Its usual abbreviation")),
    aliases: aliasesInput,
    kind: oneOf(valuesOf(allianceKinds), "What sort of tie it is"),
    description: v.optional(text(500, "What it is, in a sentence of our own")),
    parent: v.optional(slug("The slug of the alliance that it is part of")),
    organization: v.optional(slug("The slug of the organization that embodies it")),
  }),
  v.description("Any tie that actors join"),
);

export type AllianceInput = v.InferOutput<typeof allianceInput>;

export const alliances = describe({
  table,
  input: allianceInput,
  type: "Alliance",
  word: "alliance",
  list: "alliances",
  listed: "Alliances",
  added: { by: "addAlliance", told: "Enters an alliance, without statuses and members" },
  actorTypes: { organization: ["ORGANIZATION"] },
});
