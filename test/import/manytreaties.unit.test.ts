import { describe, expect, it } from "vitest";
import { Manytreaties } from "../../cli/import/manytreaties/manytreaties.ts";
import type { Refusal } from "../../cli/import/file/piece.ts";
import { treatyDate } from "../../cli/import/manytreaties/treaty-date.ts";
import { PartialDateError } from "../../src/domain/time/partial-date.ts";
import { table } from "./table.ts";

const AGREEMENTS = "treatyID,Title,Begin,End,Signature,Force,Term";
const PARTIES =
  "stateID,treatyID,Title,Begin,End,Signature,StateSignature,StateRatification,Force,StateForce,Term,StateEnd";

function read(agreements: string[], parties: string[] = []) {
  const source = new Manytreaties();
  const refusals = [
    ...table([AGREEMENTS, ...agreements].join("\n"), "a.csv").map((row) => source.agreement(row)),
    ...table([PARTIES, ...parties].join("\n"), "p.csv").map((row) => source.party(row)),
  ];
  const pieces = [...source.pieces([])];
  const alliances = pieces.filter(({ list }) => list === "alliances");
  return {
    refusals: refusals.filter((one): one is Refusal => one !== null),
    actors: pieces.filter(({ list }) => list === "actors").map(({ json }) => json as { slug: string }),
    slugs: alliances.map(({ json }) => (json as { slug: string }).slug),
    statuses: alliances.flatMap(({ statuses = [] }) => statuses.map(({ json }) => ends("code", json))),
    memberships: alliances.flatMap(({ memberships = [] }) => memberships.map(({ json }) => ends("key", json))),
  };
}

function ends(name: string, json: unknown): string {
  const { from, to, [name]: what } = json as Record<string, string | null>;
  return `${what}: ${from} to ${to}`;
}

/** A party's row, of an agreement made up for the tests. */
const party = (
  state: string,
  { signed = "", ratified = "", bound = "", ended = "", title = "On Rivers", id = "RV_1990A" },
) => `${state},${id},${title},1990-03-01,,1990-03-01,${signed},${ratified},1992-01-01,${bound},-17,${ended}`;
const RIVERS = "RV_1990A,On Rivers,1990-03-01,9999-12-31,1990-03-01,1992-01-01,";

describe("a date of manytreaties", () => {
  it.each([
    ["", null],
    ["9999-12-31", null],
    ["1972-06-30?", "1972-06-30?"],
    ["1981-09..1981-10", "1981-09/1981-10"],
    ["1964-XX-16", "1964-XX-XX"],
    ["1982", "1982"],
    ["1964..", "1964/"],
  ])("%s is %s", (text, date) => {
    expect(treatyDate(text)).toBe(date);
  });

  it.each(["1972-06-31?", "2020-99-99", "2010-XX-XX-", "0014-022005"])("%s is none", (text) => {
    expect(() => treatyDate(text)).toThrow(PartialDateError);
  });
});

describe("an agreement of manytreaties", () => {
  it("is signed, in force, and ended, by its own dates", () => {
    expect(read(["RV_1990A,On Rivers,1990-03-01,2001-05-01,1990-03-01,1992-01-01,"]).statuses).toEqual([
      "SIGNED: 1990-03-01 to 1992-01-01",
      "IN_FORCE: 1992-01-01 to 2001-05-01",
      "TERMINATED: 2001-05-01 to null",
    ]);
    expect(read([RIVERS]).statuses.at(-1)).toBe("IN_FORCE: 1992-01-01 to null");
    expect(read(["RV_1990A,On Rivers,1990-03-01,,,,"]).statuses).toEqual(["SIGNED: 1990-03-01 to null"]);
    expect(read(["RV_1990A,On Rivers,1990-03-01,,1990-03-01,1990-03-01,"]).statuses).toEqual([
      "IN_FORCE: 1990-03-01 to null",
    ]);
  });

  it("whose uncertain signature is of the day on which it enters into force was not signed before", () => {
    const { statuses, memberships } = read(
      ["RV_1990A,On Rivers,1998-12-29?,,1998-12-29?,1998-12-29,"],
      [party("FRA", { signed: "1998-12-29?", bound: "1998-12-29" })],
    );
    expect(statuses).toEqual(["IN_FORCE: 1998-12-29 to null"]);
    expect(memberships).toEqual([expect.stringMatching(/member: 1998-12-29 to null$/)]);
  });

  it("that ends before it begins ends at no known day after", () => {
    expect(read(["RV_1990A,On Rivers,1990-03-01,1980,1990-03-01,1990-03-01,"]).statuses).toEqual([
      "IN_FORCE: 1990-03-01 to 1990-03-02/..",
    ]);
  });

  it("with an impossible date is refused with its file, line and column, and nothing else is", () => {
    const { refusals, slugs } = read([RIVERS, "RV_1972A,On Lakes,1972-01-01,1972-06-31?,1972-01-01,,"]);
    expect(refusals).toEqual([
      { file: "a.csv", line: 3, reason: 'End: "1972-06-31?": June 1972 has 30 days: write one from 01 to 30' },
    ]);
    expect(slugs).toEqual(["manytreaties-rv-1990a"]);
  });

  it("that shares its id with another is one of its own, and gets the parties that bear its title", () => {
    const rows = [RIVERS, "RV_1990A,On Lakes,1990-03-02,,1990-03-02,,"];
    const { slugs, memberships } = read(rows, [party("FRA", { signed: "1990-03-01", title: "On Lakes" })]);
    expect(slugs).toEqual(["manytreaties-rv-1990a", "manytreaties-rv-1990a-2"]);
    expect(memberships).toEqual(["manytreaties-rv-1990a-2/france/member: 1990-03-01 to null"]);
  });

  it("that only a party tells of is made of what that says", () => {
    const { slugs, statuses } = read([], [party("FRA", { signed: "1990-03-01" })]);
    expect(slugs).toEqual(["manytreaties-rv-1990a"]);
    expect(statuses).toEqual(["SIGNED: 1990-03-01 to 1992-01-01", "IN_FORCE: 1992-01-01 to null"]);
  });
});

describe("a party of manytreaties", () => {
  const memberships = (...parties: string[]) =>
    read([RIVERS], parties).memberships.map((line) => line.replace("manytreaties-rv-1990a/", ""));

  it("applies from its signature and is a member from when it is bound, or has ratified", () => {
    expect(
      memberships(party("FRA", { signed: "1990-03-01", ratified: "1991-05", bound: "1992-01-01", ended: "2000" })),
    ).toEqual(["france/applicant: 1990-03-01 to 1992-01-01", "france/member: 1992-01-01 to 2000"]);
    expect(memberships(party("FRA", { ratified: "1991-05" }))).toEqual(["france/member: 1991-05 to null"]);
  });

  it("that has signed alone is an applicant where others are bound, and a member where nobody is", () => {
    const france = party("FRA", { signed: "1990-03-01" });
    expect(memberships(france, party("CHE", { bound: "1992-01-01" }))[0]).toBe("france/applicant: 1990-03-01 to null");
    expect(memberships(france)).toEqual(["france/member: 1990-03-01 to null"]);
  });

  it("without a date of its own may be a member from when the agreement begins", () => {
    expect(memberships(party("FRA", {}))).toEqual(["france/member: 1990-03-01/.. to null"]);
  });

  it("told of twice with dates that differ is one member with ends as wide as they do", () => {
    expect(
      memberships(party("FRA", { bound: "1992-01-01", ended: "2000-01-01" }), party("FRA", { bound: "1993-05-06" })),
    ).toEqual(["france/member: 1992-01-01/1993-05-06 to 2000-01-01/.."]);
  });

  it("told of twice with hedged dates has the days of both, as far as the hedges go", () => {
    expect(memberships(party("FRA", { bound: "1992?" }), party("FRA", { bound: "1993-05-06" }))).toEqual([
      "france/member: 1991-01-01/1994-01-01 to null",
    ]);
  });

  it("is a member twice where only a hedge of the one reaches into the other, and once where a union of two does", () => {
    const before = party("FRA", { bound: "1985-01-01", ended: "1991-06-01" });
    expect(memberships(before, party("FRA", { bound: "1992?" }))).toEqual([
      "france/member: 1985-01-01 to 1991-06-01",
      "france/member/2: 1992? to null",
    ]);
    expect(memberships(before, party("FRA", { bound: "1992?" }), party("FRA", { bound: "1993-05-06" }))).toEqual([
      "france/member: 1985-01-01/1994-01-01 to 1991-06-01/..",
    ]);
  });

  it("whose hedged end comes after its start as written ends then, and else on a day not known", () => {
    expect(memberships(party("FRA", { bound: "1992-05-06", ended: "1992?" }))).toEqual([
      "france/member: 1992-05-06 to 1992?",
    ]);
    expect(memberships(party("FRA", { bound: "1992-05-06", ended: "1991?" }))).toEqual([
      "france/member: 1992-05-06 to 1992-05-07/..",
    ]);
  });

  it("that left and came back is a member twice", () => {
    expect(
      memberships(party("FRA", { bound: "2005-01-01" }), party("FRA", { bound: "1992-01-01", ended: "2000-01-01" })),
    ).toEqual(["france/member: 1992-01-01 to 2000-01-01", "france/member/2: 2005-01-01 to null"]);
  });

  it("is a country, a state of the past, an organization, or named by a code that nobody explains", () => {
    const codes = ["CHE", "ROM", "CSK", "EUE", "UNK"];
    expect(
      read(
        [RIVERS],
        codes.map((code) => party(code, { bound: "1992-01-01" })),
      ).actors,
    ).toMatchObject([
      { slug: "panarchic-project" },
      { slug: "switzerland", isoAlpha3: "CHE" },
      { slug: "czechoslovakia", type: "STATE", identifiers: [{ scheme: "manytreaties", value: "CSK" }] },
      { slug: "european-union", organizationType: "INTERGOVERNMENTAL" },
      { slug: "romania", isoAlpha3: "ROU" },
      { slug: "unk", organizationType: "OTHER" },
    ]);
  });
});
