import { mostParts } from "../../domain/list-bound.ts";
import { claimsIn } from "./claim.ts";
import type { Entries } from "../read/entry.ts";
import { type Fault, faultAt, type Place, within } from "../fault.ts";
import type { Mention } from "../read/mention.ts";
import { type Noun, nounNames, nouns } from "../../nouns/index.ts";
import type { Present } from "../load/present.ts";
import type { StoredRow } from "../load/pending-read.ts";
import { quotationFaults } from "./quotation.ts";
import type { Reading } from "../read/reading.ts";
import { type Retraction, retractionFaults } from "./retraction.ts";
import { periodFaults, type Spell } from "./spell.ts";

/** All faults of entries beside each other and beside what is loaded, the reading's own first. */
export function checkEntries(
  { entries, declared, faults }: Reading,
  mentions: readonly Mention[],
  present: Present,
  texts: ReadonlyMap<string, string>,
  retractions: readonly Retraction[] = [],
): Fault[] {
  const sums = new Map(entries.articles.map(({ name, value }) => [name, value.sha256]));
  const textOf = (article: string) => {
    const sum = sums.has(article) ? sums.get(article) : present.rows.articles.get(article)?.sha256;
    return typeof sum === "string" ? texts.get(sum) : undefined;
  };
  const spells = present.spells.filter(
    ({ key }) => !retractions.some(({ noun, name }) => name === key && isSpell(noun)),
  );
  return [
    ...faults,
    ...mentionFaults(mentions, entries, declared, present),
    ...nameFaults(entries, present),
    ...typeFaults(entries, present),
    ...claimFaults(entries, present, retractions),
    ...periodFaults(entries, spells),
    ...statusFaults(entries, spells),
    ...retractionFaults(retractions, mentions, entries, present),
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

function isSpell(noun: Noun): boolean {
  return noun === "allianceStatuses" || noun === "memberships";
}

/** Statuses of an alliance beyond as many as one has, here and among the loaded ones. */
function statusFaults({ allianceStatuses }: Entries, loaded: readonly Spell[]): Fault[] {
  const told = new Set(allianceStatuses.map(({ name }) => name));
  const rest = Map.groupBy(
    loaded.filter(({ key }) => !told.has(key)),
    ({ statusOf }) => statusOf,
  );
  const statuses = Map.groupBy(allianceStatuses, ({ value }) => value.alliance);
  return [...statuses].flatMap(([alliance, own]) => {
    const beyond = own[Math.max(0, mostParts.statuses - (rest.get(alliance)?.length ?? 0))];
    return beyond === undefined
      ? []
      : [faultAt(beyond.place, `the alliance ${alliance} has at most ${mostParts.statuses} statuses`)];
  });
}

/** Names that another row has, or that lead to the heir of a merged actor. */
function nameFaults(entries: Entries, present: Present): Fault[] {
  return nounNames.flatMap((noun) => {
    const { word, name: field } = nouns[noun];
    return entries[noun].flatMap(({ name, place, id, isNew = false }) => {
      const loaded = present.rows[noun].get(name);
      const at = within(place, field);
      if (loaded !== undefined && (isNew || (id !== undefined && id !== loaded.id))) {
        return [faultAt(at, `the ${word} ${field} ${name} is already taken`)];
      }
      const redirect = noun === "actors" && loaded === undefined ? present.redirects.get(name) : undefined;
      if (redirect === undefined || redirect.former === id) return [];
      return [faultAt(at, `${name} was merged into ${redirect.heir}, to which this slug leads`)];
    });
  });
}

/** Actors of another type than they have: their ids tell it, and lead nowhere with another. */
function typeFaults({ actors }: Entries, present: Present): Fault[] {
  return actors.flatMap(({ name, place, value, isNew = false }) => {
    const type = present.rows.actors.get(name)?.type;
    if (isNew || type === undefined || type === value.type) return [];
    const remedy = "add another actor, and retract this one";
    return [faultAt(within(place, "type"), `the type of ${name} is ${type}, and stays: ${remedy}`)];
  });
}

function claimFaults(entries: Entries, present: Present, retractions: readonly Retraction[]): Fault[] {
  const claims = claimsIn(entries);
  const owners = new Set(
    [
      ...entries.actors,
      ...entries.alliances,
      ...retractions.filter(({ noun }) => noun === "actors" || noun === "alliances"),
    ].map(({ name }) => name),
  );
  const taken = new Map<string, { owner: string; place?: Place }>();
  for (const claim of present.claims) if (!owners.has(claim.owner)) taken.set(claim.what, claim);
  return claims.flatMap((claim) => {
    const first = taken.get(claim.what);
    if (first === undefined) {
      taken.set(claim.what, claim);
      return [];
    }
    const where =
      first.place === undefined
        ? `by ${first.owner}, which is loaded`
        : `at ${`${first.place.file} ${first.place.path}`.trim()}`;
    return [faultAt(claim.place, `${claim.what} is already taken ${where}`)];
  });
}
