import type { Entries } from "../read/entry.ts";
import { type Place, within } from "../fault.ts";
import { nounNames, nouns } from "../../nouns/index.ts";

/** A value that only one may have: a name, a code, an identifier. */
export interface UniqueValue {
  /** What it is, in words that tell it from every other. */
  what: string;
  /** The entry that has it. */
  owner: string;
  place: Place;
}

/** What an actor or alliance has to itself, in the words of `UniqueValue.what`; `current-unique-value.ts` reads the loaded ones. */
export const uniqueAs = {
  isoAlpha2: (code: string) => `the ISO code ${code}`,
  isoAlpha3: (code: string) => `the ISO code ${code}`,
  identifier: (scheme: string, value: string) => `the ${scheme} identifier ${value}`,
  organization: (slug: string) => `the organization ${slug}`,
};

/** The values that entries have to themselves. */
export function uniqueValuesIn(entries: Entries): UniqueValue[] {
  const uniqueValues: UniqueValue[] = [];
  for (const noun of nounNames) {
    const { name: field, word } = nouns[noun];
    for (const { name, place, value } of entries[noun]) {
      uniqueValues.push({
        what: `the ${word} ${field} ${name}`,
        owner: name,
        place: field in value ? within(place, field) : place,
      });
    }
  }
  for (const { name: owner, value, place } of entries.actors) {
    if (value.isoAlpha2 !== undefined)
      uniqueValues.push({ what: uniqueAs.isoAlpha2(value.isoAlpha2), owner, place: within(place, "isoAlpha2") });
    if (value.isoAlpha3 !== undefined)
      uniqueValues.push({ what: uniqueAs.isoAlpha3(value.isoAlpha3), owner, place: within(place, "isoAlpha3") });
    value.identifiers?.forEach((identifier, index) =>
      uniqueValues.push({
        what: uniqueAs.identifier(identifier.scheme, identifier.value),
        owner,
        place: within(place, "identifiers", index),
      }),
    );
  }
  for (const { name: owner, value, place } of entries.alliances) {
    if (value.organization !== undefined)
      uniqueValues.push({
        what: uniqueAs.organization(value.organization),
        owner,
        place: within(place, "organization"),
      });
  }
  for (const { name: owner, value, place } of entries.events) {
    value.participants.forEach(({ actor, role }, index) =>
      uniqueValues.push({
        what: `the part of ${actor} as ${role} in ${owner}`,
        owner,
        place: within(place, "participants", index),
      }),
    );
  }
  for (const { name: owner, value, place } of entries.statements) {
    value.targets.forEach(({ actor, alliance }, index) =>
      uniqueValues.push({
        what: `the target ${actor ?? alliance} of ${owner}`,
        owner,
        place: within(place, "targets", index),
      }),
    );
  }
  return uniqueValues;
}
