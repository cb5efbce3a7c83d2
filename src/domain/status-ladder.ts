import { type AllianceStatusCode, allianceStatusCodes, valuesOf } from "./vocabulary.ts";

const OFF_THE_LADDER: readonly AllianceStatusCode[] = ["SUSPENDED", "TERMINATED"];

/** The statuses an alliance climbs through, lowest first. */
export const statusLadder: readonly AllianceStatusCode[] = valuesOf(allianceStatusCodes).filter(
  (code) => !OFF_THE_LADDER.includes(code),
);

/** The statuses at or above one on the ladder; of one off the ladder, that one alone. */
export function statusesAtLeast(code: AllianceStatusCode): readonly AllianceStatusCode[] {
  const rung = statusLadder.indexOf(code);
  return rung < 0 ? [code] : statusLadder.slice(rung);
}
