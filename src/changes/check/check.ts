import type { Day } from "../../domain/time/day.ts";
import { mostParts } from "../../domain/list-bound.ts";
import { aliasFaults } from "./alias.ts";
import { circleFaults } from "./circle.ts";
import { attestationFaults } from "./attestation.ts";
import { uniqueValuesIn } from "./unique-constraint.ts";
import type { Entries } from "../read/entry.ts";
import { type Fault, faultAt, type Place, within } from "../fault.ts";
import type { Reference } from "../read/reference.ts";
import { type Noun, nounNames, nouns, perNoun } from "../../nouns/index.ts";
import type { CurrentState } from "../load/current-state.ts";
import type { StoredRow } from "../load/pending-read.ts";
import { quotationFaults } from "./quotation.ts";
import type { Reading } from "../read/reading.ts";
import { type Retraction, retractionFaults } from "./retraction.ts";
import { periodFaults, type Interval } from "./interval-overlap.ts";

/** All faults of entries beside each other and beside what is loaded, the reading's own first. */
export function checkEntries(
  { entries, partial, declared, faults }: Reading,
  references: readonly Reference[],
  current: CurrentState,
  texts: ReadonlyMap<string, string>,
  { retractions = [], today }: { retractions?: readonly Retraction[]; today: Day },
): Fault[] {
  const told = perNoun((noun) => [...entries[noun], ...partial[noun]]) as Entries;
  const sums = new Map(entries.articles.map(({ name, value }) => [name, value.sha256]));
  const textOf = (article: string) => {
    const sum = sums.has(article) ? sums.get(article) : current.rows.articles.get(article)?.sha256;
    return typeof sum === "string" ? texts.get(sum) : undefined;
  };
  const intervals = current.intervals.filter(
    ({ key }) => !retractions.some(({ noun, name }) => name === key && isInterval(noun)),
  );
  const beside = [
    ...referenceFaults(references, told, declared, current),
    ...nameFaults(told, current),
    ...typeFaults(told, current),
    ...uniquenessFaults(told, current, retractions),
    ...aliasFaults(told, current),
    ...circleFaults(told, current.chains),
    ...periodFaults(entries, intervals),
    ...statusFaults(entries, intervals),
    ...attestationFaults(entries, today),
    ...retractionFaults(retractions, references, entries, current),
    ...quotationFaults(entries, textOf),
  ];
  // In one place one fault is told of what cannot be read.
  const places = new Set(faults.map(({ file, path }) => `${file} ${path}`));
  return [...faults, ...beside.filter(({ file, path }) => !places.has(`${file} ${path}`))];
}

function referenceFaults(
  references: readonly Reference[],
  entries: Entries,
  declared: Reading["declared"],
  current: CurrentState,
): Fault[] {
  const types = new Map<string, StoredRow[string]>(entries.actors.map(({ name, value }) => [name, value.type]));
  return references.flatMap(({ noun, name, place, types: wanted, self }) => {
    const { word, name: field } = nouns[noun];
    const loaded = current.rows[noun].get(name);
    if (!declared[noun].has(name) && loaded === undefined) {
      const fault = faultAt(place, `there is no ${word} with the ${field} ${name}, neither here nor loaded`);
      return [{ ...fault, sought: { nouns: [noun], reference: name } }];
    }
    if (name === self) return [faultAt(place, `${name} refers to itself`)];
    const type = types.get(name) ?? (declared[noun].has(name) ? undefined : loaded?.type);
    if (wanted !== undefined && type !== undefined && !wanted.some((one) => one === type)) {
      return [faultAt(place, `the type of ${name} is ${type}, and must be ${wanted.join(" or ")} here`)];
    }
    return [];
  });
}

function isInterval(noun: Noun): boolean {
  return noun === "allianceStatuses" || noun === "memberships" || noun === "obligations";
}

/** Statuses of an alliance beyond as many as one has, here and among the loaded ones. */
function statusFaults({ allianceStatuses }: Entries, loaded: readonly Interval[]): Fault[] {
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
function nameFaults(entries: Entries, current: CurrentState): Fault[] {
  return nounNames.flatMap((noun) => {
    const { word, name: field } = nouns[noun];
    return entries[noun].flatMap(({ name, place, id, isNew = false }) => {
      const loaded = current.rows[noun].get(name);
      const at = within(place, field);
      if (loaded !== undefined && (isNew || (id !== undefined && id !== loaded.id))) {
        return [faultAt(at, `the ${word} ${field} ${name} is already taken`)];
      }
      const redirect = noun === "actors" && loaded === undefined ? current.redirects.get(name) : undefined;
      if (redirect === undefined || redirect.former === id) return [];
      return [faultAt(at, `${name} was merged into ${redirect.heir}, to which this slug leads`)];
    });
  });
}

/** Actors of another type than they have: their ids tell it, and lead nowhere with another. */
function typeFaults({ actors }: Entries, current: CurrentState): Fault[] {
  return actors.flatMap(({ name, place, value, isNew = false }) => {
    const type = current.rows.actors.get(name)?.type;
    if (isNew || type === undefined || type === (value.type ?? type)) return [];
    const remedy = "add another actor, and retract this one";
    return [faultAt(within(place, "type"), `the type of ${name} is ${type}, and stays: ${remedy}`)];
  });
}

function uniquenessFaults(entries: Entries, current: CurrentState, retractions: readonly Retraction[]): Fault[] {
  const uniqueValues = uniqueValuesIn(entries);
  const owners = new Set(
    [
      ...entries.actors,
      ...entries.alliances,
      ...retractions.filter(({ noun }) => noun === "actors" || noun === "alliances"),
    ].map(({ name }) => name),
  );
  const taken = new Map<string, { owner: string; place?: Place }>();
  for (const uniqueValue of current.uniqueValues)
    if (!owners.has(uniqueValue.owner)) taken.set(uniqueValue.what, uniqueValue);
  return uniqueValues.flatMap((uniqueValue) => {
    const first = taken.get(uniqueValue.what);
    if (first === undefined) {
      taken.set(uniqueValue.what, uniqueValue);
      return [];
    }
    const where =
      first.place === undefined
        ? `by ${first.owner}, which is loaded`
        : `at ${`${first.place.file} ${first.place.path}`.trim()}`;
    return [faultAt(uniqueValue.place, `${uniqueValue.what} is already taken ${where}`)];
  });
}
