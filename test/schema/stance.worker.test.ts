import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import { say } from "../say.ts";

beforeAll(loadDataset);

interface Point {
  period: string | null;
  supportive: number;
  critical: number;
  neutral: number;
  totalCount: number;
  statements: { text: string; saidOn: string; speaker: { slug: string } }[];
}

async function stances(args: string) {
  const { data, errors, statements } = await ask<{ stances: Point[] }>(
    `{ stances(${args}) { period supportive critical neutral totalCount statements { text saidOn speaker { slug } } } }`,
  );
  expect(errors).toBeUndefined();
  return { points: data.stances, statements };
}

const counts = ({ period, supportive, critical, neutral }: Point) => [period, supportive, critical, neutral];

describe("the stances of a state", () => {
  it("are those of its persons, media and agencies too", async () => {
    const { points } = await stances(`from: "china", toward: "nato", by: DAY`);
    expect(points.map(counts)).toEqual([
      ["2022-05-06", 0, 1, 0],
      ["2022-05-07", 0, 3, 0],
    ]);
    expect(new Set(points.flatMap(({ statements }) => statements.map(({ speaker }) => speaker.slug)))).toEqual(
      new Set(["china", "global-times"]),
    );
  });

  it("are counted by month unless asked otherwise, and by year", async () => {
    expect((await stances(`from: "china", toward: "nato"`)).points.map(counts)).toEqual([["2022-05", 0, 4, 0]]);
    expect((await stances(`from: "china", toward: "nato", by: YEAR`)).points.map(counts)).toEqual([["2022", 0, 4, 0]]);
    expect((await stances(`from: "united-kingdom", toward: "nato"`)).points.map(counts)).toEqual([
      ["2022-05", 1, 0, 0],
    ]);
  });
});

describe("the stances of a newspaper", () => {
  it("are its own alone", async () => {
    const { points } = await stances(`from: "global-times", toward: "nato", by: YEAR`);
    expect(points.map(counts)).toEqual([["2022", 0, 3, 0]]);
    expect(points[0]?.statements).toHaveLength(3);
  });
});

describe("a statement", () => {
  it("whose date does not lie within one unit is counted under its date as it is", async () => {
    const { points } = await stances(`from: "yoon-suk-yeol", toward: "quad", by: MONTH`);
    expect(points.map(counts)).toEqual([["2022-03-10/2022-05-09", 1, 0, 0]]);
    const { points: byYear } = await stances(`from: "yoon-suk-yeol", toward: "quad", by: YEAR`);
    expect(byYear.map(counts)).toEqual([["2022", 1, 0, 0]]);
  });

  it("of unknown date is counted in a point of its own", async () => {
    const { points } = await stances(`from: "nikkei", toward: "japan-united-kingdom-raa"`);
    expect(points.map(counts)).toEqual([[null, 0, 0, 1]]);
  });
});

describe("the statements of stances", () => {
  it("are 100 in all, the first of each point before the second of any", async () => {
    const said = (day: number, index: number) => ({
      key: `kiribati/${day}/${index}`,
      form: "PARAPHRASE",
      text: `Kiribati speaks for the ${index}th time on day ${day}`,
      language: "en",
      speaker: "kiribati",
      saidOn: `2001-01-${String(day).padStart(2, "0")}`,
      article: "china-responds-nato-in-asia",
      targets: [{ alliance: "quad", stance: "NEUTRAL" }],
      citations: [{ article: "china-responds-nato-in-asia" }],
    });
    // On the first two days many, on 26 more one each.
    const counts = [60, 30, ...Array.from({ length: 26 }, () => 1)];
    await say({
      actors: [{ slug: "kiribati", type: "STATE", name: "Kiribati" }],
      statements: counts.flatMap((count, day) => Array.from({ length: count }, (_, index) => said(day + 1, index))),
    });
    const { points } = await stances(`from: "kiribati", toward: "quad", by: DAY`);
    expect(points.map(({ totalCount }) => totalCount)).toEqual(counts);
    expect(points.map(({ statements }) => statements.length)).toEqual([20, 20, ...counts.slice(2)]);

    await say({
      statements: Array.from({ length: 60 }, (_, day) => ({
        ...said(1, 1000 + day),
        saidOn: new Date(Date.UTC(2002, 0, day + 1)).toISOString().slice(0, 10),
      })),
    });
    const more = (await stances(`from: "kiribati", toward: "quad", by: DAY`)).points;
    expect(more).toHaveLength(88);
    expect(more.map(({ statements }) => statements.length)).toEqual([7, 7, ...Array.from({ length: 86 }, () => 1)]);
  });
});

describe("stances", () => {
  it("are none where nothing was said, and take two statements then: the second looks whether both are known", async () => {
    const { points, statements } = await stances(`from: "japan", toward: "g20"`);
    expect(points).toEqual([]);
    expect(statements).toHaveLength(2);
  });

  it("toward an alliance by its id are toward it alone", async () => {
    const { data } = await ask<{ alliance: { id: string } }>(`{ alliance(slug: "nato") { id } }`);
    const { points } = await stances(`from: "china", toward: "${data.alliance.id}", by: YEAR`);
    expect(points.map(counts)).toEqual([["2022", 0, 4, 0]]);
  });
});
