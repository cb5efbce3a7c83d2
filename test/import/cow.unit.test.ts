import { describe, expect, it } from "vitest";
import { readCow } from "../../cli/import/cow/cow.ts";
import { isRefusal, type Piece } from "../../cli/import/file/piece.ts";
import { table } from "./table.ts";

const COLUMNS =
  "version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,all_end_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,mem_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente";

function read(...lines: string[]) {
  const reads = [...readCow({ members: table([COLUMNS, ...lines].join("\n"), "m.csv"), states: [] }, [])];
  const pieces = reads.filter((read): read is Piece => !isRefusal(read));
  const alliances = pieces.filter(({ list }) => list === "alliances");
  return {
    refusals: reads.filter(isRefusal),
    actors: pieces.filter(({ list }) => list === "actors").map(({ json }) => json as { slug: string }),
    kinds: alliances.map(({ json }) => (json as { kind: string }).kind),
    names: alliances.map(({ json }) => (json as { name: string }).name),
    statuses: alliances.flatMap(({ statuses = [] }) => statuses.map(({ json }) => json)),
    memberships: alliances.flatMap(({ memberships = [] }) => memberships.map(({ json }) => json)),
  };
}

// An alliance made up for the tests, in the columns of alliance_v4.1_by_member.
const spell = (
  overrides: Partial<
    Record<"code" | "name" | "start" | "end" | "left" | "right" | "flags" | "founded" | "dissolved", string>
  >,
) => {
  const { code = "740", name = "Japan", start = "1,2,1900", end = "3,4,1910", left = "0", right = "0" } = overrides;
  const { flags = "1,0,0,0", founded = "1,2,1900", dissolved = "3,4,1910" } = overrides;
  return `9,${code},${name},${founded},${dissolved},Type I: Defense Pact,${start},${end},${left},${right},${flags}`;
};

describe("a spell of COW", () => {
  it("ends on the day after its last", () => {
    expect(read(spell({})).memberships).toMatchObject([
      { key: "cow-9/740/1900-02-01", actor: "japan", role: "MEMBER", from: "1900-02-01", to: "1910-04-04" },
    ]);
  });

  it("is as fine as its dates: a month, or a year", () => {
    expect(read(spell({ start: ",2,1900", end: ",,1910" })).memberships).toMatchObject([
      { from: "1900-02", to: "1910-01-02/1911-01-01" },
    ]);
  });

  it.each([
    ["-9,2,1900", "1900-02"],
    ["-9,-9,1900", "1900"],
    ["0,0,1900", "1900"],
    ["NA,NA,1900", "1900"],
    ["-9.0,-9.0,1900.0", "1900"],
    ["0.0,2.0,1900.0", "1900-02"],
    ["-9.0,-9.0,-9.0", null],
    ["-9,-9,-9", null],
  ])("whose date has parts that nobody knows, %s, began %s", (start, from) => {
    expect(read(spell({ start, end: ",,", dissolved: ",,", right: "1" })).memberships).toMatchObject([{ from }]);
  });

  it("whose end has a year that nobody knows ended within what COW tells of", () => {
    expect(read(spell({ end: "-9,-9,-9" })).memberships).toMatchObject([{ to: "1900-02-02/2013-01-01" }]);
    expect(read(spell({ end: "-9.0,-9.0,-9.0" })).memberships).toMatchObject([{ to: "1900-02-02/2013-01-01" }]);
    expect(read(spell({ end: "-9,-9,1910" })).memberships).toMatchObject([{ to: "1910-01-02/1911-01-01" }]);
    expect(read(spell({ end: "-9,-9,-9", right: "1" })).memberships).toMatchObject([{ attestedOn: "2012-12-31" }]);
  });

  it("that is cut off at the start began between its alliance and 1816", () => {
    const [membership] = read(spell({ founded: "9,5,1700", start: "1,1,1816", left: "1" })).memberships;
    expect(membership).toMatchObject({ from: "1700-05-09/1816-01-01" });
  });

  it("that is cut off at the end ends some day after 2012", () => {
    const { memberships, statuses } = read(spell({ end: ",,", dissolved: ",,", right: "1" }));
    expect(memberships).toMatchObject([{ attestedOn: "2012-12-31" }]);
    expect(statuses).toMatchObject([{ code: "IN_FORCE", attestedOn: "2012-12-31" }]);
  });

  it("before its alliance lets the alliance begin then, perhaps", () => {
    const { statuses } = read(spell({ founded: "5,2,1900", start: "1,2,1900" }));
    expect(statuses[0]).toMatchObject({ code: "IN_FORCE", from: "1900-02-01/1900-02-05", to: "1910-04-04" });
    expect(statuses[1]).toMatchObject({ code: "TERMINATED", from: "1910-04-04" });
  });

  it.each([
    [spell({ start: "30,2,1900" }), "February 1900 has 28 days"],
    [spell({ end: "1,1,1890" }), "a period ends after it begins"],
    [spell({ code: "JPN" }), "ccode must be a number"],
  ])("that cannot be is refused with its line: %s", (line, reason) => {
    const { refusals, memberships } = read(spell({}), line);
    expect(refusals).toMatchObject([{ file: "m.csv", line: 3, reason: expect.stringContaining(reason) as string }]);
    expect(memberships).toHaveLength(1);
  });
});

describe("an alliance of COW", () => {
  it.each([
    [["1,0,1,1"], "DEFENCE_PACT"],
    [["0,1,1,1"], "NEUTRALITY"],
    [["0,0,1,1"], "NON_AGGRESSION"],
    [["0,0,0,1"], "ENTENTE"],
    [["0,0,0,1", "0,0,1,1"], "NON_AGGRESSION"],
    [["0,0,0,0"], "DEFENCE_PACT"],
  ])("is of its strongest obligation in any spell, else of its type: %s is %s", (flags, kind) => {
    expect(read(...flags.map((flags, index) => spell({ flags, start: `1,2,190${index}` }))).kinds).toEqual([kind]);
  });

  it("is named by its members, kind and year", () => {
    const members = ["Japan", "France", "Chile", "Siam"].map((name, index) =>
      spell({ name, code: String(700 + index) }),
    );
    expect(read(...members.slice(0, 2)).names).toEqual(["Japan–France: defence pact of 1900"]);
    expect(read(...members).names).toEqual(["Japan, France and 2 others: defence pact of 1900"]);
  });
});

describe("a state of COW", () => {
  it("is the country of ISO 3166-1 that it is named as, with its code", () => {
    const { actors } = read(spell({ code: "437", name: "Ivory Coast" }));
    expect(actors).toContainEqual({
      slug: "cote-divoire",
      type: "STATE",
      name: "Côte d’Ivoire",
      aliases: [{ name: "Ivory Coast", language: "en", sort: "VARIANT" }],
      isoAlpha2: "CI",
      isoAlpha3: "CIV",
      identifiers: [{ scheme: "cow", value: "437" }],
    });
  });

  it("of the past is an actor of its own", () => {
    const { actors } = read(spell({ code: "300", name: "Austria-Hungary" }), spell({ code: "730", name: "Korea" }));
    expect(actors.map(({ slug }) => slug)).toEqual(["correlates-of-war-project", "austria-hungary", "korea"]);
  });
});
