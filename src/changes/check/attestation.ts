import type { Day } from "../../domain/time/day.ts";
import { periodFrom } from "../../domain/time/period.ts";
import { type Noun, nouns } from "../../nouns/index.ts";
import type { Entries } from "../read/entry.ts";
import { type Fault, faultAt, within } from "../fault.ts";
import type { Interval } from "./interval-overlap.ts";

const attested = ["allianceStatuses", "memberships", "offices"] as const satisfies readonly Noun[];

/** Faults of days on which somebody looked: days to come, facts that have ended, and statuses that others came after. */
export function attestationFaults(entries: Entries, loaded: readonly Interval[], today: Day): Fault[] {
  const ofFacts = attested.flatMap((noun) =>
    entries[noun].flatMap(({ value: { attestedOn, from, to }, place }) => {
      if (attestedOn == null) return [];
      const at = within(place, "attestedOn");
      if (to != null && to !== "..") {
        return [faultAt(at, `the ${nouns[noun].word} has an end, ${to}: only what is open is attested`)];
      }
      if (attestedOn < periodFrom(from ?? null, null).fromEarliest) {
        return [faultAt(at, `${attestedOn} is before the ${nouns[noun].word} begins, ${from}`)];
      }
      return attestedOn > today ? [faultAt(at, toCome(attestedOn, today))] : [];
    }),
  );
  const ofArticles = entries.articles.flatMap(({ value: { consultedOn }, place }) =>
    consultedOn != null && consultedOn > today
      ? [faultAt(within(place, "consultedOn"), toCome(consultedOn, today))]
      : [],
  );
  return [...ofFacts, ...ofArticles, ...ofStatuses(entries, loaded)];
}

function toCome(day: Day, today: Day): string {
  return `${day} is still to come: today is ${today} (UTC)`;
}

/** Of an alliance's statuses only the last is attested: what came after another is the end of that. */
function ofStatuses({ allianceStatuses }: Entries, loaded: readonly Interval[]): Fault[] {
  const told = new Set(allianceStatuses.map(({ name }) => name));
  const starts = Map.groupBy(
    [
      ...loaded.flatMap(({ key, statusOf, rank, days }) =>
        statusOf === undefined || told.has(key) ? [] : [{ key, alliance: statusOf, rank, from: days.fromEarliest }],
      ),
      ...allianceStatuses.map(({ name, value: { alliance, rank, from } }) => {
        return { key: name, alliance, rank, from: periodFrom(from ?? null, null).fromEarliest };
      }),
    ],
    ({ alliance }) => alliance,
  );
  return allianceStatuses.flatMap(({ name, value: { alliance, attestedOn }, place }) => {
    if (attestedOn == null) return [];
    const statuses = starts.get(alliance) ?? [];
    const own = statuses.find(({ key }) => key === name);
    const later = statuses.find(
      ({ key, rank, from }) => key !== name && rank !== "DEPRECATED" && own !== undefined && from > own.from,
    );
    if (later === undefined) return [];
    return [faultAt(within(place, "attestedOn"), `the status ${later.key} came after it: attest that one`)];
  });
}
