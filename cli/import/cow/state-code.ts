import { type Country, countryOfCode } from "../country.ts";
import codes from "./state-codes.json" with { type: "json" };

/** A state that data sets know by a number alone: its name, and its country of ISO 3166-1 where it is one. */
export interface CodedState {
  name: string;
  country?: Country;
}

const byCode: ReadonlyMap<string, string> = new Map(Object.entries(codes));

/** The state that a code of the Correlates of War Project stands for; undefined where it stands for none. */
export function stateOfCode(code: string): CodedState | undefined {
  const known = byCode.get(code);
  return known === undefined ? undefined : codedState(known);
}

/** The state of an ISO code of three letters, or of the name of a state of the past. */
export function codedState(codeOrName: string): CodedState {
  const country = countryOfCode(codeOrName);
  return country === undefined ? { name: codeOrName } : { name: country.name, country };
}
