import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";

beforeAll(loadDataset);

interface Answer {
  paths: { length: number; hops: { from: { slug: string }; to: { slug: string }; alliance: { slug: string } }[] }[];
}

async function paths(args: string) {
  const asked = await ask<Answer>(
    `{ paths(${args}) { length hops { from { slug } to { slug } alliance { slug } status } } }`,
  );
  return {
    ...asked,
    ways: asked.data?.paths?.map(({ hops }) =>
      hops.map(({ from, alliance, to }) => `${from.slug} -${alliance.slug}- ${to.slug}`).join(", "),
    ),
  };
}

const CHINA_TO_UK = `from: "china", to: "united-kingdom"`;

describe("China and the United Kingdom", () => {
  it("are linked through the G20 from its first day, and not before", async () => {
    const { ways } = await paths(`${CHINA_TO_UK}, asOf: "2022-05-07", maxLength: 1`);
    expect(ways).toEqual(["china -g20- united-kingdom"]);
    expect((await paths(`${CHINA_TO_UK}, asOf: "1998-12-31", maxLength: 4`)).ways).toEqual([]);
    expect((await paths(`${CHINA_TO_UK}, asOf: "1999-01-01", maxLength: 1`)).ways).toHaveLength(1);
    expect((await paths(`${CHINA_TO_UK}, asOf: "1999-01-01", maxLength: 1, certainty: CERTAIN`)).ways).toEqual([]);
  });

  it("are linked through Japan's agreement from the day it is agreed, or earlier where talks count", async () => {
    const throughJapan = "china -g20- japan, japan -japan-united-kingdom-raa- united-kingdom";
    const on = async (day: string, args = "") =>
      (await paths(`${CHINA_TO_UK}, asOf: "${day}", maxLength: 2${args}`)).ways;
    expect(await on("2022-05-05")).toContain(throughJapan);
    expect(await on("2022-05-03")).not.toContain(throughJapan);
    expect(await on("2022-05-03", ", atLeast: NEGOTIATING")).toContain(throughJapan);
  });

  it("are linked only through the kinds of alliance that are named", async () => {
    const { ways } = await paths(
      `from: "japan", to: "canada", asOf: "2022-05-07", kinds: [RECIPROCAL_ACCESS, COLLECTIVE_DEFENCE]`,
    );
    expect(ways).toEqual(["japan -japan-united-kingdom-raa- united-kingdom, united-kingdom -nato- canada"]);
  });
});

describe("a path", () => {
  it("comes shortest first, at most as many as asked for", async () => {
    const { data, statements } = await paths(`${CHINA_TO_UK}, asOf: "2022-05-07", first: 100, maxLength: 4`);
    const lengths = data.paths.map(({ length }) => length);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    expect(lengths).toHaveLength(100);
    expect(statements).toHaveLength(2);
  });

  it.each([
    ['from: "china", to: "china"', 'Arguments "from" and "to" of Query.paths name the same actor: give two'],
    [`${CHINA_TO_UK}, maxLength: 5`, 'Argument "maxLength" of Query.paths is 5: it must be from 1 to 4'],
    [`${CHINA_TO_UK}, maxLength: 0`, 'Argument "maxLength" of Query.paths is 0: it must be from 1 to 4'],
    [`${CHINA_TO_UK}, first: 101`, 'Argument "first" of Query.paths is 101: it must be from 1 to 100'],
    [`${CHINA_TO_UK}, atLeast: SUSPENDED`, 'Argument "atLeast" is SUSPENDED, which is off the ladder'],
  ])("is refused for %s", async (args, message) => {
    const { errors, statements } = await paths(args);
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
    expect(statements).toEqual([]);
  });

  it("is refused from an actor to itself also where one is named by id and one by slug", async () => {
    const { data } = await ask<{ actor: { id: string } }>(`{ actor(slug: "china") { id } }`);
    const { errors } = await paths(`from: "${data.actor.id}", to: "china"`);
    expect(errors?.[0]?.message).toContain("name the same actor");
  });
});
