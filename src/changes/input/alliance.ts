import * as v from "valibot";
import { allianceKinds, allianceStatusCodes, membershipRoles, valuesOf } from "../../domain/vocabulary.ts";
import { aliasesInput } from "./actor.ts";
import { citationsInput, periodEntries, rankInput } from "./citation.ts";
import { key, oneOf, slug, text } from "./scalar.ts";

export const statusInput = v.pipe(
  v.strictObject({
    key: v.optional(
      key("The fact's lasting name; when left out, the alliance's slug and the code, such as nato/in_force"),
    ),
    code: oneOf(valuesOf(allianceStatusCodes), "How far the alliance had got"),
    ...periodEntries,
    rank: rankInput,
    citations: citationsInput,
  }),
  v.description("How far an alliance had got, over a period"),
);

export const membershipInput = v.pipe(
  v.strictObject({
    key: v.optional(
      key(
        "The fact's lasting name; when left out, the slugs of alliance and actor and the role, such as nato/norway/member",
      ),
    ),
    actor: slug("The slug of the actor that takes part"),
    role: oneOf(valuesOf(membershipRoles), "In what role it takes part"),
    ...periodEntries,
    rank: rankInput,
    citations: citationsInput,
  }),
  v.description("An actor's part in an alliance over a period. Leaving and rejoining is two"),
);

const alliance = slug("The slug of the alliance");

/** A status beside its alliance. */
export const statusOfInput = v.pipe(
  v.strictObject({ alliance, ...statusInput.entries }),
  v.description("How far an alliance had got, over a period"),
);

/** A membership beside its alliance. */
export const membershipOfInput = v.pipe(
  v.strictObject({ alliance, ...membershipInput.entries }),
  v.description("An actor's part in an alliance over a period. Leaving and rejoining is two"),
);

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

/** An alliance with what there is to tell of it, as change sets nest it. */
export const allianceWithFactsInput = v.pipe(
  v.strictObject({
    ...allianceInput.entries,
    statuses: v.pipe(v.optional(v.array(statusInput), []), v.description("How far it had got, in spells")),
    memberships: v.pipe(v.optional(v.array(membershipInput), []), v.description("Who takes part, in what role, when")),
  }),
  v.description("Any tie that actors join"),
);

export type StatusInput = v.InferOutput<typeof statusOfInput>;
export type MembershipInput = v.InferOutput<typeof membershipOfInput>;
export type AllianceInput = v.InferOutput<typeof allianceInput>;
export type AllianceWithFactsInput = v.InferOutput<typeof allianceWithFactsInput>;
