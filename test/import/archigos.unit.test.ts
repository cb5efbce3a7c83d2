import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { readArchigos } from "../../cli/import/archigos/archigos.ts";
import { isRefusal, type Piece } from "../../cli/import/file/piece.ts";
import { actorInput, type ActorInput } from "../../src/nouns/actor.ts";
import { officeInput } from "../../src/nouns/office.ts";
import { table } from "./table.ts";

const COLUMNS = "obsid,gwcode,leadid,leader,yrborn,gender,startdate,enddate,entry,exit,exitcode";

function read(lines: string[], known: ActorInput[] = []) {
  const reads = [...readArchigos(table([COLUMNS, ...lines].join("\n"), "leaders.csv"), known)];
  const pieces = reads.filter((read): read is Piece => !isRefusal(read));
  const of = (list: Piece["list"]) => pieces.filter((piece) => piece.list === list).map(({ json }) => json);
  const actors = of("actors") as ActorInput[];
  return {
    refusals: reads.filter(isRefusal),
    states: actors.filter(({ type }) => type === "STATE"),
    persons: actors.filter(({ type }) => type === "PERSON"),
    offices: of("offices"),
  };
}

// Leaders made up for the tests, in the columns of Archigos 4.1.
const term = (
  overrides: Partial<Record<"id" | "state" | "leader" | "name" | "born" | "start" | "end" | "exit", string>>,
) => {
  const { id = "JPN-1901", state = "740", leader = "l-1", name = "Mori", born = "1850" } = overrides;
  const { start = "1901-02-03", end = "1904-05-06", exit = "Regular" } = overrides;
  return `${id},${state},${leader},${name},${born},F,${start},${end},Regular,${exit},${exit}`;
};

describe("a term of Archigos", () => {
  it("is an office from its first day to the first without it", () => {
    expect(read([term({})]).offices).toEqual([
      {
        key: "archigos/jpn-1901",
        title: "Effective leader",
        person: "mori-jpn-1901",
        body: "japan",
        from: "1901-02-03",
        to: "1904-05-06",
        citations: [{ article: "archigos-4-1", exact: null }],
      },
    ]);
  });

  it("and its leader are written as change sets take them", () => {
    const { offices, persons, states } = read([term({ id: "JPN-1901-2", name: "Mōri A. & O'Neil" })]);
    expect(offices.filter((office) => !v.is(officeInput, office))).toEqual([]);
    expect([...persons, ...states].filter((actor) => !v.is(actorInput, actor))).toEqual([]);
    expect([offices.length, persons.length, states.length]).toEqual([1, 1, 1]);
  });

  it("of one day ends on the day after", () => {
    expect(read([term({ end: "1901-02-03" })]).offices).toMatchObject([{ from: "1901-02-03", to: "1901-02-04" }]);
  });

  it("that goes on at the end of the data has no end, and is borne out until the day that the row tells", () => {
    const lines = [
      term({ start: "2011-01-01", end: "2015-12-31", exit: "Still in Office" }),
      term({ id: "JPN-2", start: "2011-01-01", end: "2014-12-31", exit: "Still in Office" }),
    ];
    const { offices } = read(lines);
    expect(offices).toMatchObject([{ attestedOn: "2015-12-31" }, { attestedOn: "2014-12-31" }]);
    for (const office of offices) expect(office).not.toHaveProperty("to");
  });

  it("that ended on the last day of the data has ended", () => {
    expect(read([term({ end: "2015-12-31", exit: "Natural Death" })]).offices).toMatchObject([{ to: "2015-12-31" }]);
  });

  it.each([
    [term({ id: "NA" }), "obsid is missing"],
    [term({ leader: "" }), "leadid is missing"],
    [term({ state: "999" }), 'gwcode "999" is of no state that is known'],
    [term({ start: "3/2/1901" }), 'startdate must be a day such as 1990-03-15, not "3/2/1901"'],
    [term({ id: "JPN-2", start: "1901-02-30" }), "February 1901 has 28 days"],
    [term({ id: "JPN-2", end: "1890-01-01" }), "a period ends after it begins"],
    [term({ name: "Other" }), "obsid is there twice"],
  ])("that cannot be is refused with its line: %s", (line, reason) => {
    const { refusals, offices } = read([term({}), line]);
    expect(refusals).toMatchObject([
      { file: "leaders.csv", line: 3, reason: expect.stringContaining(reason) as string },
    ]);
    expect(offices).toHaveLength(1);
  });
});

describe("a leader of Archigos", () => {
  it("is one person in all their terms and states, with all spellings", () => {
    const lines = [
      term({}),
      term({ id: "CHN-1910", state: "710", name: "Mori Ai", start: "1910-01-01", end: "1911-01-01" }),
    ];
    const { persons, offices } = read(lines);
    expect(persons).toEqual([
      {
        slug: "mori-jpn-1901",
        type: "PERSON",
        name: "Mori",
        description: "A leader of Japan and China, born in 1850",
        aliases: [{ name: "Mori Ai", language: "en", sort: "VARIANT" }],
        identifiers: [{ scheme: "archigos", value: "l-1" }],
      },
    ]);
    expect(offices).toMatchObject([{ person: "mori-jpn-1901" }, { person: "mori-jpn-1901" }]);
  });

  it("whose year of birth nobody knows has none", () => {
    expect(read([term({ born: "NA" })]).persons).toMatchObject([{ description: "A leader of Japan" }]);
  });

  it("is found by identifier, and never by name", () => {
    const namesake: ActorInput = { slug: "mori", type: "PERSON", name: "Mori" };
    const same: ActorInput = {
      slug: "ai",
      type: "PERSON",
      name: "Ai",
      identifiers: [{ scheme: "archigos", value: "l-1" }],
    };
    expect(read([term({})], [namesake]).offices).toMatchObject([{ person: "mori-jpn-1901" }]);
    expect(read([term({})], [namesake, same])).toMatchObject({ persons: [same], offices: [{ person: "ai" }] });
  });

  it("whose slug another person has gets the next", () => {
    const other: ActorInput = { slug: "mori-jpn-1901", type: "PERSON", name: "Mori" };
    expect(read([term({})], [other]).offices).toMatchObject([{ person: "mori-jpn-1901-2" }]);
  });
});

describe("a state of Archigos", () => {
  it.each([
    ["2", { isoAlpha3: "USA" }],
    ["300", { name: "Austria-Hungary" }],
    ["340", { isoAlpha3: "SRB" }],
    ["345", { name: "Yugoslavia" }],
    ["678", { isoAlpha3: "YEM" }],
    ["730", { name: "Korea" }],
    ["816", { isoAlpha3: "VNM" }],
  ])("has the code of Gleditsch and Ward: %s", (state, wanted) => {
    const { states } = read([term({ state })]);
    expect(states).toMatchObject([{ ...wanted, identifiers: [{ scheme: "gw", value: state }] }]);
  });

  it("with two codes has both: Germany", () => {
    const { states } = read([term({ state: "255" }), term({ id: "GFR-1950", state: "260" })]);
    expect(states).toMatchObject([
      {
        isoAlpha3: "DEU",
        identifiers: [
          { scheme: "gw", value: "255" },
          { scheme: "gw", value: "260" },
        ],
      },
    ]);
  });

  it("of the past that COW tells of is found by its name", () => {
    const there: ActorInput = {
      slug: "bavaria",
      type: "STATE",
      name: "Bavaria",
      identifiers: [{ scheme: "cow", value: "245" }],
    };
    expect(read([term({ state: "245" })], [there]).states).toMatchObject([
      {
        slug: "bavaria",
        identifiers: [
          { scheme: "cow", value: "245" },
          { scheme: "gw", value: "245" },
        ],
      },
    ]);
  });
});
