import { claimsIn } from "./claim.ts";
import type { Entries } from "./entry.ts";
import { type Fault, faultAt, type Place } from "./fault.ts";
import type { Mention } from "./mention.ts";
import { nouns } from "./noun.ts";
import type { Present, StoredRow } from "./present.ts";
import { quotationFaults } from "./quotation.ts";
import type { Reading } from "./read-documents.ts";
import { periodFaults } from "./spell.ts";

/** All faults of entries beside each other and beside what is loaded, the reading's own first. */
export function checkEntries(
  { entries, declared, faults }: Reading,
  mentions: readonly Mention[],
  present: Present,
  texts: ReadonlyMap<string, string>,
): Fault[] {
  const sums = new Map(entries.articles.map(({ name, value }) => [name, value.sha256]));
  const textOf = (article: string) => {
    const sum = sums.has(article) ? sums.get(article) : present.rows.articles.get(article)?.sha256;
    return typeof sum === "string" ? texts.get(sum) : undefined;
  };
  return [
    ...faults,
    ...mentionFaults(mentions, entries, declared, present),
    ...claimFaults(entries, present),
    ...periodFaults(entries, present.spells),
    ...quotationFaults(entries, textOf),
  ];
}

function mentionFaults(
  mentions: readonly Mention[],
  entries: Entries,
  declared: Reading["declared"],
  present: Present,
): Fault[] {
  const types = new Map<string, StoredRow[string]>(entries.actors.map(({ name, value }) => [name, value.type]));
  return mentions.flatMap(({ noun, name, place, types: wanted, self }) => {
    const { word, name: field } = nouns[noun];
    const loaded = present.rows[noun].get(name);
    if (!declared[noun].has(name) && loaded === undefined) {
      return [faultAt(place, `there is no ${word} with the ${field} ${name}, neither here nor loaded`)];
    }
    if (name === self) return [faultAt(place, `${name} refers to itself`)];
    const type = types.get(name) ?? (declared[noun].has(name) ? undefined : loaded?.type);
    if (wanted !== undefined && type !== undefined && !wanted.some((one) => one === type)) {
      return [faultAt(place, `the type of ${name} is ${type}, and must be ${wanted.join(" or ")} here`)];
    }
    return [];
  });
}

function claimFaults(entries: Entries, present: Present): Fault[] {
  const claims = claimsIn(entries);
  const owners = new Set([...entries.actors, ...entries.alliances].map(({ name }) => name));
  const taken = new Map<string, { owner: string; place?: Place }>();
  for (const claim of present.claims) if (!owners.has(claim.owner)) taken.set(claim.what, claim);
  return claims.flatMap((claim) => {
    const first = taken.get(claim.what);
    if (first === undefined) {
      taken.set(claim.what, claim);
      return [];
    }
    const where =
      first.place === undefined ? `by ${first.owner}, which is loaded` : `at ${first.place.file} ${first.place.path}`;
    return [faultAt(claim.place, `${claim.what} is already taken ${where}`)];
  });
}
