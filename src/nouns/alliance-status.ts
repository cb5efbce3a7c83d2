import * as v from "valibot";
import { allianceStatuses as table } from "../../drizzle/tables/index.ts";
import { allianceStatusCodes, valuesOf } from "../domain/vocabulary.ts";
import { describe } from "./description.ts";
import { lowerCased } from "./key.ts";
import { citationsInput } from "./part/citation.ts";
import { attestationEntries, periodEntries, rankInput } from "./period.ts";
import { key, oneOf, slug } from "./scalar.ts";

/** A status as alliances nest it. */
export const statusInput = v.pipe(
  v.strictObject({
    key: v.optional(
      key("The fact's lasting name; when left out, the alliance's slug and the code, such as nato/in_force"),
    ),
    code: oneOf(valuesOf(allianceStatusCodes), "How far the alliance had got"),
    ...periodEntries,
    ...attestationEntries,
    rank: rankInput,
    citations: citationsInput,
  }),
  v.description("How far an alliance had got, over a period"),
);

/** A status beside its alliance. */
export const statusOfInput = v.pipe(
  v.strictObject({ alliance: slug("The slug of the alliance"), ...statusInput.entries }),
  v.description("How far an alliance had got, over a period"),
);

export const allianceStatuses = describe({
  table,
  input: statusOfInput,
  type: "AllianceStatus",
  word: "status",
  list: "statuses",
  listed: "How far alliances had got, in spells",
  added: { by: "addAllianceStatus", told: "Enters how far an alliance had got over a period" },
  fixed: ["alliance"],
  key: {
    parts: ["alliance", lowerCased("code")],
    isImplied: true,
    told: "the alliance's slug and the code, such as nato/in_force",
  },
  nested: { field: "alliance", input: statusInput, listed: "How far it had got, in spells" },
});
