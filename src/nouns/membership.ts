import * as v from "valibot";
import { memberships as table } from "../../drizzle/tables/index.ts";
import { membershipRoles, valuesOf } from "../domain/vocabulary.ts";
import { describe } from "./description.ts";
import { lowerCased } from "./key.ts";
import { citationsInput } from "./part/citation.ts";
import { attestationEntries, periodEntries, rankInput } from "./period.ts";
import { key, oneOf, slug } from "./scalar.ts";

/** A membership as alliances nest it. */
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
    ...attestationEntries,
    rank: rankInput,
    citations: citationsInput,
  }),
  v.description("An actor's part in an alliance over a period. Leaving and rejoining is two"),
);

/** A membership beside its alliance. */
export const membershipOfInput = v.pipe(
  v.strictObject({ alliance: slug("The slug of the alliance"), ...membershipInput.entries }),
  v.description("An actor's part in an alliance over a period. Leaving and rejoining is two"),
);

export const memberships = describe({
  table,
  input: membershipOfInput,
  type: "Membership",
  word: "membership",
  list: "memberships",
  listed: "Who takes part in alliances, in what role, when",
  added: { by: "joinAlliance", told: "Enters an actor's part in an alliance over a period" },
  fixed: ["alliance"],
  key: {
    parts: ["alliance", "actor", lowerCased("role")],
    isImplied: true,
    told: "the slugs of alliance and actor and the role, such as nato/norway/member",
  },
  nested: { field: "alliance", input: membershipInput, listed: "Who takes part, in what role, when" },
});
