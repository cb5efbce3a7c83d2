import { type CodedState, codedState, stateOfCode } from "../cow/state-code.ts";
import type { Sighting } from "../register.ts";

/** Codes of Gleditsch and Ward's list of states that COW has not, or has for another state: those of one state throughout its life. */
const OTHER_CODES: ReadonlyMap<string, string> = new Map([
  ["260", "DEU"],
  ["340", "SRB"],
  ["563", "Transvaal"],
  ["564", "Orange Free State"],
  ["678", "YEM"],
  ["711", "Tibet"],
  ["815", "Annam"],
]);

/** The state that a gwcode stands for; undefined where nothing is known of it. */
export function archigosState(code: string): Sighting | undefined {
  const other = OTHER_CODES.get(code);
  const state: CodedState | undefined = other === undefined ? stateOfCode(code) : codedState(other);
  if (state === undefined) return undefined;
  return {
    type: "STATE",
    ...state,
    identifier: { scheme: "gw", value: code },
    ...(state.country === undefined && { description: "A state of the past, as Gleditsch and Ward list states" }),
  };
}
