import type { Entries } from "../read/entry.ts";
import { type Place, within } from "../fault.ts";
import { nounNames, nouns } from "../../nouns/index.ts";

/** Something that only one may have: a name, a code, an identifier. */
export interface Claim {
  /** What is claimed, in words that tell it from every other. */
  what: string;
  /** The entry that claims it. */
  owner: string;
  place: Place;
}

/** What an actor or alliance has to itself, in the words of `Claim.what`; `present-claim.ts` reads the loaded ones. */
export const claimed = {
  isoAlpha2: (code: string) => `the ISO code ${code}`,
  isoAlpha3: (code: string) => `the ISO code ${code}`,
  identifier: (scheme: string, value: string) => `the ${scheme} identifier ${value}`,
  organization: (slug: string) => `the organization ${slug}`,
};

/** What the entries claim for themselves alone. */
export function claimsIn(entries: Entries): Claim[] {
  const claims: Claim[] = [];
  for (const noun of nounNames) {
    const { name: field, word } = nouns[noun];
    for (const { name, place, value } of entries[noun]) {
      claims.push({
        what: `the ${word} ${field} ${name}`,
        owner: name,
        place: field in value ? within(place, field) : place,
      });
    }
  }
  for (const { name: owner, value, place } of entries.actors) {
    if (value.isoAlpha2 !== undefined)
      claims.push({ what: claimed.isoAlpha2(value.isoAlpha2), owner, place: within(place, "isoAlpha2") });
    if (value.isoAlpha3 !== undefined)
      claims.push({ what: claimed.isoAlpha3(value.isoAlpha3), owner, place: within(place, "isoAlpha3") });
    value.identifiers?.forEach((identifier, index) =>
      claims.push({
        what: claimed.identifier(identifier.scheme, identifier.value),
        owner,
        place: within(place, "identifiers", index),
      }),
    );
  }
  for (const { name: owner, value, place } of entries.alliances) {
    if (value.organization !== undefined)
      claims.push({ what: claimed.organization(value.organization), owner, place: within(place, "organization") });
  }
  for (const { name: owner, value, place } of entries.events) {
    value.participants.forEach(({ actor, role }, index) =>
      claims.push({
        what: `the part of ${actor} as ${role} in ${owner}`,
        owner,
        place: within(place, "participants", index),
      }),
    );
  }
  for (const { name: owner, value, place } of entries.statements) {
    value.targets.forEach(({ actor, alliance }, index) =>
      claims.push({
        what: `the target ${actor ?? alliance} of ${owner}`,
        owner,
        place: within(place, "targets", index),
      }),
    );
  }
  return claims;
}
