import { countryOfName } from "../country.ts";
import { cell, type TableRow } from "../file/table-row.ts";
import type { Sighting } from "../register.ts";

export const COW_PUBLISHER: Sighting = {
  type: "ORGANIZATION",
  name: "Correlates of War Project",
  organizationType: "RESEARCH",
  description: "A research project that publishes data on states, wars and alliances since 1816",
};

/** States of the past whose names could be taken for those of others. */
const PAST = new Set(["730"]);

/** The states that the alliances name, each once, in order of their codes. */
export function cowSightings(members: readonly TableRow[], states: readonly TableRow[]): Sighting[] {
  const names = new Map(members.map((row) => [cell(row, "ccode"), cell(row, "state_name")]));
  const spells = Map.groupBy(states, (row) => cell(row, "ccode"));
  return [...names]
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([code, name]) => {
      const country = PAST.has(code) ? undefined : countryOfName(name);
      const years = yearsOf(spells.get(code) ?? []);
      return {
        type: "STATE" as const,
        name,
        identifier: { scheme: "cow", value: code },
        country,
        ...(country === undefined && {
          description: `A state${years === "" ? "" : ` of ${years}`}, as the Correlates of War Project counts states`,
        }),
      };
    });
}

function yearsOf(spells: readonly TableRow[]): string {
  return spells.map((row) => `${cell(row, "styear")}–${cell(row, "endyear")}`).join(" and ");
}
