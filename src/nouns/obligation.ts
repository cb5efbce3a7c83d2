import * as v from "valibot";
import { obligations as table } from "../../drizzle/tables/index.ts";
import { obligationCodes, valuesOf } from "../domain/vocabulary.ts";
import { describe } from "./description.ts";
import type { TextOf } from "./key.ts";
import { citationsInput } from "./part/citation.ts";
import { attestationEntries, periodEntries, rankInput } from "./period.ts";
import { key, oneOf, slug } from "./scalar.ts";

const OBLIGATION =
  "What an alliance obliges its members to, over a period. Where it changes from one phase of the alliance to the next, each phase has its own";

/** An obligation as alliances nest it. */
export const obligationInput = v.pipe(
  v.strictObject({
    key: v.optional(
      key(
        "The fact's lasting name; when left out, the alliance's slug, the code and, of one member, its slug, such as nato/defence",
      ),
    ),
    code: oneOf(valuesOf(obligationCodes), "To what it obliges"),
    actor: v.optional(slug("The slug of the one member that it binds; left out where it binds all")),
    ...periodEntries,
    ...attestationEntries,
    rank: rankInput,
    citations: citationsInput,
  }),
  v.description(OBLIGATION),
);

/** An obligation beside its alliance. */
export const obligationOfInput = v.pipe(
  v.strictObject({ alliance: slug("The slug of the alliance"), ...obligationInput.entries }),
  v.description(OBLIGATION),
);

/** The code in small letters and, of one member, its slug. */
function codeAndActor(text: TextOf): string | undefined {
  const actor = text("actor");
  const code = text("code")?.toLowerCase();
  return code === undefined || actor === undefined ? code : `${code}/${actor}`;
}

export const obligations = describe({
  table,
  input: obligationOfInput,
  type: "Obligation",
  word: "obligation",
  list: "obligations",
  listed: "What alliances oblige their members to",
  added: { by: "addObligation", told: "Enters what an alliance obliges its members, or one of them, to over a period" },
  fixed: ["alliance"],
  key: {
    parts: ["alliance", codeAndActor],
    isImplied: true,
    told: "the alliance's slug, the code and, of one member, its slug, such as nato/defence",
  },
  nested: { field: "alliance", input: obligationInput, listed: "What it obliges its members to, over periods" },
});
