import type { Day } from "../../domain/time/day.ts";
import { periodFrom } from "../../domain/time/period.ts";
import { type Noun, nouns } from "../../nouns/index.ts";
import type { Entries } from "../read/entry.ts";
import { type Fault, faultAt, within } from "../fault.ts";

const attested = ["allianceStatuses", "memberships", "obligations", "offices"] as const satisfies readonly Noun[];

/** Faults of days on which somebody looked: days to come, and facts that have ended or have not begun. */
export function attestationFaults(entries: Entries, today: Day): Fault[] {
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
  return [...ofFacts, ...ofArticles];
}

function toCome(day: Day, today: Day): string {
  return `${day} is still to come: today is ${today} (UTC)`;
}
