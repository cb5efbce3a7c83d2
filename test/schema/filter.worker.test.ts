import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";

beforeAll(loadDataset);

async function count(list: string, filter: string): Promise<number> {
  const { data, errors, statements } = await ask<{ list: { totalCount: number } }>(
    `{ list: ${list}(filter: ${filter}) { totalCount } }`,
  );
  expect(errors).toBeUndefined();
  expect(statements).toHaveLength(1);
  return data.list.totalCount;
}

async function refusal(list: string, filter: string): Promise<string> {
  const { errors, statements } = await ask(`{ ${list}(filter: ${filter}) { totalCount } }`);
  expect(statements).toEqual([]);
  expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  return errors?.[0]?.message ?? "";
}

/** Filters of each list, some of which know nothing of some rows. */
const filters: readonly [list: string, filter: string][] = [
  ["actors", `{ country: "japan" }`],
  ["actors", `{ parent: ["nato", "japan"] }`],
  ["actors", `{ organizationType: [MEDIA, AGENCY] }`],
  ["actors", `{ memberOf: { alliance: ["nato", "asean"], asOf: "2022-05-07" } }`],
  ["actors", `{ hasStatements: true }`],
  ["actors", `{ namePrefix: "U", sort: STATE }`],
  ["alliances", `{ parent: "nato" }`],
  ["alliances", `{ atLeast: IN_FORCE, asOf: "2022-05-07" }`],
  ["alliances", `{ member: ["japan", "france"], asOf: "2022-05-07" }`],
  ["articles", `{ publisher: "yonhap" }`],
  ["articles", `{ mentions: ["nato", "joe-biden"] }`],
  ["articles", `{ publishedBetween: { from: "2022-05-01" }, language: ["en", "pt"] }`],
  ["statements", `{ event: "MTpFdmVudDox" }`],
  ["statements", `{ targetAlliance: "nato", stance: [CRITICAL, SUPPORTIVE] }`],
  ["statements", `{ speakerCountry: ["japan", "china"], form: QUOTE }`],
  ["events", `{ place: "London" }`],
  ["events", `{ alliance: ["nato", "quad"] }`],
  ["events", `{ plannedAsOf: "2022-05-08" }`],
  ["events", `{ participant: "japan", kind: [SUMMIT, VISIT] }`],
];

describe("a filter and its negation part the list in two", () => {
  it.each(filters)("of %s with %s", async (list, filter) => {
    const [all, kept, others] = [
      await count(list, "{}"),
      await count(list, filter),
      await count(list, `{ not: ${filter} }`),
    ];
    expect(kept).toBeGreaterThan(0);
    expect(others).toBeGreaterThan(0);
    expect(kept + others).toBe(all);
    expect(await count(list, `{ any: [${filter}, { not: ${filter} }] }`)).toBe(all);
    expect(await count(list, `{ any: [${filter}], not: ${filter} }`)).toBe(0);
    expect(await count(list, `{ not: { not: ${filter} } }`)).toBe(kept);
  });
});

it("a filter beneath more lists than SQLite can hold in one statement is refused, with what would fit", async () => {
  const filtered = (list: string) => `{ actor(slug: "japan") { ${list} } }`;
  const any = ["japan", "china", "india", "australia", "france", "germany", "italy", "canada", "estonia", "poland"].map(
    (country) => `{ country: "${country}", memberOf: { alliance: "quad" }, parent: "nato" }`,
  );
  const article = `article { actors(filter: { sort: PERSON, not: { sort: STATE }, any: [${any.join()}] }) { totalCount } }`;
  const beneath = filtered(`memberships(first: 1) { nodes { citations { ${article} } } }`);
  const { errors } = await ask(beneath);
  expect(errors?.map(({ extensions }) => extensions["code"])).toEqual(["COST_LIMIT_EXCEEDED"]);
  expect(errors?.[0]?.message).toContain("ask for fewer levels, or with fewer filters");
  expect((await ask(beneath.replace(any.join(), any[0]!))).errors).toBeUndefined();
});

describe("a list of values", () => {
  it("is to be one of, and a single value is a list of one", async () => {
    const visits = await count("events", "{ kind: VISIT }");
    expect(await count("events", "{ kind: [VISIT] }")).toBe(visits);
    expect(await count("events", "{ kind: [VISIT, SIGNING] }")).toBe(
      visits + (await count("events", "{ kind: SIGNING }")),
    );
  });

  it("that is empty keeps nothing, and so does an empty any", async () => {
    for (const filter of ["{ kind: [] }", "{ participant: [] }", "{ any: [] }", "{ not: {} }"]) {
      expect(await count("events", filter)).toBe(0);
    }
  });
});

describe("an uncertain date", () => {
  it("is in a range when it may be", async () => {
    const about = `targetAlliance: "quad"`;
    expect(await count("statements", `{ ${about}, saidBetween: { from: "2022-05-09" } }`)).toBe(1);
    expect(await count("statements", `{ ${about}, saidBetween: { from: "2022-05-10" } }`)).toBe(0);
    expect(await count("statements", `{ ${about}, saidBetween: { to: "2022-03-10" } }`)).toBe(1);
    expect(await count("statements", `{ ${about}, saidBetween: { to: "2022-03-09" } }`)).toBe(0);
  });

  it("that ends before it begins is refused", async () => {
    const range = `{ from: "2022-05-07", to: "2022-05-06" }`;
    for (const [list, field] of [
      ["statements", "saidBetween"],
      ["events", "between"],
      ["articles", "publishedBetween"],
    ]) {
      expect(await refusal(list!, `{ ${field}: ${range} }`)).toBe(
        `"${field}" is from 2022-05-07 to 2022-05-06: give as "to" a day not before "from"`,
      );
    }
  });
});

describe("a nested filter on alliances", () => {
  it("is for the day of the one around it", async () => {
    const raa = (asOf: string) => `{ kind: RECIPROCAL_ACCESS, asOf: "${asOf}", not: { atLeast: SIGNED } }`;
    expect(await count("alliances", raa("2022-05-07"))).toBe(3);
    expect(await count("alliances", raa("2025-12-01"))).toBe(1);
  });
});

describe("a name", () => {
  it("prefix tells upper from lower case and takes any character", async () => {
    expect(await count("actors", `{ namePrefix: "Japan", sort: STATE }`)).toBe(1);
    for (const prefix of ["japan", "Jap%", "J_pan", "日"]) {
      expect(await count("actors", `{ namePrefix: "${prefix}" }`)).toBe(0);
    }
    expect(await count("actors", `{ namePrefix: "" }`)).toBe(await count("actors", "{}"));
  });
});

describe("a filter that is too large", () => {
  const actors: string[] = [];
  const alliances: string[] = [];

  beforeAll(async () => {
    type Slugs = Record<"actors" | "alliances", { nodes: { slug: string }[] }>;
    const { data } = await ask<Slugs>(
      `{ actors(first: 41) { nodes { slug } } alliances(first: 10) { nodes { slug } } }`,
    );
    actors.push(...data.actors.nodes.map(({ slug }) => slug));
    alliances.push(...data.alliances.nodes.map(({ slug }) => slug));
  });

  it("is refused where it is nested deeper than three", async () => {
    expect(await count("events", "{ not: { not: { not: { kind: VISIT } } } }")).toBeGreaterThan(0);
    expect(await refusal("events", "{ not: { not: { not: { not: { kind: VISIT } } } } }")).toContain("deeper than 3");
    expect(await refusal("actors", "{ any: [{ any: [{ any: [{ any: [{}] }] }] }] }")).toContain("deeper than 3");
  });

  it("is refused with more than ten filters in any", async () => {
    expect(await count("events", `{ any: [${"{} ".repeat(10)}] }`)).toBeGreaterThan(0);
    expect(await refusal("events", `{ any: [${"{} ".repeat(11)}] }`)).toContain("has 11 filters: give at most 10");
  });

  it("is refused with more than forty values, and answered with forty", async () => {
    const slugs = (n: number) => JSON.stringify(actors.slice(0, n));
    expect(await refusal("articles", `{ mentions: ${slugs(41)} }`)).toContain("has 41 values");
    expect(await count("articles", `{ mentions: ${slugs(40)} }`)).toBeGreaterThan(0);
    const members = (n: number) =>
      `{ memberOf: { alliance: "${alliances[n]}", asOf: "1800-01-01", certainty: CERTAIN, role: MEMBER } }`;
    expect(await count("actors", `{ any: [${Array.from({ length: 10 }, (_, n) => members(n)).join(" ")}] }`)).toBe(0);
  });

  it("is refused with more than fourteen filters nested in it, and answered with fourteen", async () => {
    const pair = (n: number) => `{ mentions: "${actors[n]}", not: { mentions: ["${actors[n]}", "${alliances[n]}"] } }`;
    const sevenPairs = Array.from({ length: 7 }, (_, n) => pair(n)).join(" ");
    expect(await count("articles", `{ any: [${sevenPairs}] }`)).toBe(0);
    expect(await refusal("articles", `{ any: [${sevenPairs}], not: {} }`)).toContain("has 15 filters nested in it");
    const deep = (n: number) => `{ not: { not: { memberOf: { alliance: "${alliances[n]}", asOf: "1800-01-01" } } } }`;
    expect(await count("actors", `{ any: [${Array.from({ length: 4 }, (_, n) => deep(n)).join(" ")}] }`)).toBe(0);
  });
});
