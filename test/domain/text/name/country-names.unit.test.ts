import { describe, expect, it } from "vitest";
import countries from "../../../../cli/import/countries.json" with { type: "json" };
import { meant } from "./name-register.ts";

/** A few of them, or all: `npm run test:long`. */
const LANGUAGES =
  process.env["COUNTRY_LANGUAGES"] === "all"
    ? "en fr de es pt it nl sv is pl cs sl hr hu ro ru uk be bg el tr az ar fa he hi bn ta gu th my ka hy am ko ja zh-Hans zh-Hant vi"
    : "en fr ru ar hi th ko ja";

const listed = countries.flatMap(([code = "", , ...names]) => names.map((name) => ({ slug: code, name })));

function namesIn(language: string) {
  const names = new Intl.DisplayNames([language], { type: "region" });
  return countries.map(([slug = "", code = ""]) => ({ slug, name: names.of(code)! }));
}

describe("a country of ISO 3166", () => {
  it.each([
    ["the table", listed] as const,
    ...LANGUAGES.split(" ").map((language) => [language, namesIn(language)] as const),
  ])("is taken for itself alone by its name in %s", (_language, named) => {
    const names = named.map((one) => ({ ...one, bearer: "STATE" as const }));
    const confused = names.flatMap(({ slug, name }) =>
      meant(name, names)
        .filter((other) => other.slug !== slug)
        .map((other) => `${name} is not ${other.name}`),
    );
    expect(confused).toEqual([]);
  });
});
