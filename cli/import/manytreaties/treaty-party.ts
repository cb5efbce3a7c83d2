import { countryOfCode } from "../country.ts";
import { fitted } from "../fitted.ts";
import type { Sighting } from "../register.ts";

/** Codes of manytreaties that are not of ISO 3166-1, where it is plain which country they mean. */
const OTHER_CODES: Readonly<Record<string, string>> = {
  ALG: "DZA",
  LES: "LSO",
  QAR: "QAT",
  ROM: "ROU",
  VAE: "ARE",
};

const PAST_STATES: Readonly<Record<string, string>> = {
  AUH: "Austria-Hungary",
  CSK: "Czechoslovakia",
  DDR: "German Democratic Republic",
  DZG: "Free City of Danzig",
  EAT: "Tanganyika",
  EAZ: "Zanzibar",
  GDR: "German Democratic Republic",
  HSG: "Hesse Grand Ducal",
  KOS: "Kosovo",
  Kosovo: "Kosovo",
  PRU: "Prussia",
  SAR: "Sahrawi Arab Democratic Republic",
  SCG: "Serbia and Montenegro",
  YAR: "Yemen Arab Republic",
  YMD: "Yemen People's Republic",
  YPR: "Yemen People's Republic",
  YUG: "Yugoslavia",
  ANT: "Netherlands Antilles",
  "Baden-Württemberg": "Baden-Württemberg",
  Bayern: "Bavaria",
};

const ORGANIZATIONS: Readonly<Record<string, string>> = {
  EC: "European Community",
  EFTA: "European Free Trade Association",
  EUE: "European Union",
  EUU: "European Union",
  "ECE UN Economic Commission for Europe": "UN Economic Commission for Europe",
  "EURATOM European Atomic Energy Community": "European Atomic Energy Community",
  "FAO Food and Agriculture Organization of the UN": "Food and Agriculture Organization",
  "IAEA International Atomic Energy Agency": "International Atomic Energy Agency",
  "IO-EAEC": "European Atomic Energy Community",
  "IO-EBRD": "European Bank for Reconstruction and Development",
  "IO-European Atomic Energy Community": "European Atomic Energy Community",
  "IO-IAEA": "International Atomic Energy Agency",
  "IO-IBRD": "International Bank for Reconstruction and Development",
  "IO-NEFCO": "Nordic Environment Finance Corporation",
  "IO-Un Food and Agriculture Organization": "Food and Agriculture Organization",
  "IO-World Health Organization": "World Health Organization",
  "IO-World Meteorological Organization": "World Meteorological Organization",
  "WHO World Health Organization": "World Health Organization",
  "WMO World Metereological Organization": "World Meteorological Organization",
};

/** The actor that a stateID of manytreaties means. A code that nobody explains is an organization so named. */
export function partySighting(stateId: string): Sighting {
  const country = countryOfCode(OTHER_CODES[stateId] ?? stateId);
  if (country !== undefined) return { type: "STATE", name: country.name, country };
  const identifier = { scheme: "manytreaties", value: fitted(stateId, 200) };
  const past = PAST_STATES[stateId];
  if (past !== undefined) return { type: "STATE", name: past, identifier };
  const organization = ORGANIZATIONS[stateId];
  return {
    type: "ORGANIZATION",
    name: organization ?? identifier.value,
    identifier,
    organizationType: organization === undefined ? "OTHER" : "INTERGOVERNMENTAL",
    ...(organization === undefined && {
      description: "A party of agreements that manytreaties names by this code alone",
    }),
  };
}
