import { describe, expect, it } from "vitest";
import { isRefusal } from "../../cli/import/file/piece.ts";
import { readPopolo } from "../../cli/import/popolo/popolo.ts";
import { PopoloData } from "../../cli/import/popolo/popolo-data.ts";
import { popoloEntries } from "../../cli/import/popolo/popolo-file.ts";
import type { Ends } from "../../cli/import/spell.ts";
import { holdsOn, periodFrom } from "../../src/domain/time/period.ts";
import { assembly } from "./popolo-assembly.ts";

type Office = Ends & { key: string; title: string };

/** What a Popolo file says of offices, or why not, in its order. */
function officesOf(json: unknown): (Office | string)[] {
  const data = new PopoloData(popoloEntries({ file: "assembly.json", bytes: Buffer.from(JSON.stringify(json)) }));
  return [...data.refusals, ...readPopolo(data, [])].flatMap((read): (Office | string)[] => {
    if (isRefusal(read)) return [read.reason];
    return read.list === "offices" ? [read.json as Office] : [];
  });
}

/** The ends of the only office in a file of one membership, and of what bounds it. */
function endsOf(
  membership: object,
  { term = {}, person = {}, body = {}, post = {} }: Record<string, object> = {},
): [string | null, string | null] | string {
  const [office] = officesOf({
    persons: [{ id: "p", name: "Person", ...person }],
    organizations: [{ id: "o", name: "Body", ...body }],
    posts: [{ id: "t", label: "Post", ...post }],
    events: [{ id: "term", classification: "legislative period", ...term }],
    memberships: [{ person_id: "p", organization_id: "o", post_id: "t", legislative_period_id: "term", ...membership }],
  });
  return typeof office === "string" ? office : [office!.from, office!.to];
}

describe("an assembly of two terms", () => {
  const named = (person: string) =>
    assembly.memberships.flatMap(({ person_id }, index) => (person_id === person ? [index] : []));
  const days = (index: number) => {
    const { from, to } = officesOf(assembly)[index] as Office;
    return periodFrom(from, to);
  };

  it.each([
    ["p-all", 0, "2007-11-01", "2011-10-31"],
    ["p-all", 1, "2011-11-01", null],
    ["p-late", 0, "2008-10-02", "2011-10-31"],
    ["p-left", 0, "2007-11-01", "2008-10-01"],
    ["p-died", 0, "2007-11-01", "2009-05-07"],
    ["p-since", 0, "2007-01-01", "2007-01-02/2010-05-07"],
    ["p-judge", 0, "1990-04-01/..", "1990-04-02/2013-01-01"],
    ["p-seat", 0, "2009-01-01/..", "2009-01-02/2014-07-01"],
    ["p-plain", 0, null, null],
  ])("has %s in its membership %i from %s to %s", (person, nth, from, to) => {
    expect(days(named(person)[nth]!)).toMatchObject({ from, to });
  });

  it.each([
    ["p-all", "2007-10-31", null],
    ["p-all", "2007-11-01", "CERTAIN"],
    ["p-all", "2011-10-30", "CERTAIN"],
    ["p-all", "2011-10-31", null],
    ["p-late", "2008-10-01", null],
    ["p-late", "2008-10-02", "CERTAIN"],
    ["p-left", "2008-09-30", "CERTAIN"],
    ["p-left", "2008-10-01", null],
    ["p-died", "2009-05-06", "CERTAIN"],
    ["p-died", "2009-05-07", null],
    ["p-since", "2006-12-31", null],
    ["p-since", "2007-01-01", "CERTAIN"],
    ["p-since", "2007-01-02", "POSSIBLE"],
    ["p-since", "2010-05-06", "POSSIBLE"],
    ["p-since", "2010-05-07", null],
    ["p-judge", "1990-03-31", null],
    ["p-judge", "1990-04-01", "POSSIBLE"],
    ["p-judge", "2012-12-31", "POSSIBLE"],
    ["p-judge", "2013-01-01", null],
    ["p-seat", "2008-12-31", null],
    ["p-seat", "2014-06-30", "POSSIBLE"],
    ["p-seat", "2014-07-01", null],
    ["p-plain", "1800-01-01", "POSSIBLE"],
  ])("has %s on %s as %s", (person, day, certainty) => {
    expect(holdsOn(days(named(person)[0]!), day)).toBe(certainty);
  });

  it("names a membership without a start by its term, so that a term that is added later renames none", () => {
    const later = { ...assembly, memberships: assembly.memberships.slice(1) };
    const [, second] = officesOf(assembly) as Office[];
    expect(second!.key).toBe("popolo-assembly/member-of-both-terms/assembly/member/term-2");
    expect((officesOf(later)[0] as Office).key).toBe(second!.key);
  });
});

describe("a term", () => {
  const term = { start_date: "2007-11-01", end_date: "2011-10-31" };

  it("bounds only what the membership leaves open", () => {
    expect(endsOf({ start_date: "2003-11-01", end_date: "2015" }, { term })).toEqual(["2003-11-01", "2015"]);
  });

  it("bounds nothing where it is not in the file, or on the side on which it has no day", () => {
    expect(endsOf({ legislative_period_id: "another" }, { term })).toEqual([null, null]);
    expect(endsOf({ legislative_period_id: null }, { term })).toEqual([null, null]);
    expect(endsOf({}, { term: { end_date: "2011" } })).toEqual([null, "2011"]);
    expect(endsOf({}, { term: { start_date: "2007", end_date: "soon" } })).toEqual(["2007", null]);
  });

  it("is one whatever its classification, but not as an election", () => {
    expect(endsOf({}, { term: { ...term, classification: "Wahlperiode" } })).toEqual(["2007-11-01", "2011-10-31"]);
    expect(endsOf({}, { term: { ...term, classification: null } })).toEqual(["2007-11-01", "2011-10-31"]);
    expect(endsOf({}, { term: { ...term, classification: "general election" } })).toEqual([null, null]);
  });

  it("that a membership contradicts bounds it no more than that it has ended", () => {
    expect(endsOf({ start_date: "2012-01-01" }, { term })).toEqual(["2012-01-01", "2012-01-02/.."]);
    expect(endsOf({ end_date: "2005" }, { term })).toEqual([null, "2005"]);
  });

  it("is cut short by what ends or begins within it", () => {
    const cut = (bounds: Record<string, object>) => endsOf({}, { term, ...bounds });
    expect(cut({ body: { dissolution_date: "2009-05-06" } })).toEqual(["2007-11-01", "2009-05-07"]);
    expect(cut({ post: { end_date: "2009-05-06" } })).toEqual(["2007-11-01", "2009-05-06"]);
    expect(cut({ post: { start_date: "2009-05-06" } })).toEqual(["2009-05-06", "2011-10-31"]);
    expect(cut({ body: { founding_date: "2007" } })).toEqual(["2007-11-01/2007-12-31", "2011-10-31"]);
    expect(cut({ person: { death_date: "2011" } })).toEqual(["2007-11-01", "2011-01-02/2011-10-31"]);
    expect(cut({ person: { death_date: "2007" } })).toEqual(["2007-11-01", "2007-11-02/2008-01-01"]);
    expect(cut({ person: { death_date: "2019" }, body: { founding_date: "1990" } })).toEqual([
      "2007-11-01",
      "2011-10-31",
    ]);
  });

  it("holds where a life contradicts it", () => {
    const lives = { person: { birth_date: "2012", death_date: "1890" } };
    expect(endsOf({}, { term, ...lives })).toEqual(["2007-11-01", "2011-10-31"]);
  });
});

describe("a life", () => {
  const start = { start_date: "2007-01-01" };

  it("bounds an office without an end, and nothing that is written of it", () => {
    expect(endsOf({ ...start, end_date: "2012-01-01" }, { person: { death_date: "2010" } })).toEqual([
      "2007-01-01",
      "2012-01-01",
    ]);
    expect(endsOf(start, { person: { birth_date: "2008" } })).toEqual(["2007-01-01", null]);
  });

  it("is that of the post's organization where the membership names none", () => {
    const lives = { body: { dissolution_date: "2012-12-31" }, post: { organization_id: "o" } };
    expect(endsOf({ ...start, organization_id: undefined }, lives)).toEqual(["2007-01-01", "2007-01-02/2013-01-01"]);
  });

  it("bounds it as tightly as the shortest does", () => {
    const lives = {
      person: { birth_date: "1950", death_date: "2010-05" },
      body: { founding_date: "1990-04-01", dissolution_date: "2012-12-31" },
      post: { start_date: "1970", end_date: "2011" },
    };
    expect(endsOf({}, lives)).toEqual(["1990-04-01/..", "1990-04-02/2010-06-01"]);
    expect(endsOf({ end_date: "2000" }, lives)).toEqual(["1990-04-01/..", "2000"]);
  });

  it("may have no start or end, or none that can be read", () => {
    expect(endsOf(start, { person: { death_date: null }, body: { dissolution_date: "" } })).toEqual([
      "2007-01-01",
      null,
    ]);
    expect(endsOf(start, { person: { death_date: "c. 2010" } })).toEqual(["2007-01-01", null]);
    expect(endsOf({}, { person: { death_date: "2010-05-06" } })).toEqual([null, "../2010-05-07"]);
    expect(endsOf({}, { person: { birth_date: "1950" } })).toEqual(["1950-01-01/..", null]);
  });

  it("that ended before the office began says only that it has ended", () => {
    expect(endsOf(start, { person: { death_date: "1890" } })).toEqual(["2007-01-01", "2007-01-02/.."]);
    expect(endsOf({ end_date: "1989" }, { body: { founding_date: "1990" } })).toEqual([null, "1989"]);
  });

  it("that ends on the day of the start leaves that day", () => {
    expect(endsOf(start, { person: { death_date: "2007-01-01" } })).toEqual(["2007-01-01", "2007-01-02"]);
    expect(endsOf(start, { post: { end_date: "2007-01-01" } })).toEqual(["2007-01-01", "2007-01-02"]);
  });
});

describe("a date", () => {
  it.each([
    ["2010-00-00", "2010"],
    ["2010-05-00", "2010-05"],
    ["2010-05-06 00:00:00", "2010-05-06"],
    ["2010-05-06T23:20:30+02:00", "2010-05-06"],
    ["2010-05-00 00:00:00", "2010-05"],
    [" 2010 ", "2010"],
    [2010, "2010"],
    ["0000-00-00", null],
    ["0000-00-00 00:00:00", null],
    ["", null],
  ])("%j is %s, of a membership and of what bounds it", (written, date) => {
    expect(endsOf({ start_date: written })).toEqual([date, null]);
    expect(endsOf({}, { term: { start_date: written } })).toEqual([date, null]);
  });

  it.each([
    ["2010-05-06T23:20:30.123+0000", "2010-05-06"],
    ["2010-05-06 23:20 UTC", "2010-05-06"],
    ["0000-00-00T00:00:00Z", null],
    [null, null],
  ])("may have a time and a zone: %j", (written, date) => {
    expect(endsOf({ start_date: written })).toEqual([date, null]);
  });

  it("that there is not is refused of a membership", () => {
    expect(endsOf({ start_date: "2010-05-06Today" })).toBe('start_date: "2010-05-06Today" is not a date');
    expect(endsOf({ start_date: {} })).toBe("start_date: must be a date");
    expect(endsOf({ start_date: "2010-00-15" })).toBe('start_date: "2010-00-15" is not a date');
    expect(endsOf({ end_date: "2010-05-06 or later" })).toBe('end_date: "2010-05-06 or later" is not a date');
  });

  it("that is both start and end is one day in office", () => {
    expect(endsOf({ start_date: "2010-05-06", end_date: "2010-05-06 12:00" })).toEqual(["2010-05-06", "2010-05-07"]);
    expect(endsOf({ end_date: "2007-11-01" }, { term: { start_date: "2007-11-01" } })).toEqual([
      "2007-11-01",
      "2007-11-02",
    ]);
    expect(endsOf({ start_date: "2007-11-01" }, { term: { end_date: "2007-11-01" } })).toEqual([
      "2007-11-01",
      "2007-11-02",
    ]);
    expect(endsOf({ start_date: "2010", end_date: "2010" })).toEqual(["2010", "2010"]);
  });
});
