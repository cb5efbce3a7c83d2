import { nameKey } from "../../src/domain/text/name/name-key.ts";
import table from "./countries.json" with { type: "json" };

/** A country of ISO 3166-1 with its English name, and other names by which sources call it. */
export interface Country {
  isoAlpha3: string;
  isoAlpha2: string;
  name: string;
  otherNames: string[];
}

/** Each line of the table is the two codes, the name, and the other names. */
const countries = table.map(([isoAlpha3 = "", isoAlpha2 = "", name = "", ...otherNames]): Country => ({
  isoAlpha3,
  isoAlpha2,
  name,
  otherNames,
}));

const byCode = new Map(countries.map((country) => [country.isoAlpha3, country]));
const byName = new Map(
  countries.flatMap((country) => [country.name, ...country.otherNames].map((name) => [countryKey(name), country])),
);

export function countryOfCode(isoAlpha3: string): Country | undefined {
  return byCode.get(isoAlpha3);
}

export function countryOfName(name: string): Country | undefined {
  return byName.get(countryKey(name));
}

/** A key that all spellings of a country have in common: sources differ in St. and Saint, & and and. */
export function countryKey(name: string): string {
  return nameKey(name.replaceAll("&", " and ")).replace(/^saint /, "st ");
}
