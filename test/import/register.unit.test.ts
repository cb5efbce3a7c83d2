import { describe, expect, it } from "vitest";
import { countryOfCode, countryOfName } from "../../cli/import/country.ts";
import { Register } from "../../cli/import/register.ts";
import type { ActorInput } from "../../src/nouns/actor.ts";

const japan: ActorInput = {
  slug: "nippon",
  type: "STATE",
  name: "Nippon",
  description: "An island state",
  aliases: [{ name: "Japan", sort: "VARIANT" }],
  isoAlpha2: "JP",
  isoAlpha3: "JPN",
  identifiers: [{ scheme: "wikidata", value: "Q17" }],
};
const cow = { scheme: "cow", value: "740" };

describe("an actor that is there", () => {
  it.each([
    ["its identifier", { name: "Another name", identifier: { scheme: "wikidata", value: "Q17" } }],
    ["its ISO code", { name: "Another name", country: countryOfCode("JPN") }],
    ["its name", { name: "nippon" }],
    ["an alias", { name: "JAPAN" }],
  ])("is found by %s", (_, sighting) => {
    expect(new Register([japan]).enlist({ type: "STATE", ...sighting }).slug).toBe("nippon");
  });

  it("keeps all it has, and gets the identifier and the name that it lacks", () => {
    const actor = new Register([japan]).enlist({
      type: "STATE",
      name: "Empire of Japan",
      identifier: cow,
      country: countryOfCode("JPN"),
    });
    expect(actor).toEqual({
      ...japan,
      aliases: [...(japan.aliases ?? []), { name: "Empire of Japan", language: "en", sort: "VARIANT" }],
      identifiers: [{ scheme: "wikidata", value: "Q17" }, cow],
    });
  });

  it("is left as it is where it lacks nothing", () => {
    const register = new Register([{ ...japan, identifiers: [cow] }]);
    expect(register.enlist({ type: "STATE", name: "Japan", identifier: cow })).toEqual({
      ...japan,
      identifiers: [cow],
    });
  });

  it("is not taken for one of another type, of another country, or of a name that two bear", () => {
    const register = new Register([
      japan,
      { slug: "a", type: "STATE", name: "Twin" },
      { slug: "b", type: "STATE", name: "Twin" },
    ]);
    expect(register.enlist({ type: "ORGANIZATION", name: "Nippon", organizationType: "MEDIA" }).slug).toBe("nippon-2");
    expect(register.enlist({ type: "STATE", name: "Japan", country: countryOfCode("FRA") }).slug).toBe("france");
    expect(register.enlist({ type: "STATE", name: "Twin" }).slug).toBe("twin");
  });
});

describe("a country", () => {
  it.each([
    ["Antigua & Barbuda", "ATG"],
    ["Saint Lucia", "LCA"],
    ["Sao Tome and Principe", "STP"],
    ["Ivory Coast", "CIV"],
    ["Turkey", "TUR"],
    ["Congo", "COG"],
    ["Democratic Republic of the Congo", "COD"],
  ])("is found by a name of another spelling: %s", (name, code) => {
    expect(countryOfName(name)?.isoAlpha3).toBe(code);
  });

  it.each(["Korea", "Yugoslavia", "German Federal Republic", "Yemen Arab Republic"])(
    "is no state of the past: %s",
    (name) => {
      expect(countryOfName(name)).toBeUndefined();
    },
  );
});
