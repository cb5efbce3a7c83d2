import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "./ask.ts";
import { loadDataset } from "./load-dataset.ts";

beforeAll(loadDataset);

const COUNT = `query Count($slug: String!, $asOf: Date!, $certainty: Certainty!) {
  alliance(slug: $slug) { members(asOf: $asOf, certainty: $certainty, role: MEMBER) { totalCount } }
}`;

async function members(slug: string, asOf: string, certainty = "POSSIBLE") {
  const { data } = await ask<{ alliance: { members: { totalCount: number } } }>(COUNT, { slug, asOf, certainty });
  return data.alliance.members.totalCount;
}

describe("NATO", () => {
  it.each([
    ["1949-04-03", 0],
    ["1949-04-04", 12],
    ["1951-12-31", 12],
    ["1952-01-01", 14],
    ["1954-12-31", 14],
    ["1955-12-31", 15],
    ["1981-12-31", 15],
    ["1982-12-31", 16],
    ["1999-03-11", 16],
    ["1999-03-12", 19],
    ["2004-03-28", 19],
    ["2004-03-29", 26],
    ["2009-03-31", 26],
    ["2009-04-01", 28],
    ["2017-06-04", 28],
    ["2017-06-05", 29],
    ["2020-03-26", 29],
    ["2020-03-27", 30],
    ["2022-05-07", 30],
    ["2023-04-03", 30],
    ["2023-04-04", 31],
    ["2024-03-06", 31],
    ["2024-03-07", 32],
  ])("has on %s as many members as the accessions say: %i", async (day, count) => {
    expect(await members("nato", day)).toBe(count);
  });

  it("counts a membership known only to the year as possible, not certain, within that year", async () => {
    expect(await members("nato", "1952-07-01")).toBe(14);
    expect(await members("nato", "1952-07-01", "CERTAIN")).toBe(12);
    expect(await members("nato", "1953-01-01", "CERTAIN")).toBe(14);
    const { data } = await ask(
      `{ actor(slug: "greece") { memberships(asOf: "1952-07-01") { nodes { certainty(asOf: "1952-07-01") } } } }`,
    );
    expect(data).toEqual({ actor: { memberships: { nodes: [{ certainty: "POSSIBLE" }] } } });
  });
});

describe("ASEAN", () => {
  it.each([
    ["1967-08-07", 0],
    ["1967-08-08", 5],
    ["1984-01-06", 5],
    ["1984-01-07", 6],
    ["1984-01-08", 6],
    ["1995-07-28", 7],
    ["1997-07-23", 9],
    ["1999-04-29", 9],
    ["1999-04-30", 10],
    ["2022-05-07", 10],
    ["2025-10-25", 10],
    ["2025-10-26", 11],
  ])("has on %s as many members as the accessions say: %i", async (day, count) => {
    expect(await members("asean", day)).toBe(count);
  });
});

describe("the G20", () => {
  it.each([
    ["2022-05-07", 20],
    ["2023-09-08", 20],
    ["2023-09-09", 21],
  ])("has on %s as many members as it counts itself: %i", async (day, count) => {
    expect(await members("g20", day)).toBe(count);
  });
});

describe("competing claims", () => {
  it("count once as of a day, by the best rank, and are all told where every one is asked for", async () => {
    const { data } = await ask(`{ actor(slug: "brunei") {
      asOf: memberships(asOf: "1984-01-08") { nodes { rank period { from } } }
      ever: memberships(kind: BLOC, ever: true) { nodes { rank period { from } } }
    } }`);
    expect(data).toEqual({
      actor: {
        asOf: { nodes: [{ rank: "PREFERRED", period: { from: "1984-01-07" } }] },
        ever: {
          nodes: [
            { rank: "PREFERRED", period: { from: "1984-01-07" } },
            { rank: "NORMAL", period: { from: "1984-01-08" } },
          ],
        },
      },
    });
  });
});

describe("a membership with no known start", () => {
  it("is possible before it is first attested, and certain from then on", async () => {
    expect(await members("quad", "2019-01-01")).toBe(4);
    expect(await members("quad", "2019-01-01", "CERTAIN")).toBe(0);
    expect(await members("quad", "2021-03-12", "CERTAIN")).toBe(4);
  });
});
