import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";

interface Candidate {
  score: number;
  alias: string;
  exact: boolean;
  match: { kind: string; slug: string };
}

async function resolve(name: string, more: object = {}) {
  const { data, errors, statements } = await ask<{ resolve: Candidate[] }>(
    `query ($name: String!, $types: [SearchType!], $first: Int) { resolve(name: $name, types: $types, first: $first) {
      score alias exact match { kind: __typename ... on Actor { slug } ... on Alliance { slug } } } }`,
    { name, ...more },
  );
  expect(errors).toBeUndefined();
  expect(statements.length).toBeLessThanOrEqual(2);
  return data.resolve;
}

beforeAll(loadDataset);

const exact = {
  Japan: "japan",
  JAPAN: "japan",
  japan: "japan",
  " Japan ": "japan",
  日本: "japan",
  Japanese: "japan",
  Ｊａｐａｎ: "japan",
  UK: "united-kingdom",
  uk: "united-kingdom",
  "U.K.": "united-kingdom",
  ＵＫ: "united-kingdom",
  "Great Britain": "united-kingdom",
  British: "united-kingdom",
  US: "united-states",
  USA: "united-states",
  "U.S.": "united-states",
  "U.S.A.": "united-states",
  America: "united-states",
  EU: "european-union",
  ROK: "south-korea",
  "R.O.K.": "south-korea",
  대한민국: "south-korea",
  "Republic of Korea": "south-korea",
  中国: "china",
  PRC: "china",
  "People’s Republic of China": "china",
  "Peoples Republic of China": "china",
  Türkiye: "turkiye",
  Turkiye: "turkiye",
  "Tu\u0308rkiye": "turkiye",
  TÜRKİYE: "turkiye",
  Turkey: "turkiye",
  Espana: "spain",
  Cesko: "czechia",
  Россия: "russia",
  "Российская Федерация": "russia",
  Ελλαδα: "greece",
  "Viet Nam": "vietnam",
  "Timor Leste": "timor-leste",
  NATO: "nato",
  OTAN: "nato",
  НАТО: "nato",
  AUKUS: "aukus",
  Quad: "quad",
  G20: "g20",
  "G-20": "g20",
  ASEAN: "asean",
  CCDCOE: "ccdcoe",
  岸田文雄: "fumio-kishida",
  Kishida: "fumio-kishida",
  "Yoon Suk yeol": "yoon-suk-yeol",
  윤석열: "yoon-suk-yeol",
  "Shinzo Abe": "shinzo-abe",
  "Japan Australia RAA": "japan-australia-raa",
};

const inexact = {
  "Prime Minister Kishida": "fumio-kishida",
  "Japanese Prime Minister Fumio Kishida": "fumio-kishida",
  "PM Johnson": "boris-johnson",
  "Mr Johnson": "boris-johnson",
  "President Biden": "joe-biden",
  "U.S. President Joe Biden": "joe-biden",
  "Mr. Biden": "joe-biden",
  "Dr. Biden": "joe-biden",
  "President-elect Yoon": "yoon-suk-yeol",
  "President Macron": "emmanuel-macron",
  "PM Sunak": "rishi-sunak",
  Sunak: "rishi-sunak",
  Suga: "yoshihide-suga",
  "former Prime Minister Abe": "shinzo-abe",
  "Foreign Minister Kamikawa": "yoko-kamikawa",
  "The Right Honourable Boris Johnson": "boris-johnson",
  "Sunak, Rishi": "rishi-sunak",
  "Morrison Scott": "scott-morrison",
  "Secretary Teodoro": "gilberto-teodoro",
  "the United Kingdom": "united-kingdom",
  "The Global Times": "global-times",
  Phillipines: "philippines",
  Kishda: "fumio-kishida",
  "Fumio Kishidda": "fumio-kishida",
  Jappan: "japan",
  "Emanuel Macron": "emmanuel-macron",
  "Untied Kingdom": "united-kingdom",
  Austrailia: "australia",
  "Yomiuri Shinbun": "yomiuri-shimbun",
  "North Atlantic Treaty Organisation": "nato",
  "Ferdinand Marcos": "ferdinand-marcos-jr",
  "Pres. Biden": "joe-biden",
  "Joe Biden Jr.": "joe-biden",
  "United States of America (the)": "united-states",
};

const strangers = [
  "Atlantis",
  "Austria",
  "Iran",
  "Iraq",
  "Nigeria",
  "Algeria",
  "Ireland",
  "Zhou Enlai",
  "Angela Merkel",
  "Chancellor Merkel",
  "Prime Minister Trudeau",
  "President of nowhere",
  "Lord Copper",
  "Warsaw Pact",
  "Shanghai Cooperation Organisation",
  "MERCOSUR",
  "Le Monde",
  "Security",
  "President",
  "Prime Minister",
  "北京",
  "한",
  "X",
  "zz",
  "John Smith",
  "Mongolia",
  "Syria",
  "Peru",
  "Mali",
  "Guinea",
  "L. Johnson",
  "L Kishida",
  "Ferdinand Marcos Sr.",
  "Marcos III",
  "Joseph Biden III",
];

describe("a name as people write it", () => {
  it.each(Object.entries(exact))("%s is exactly that of %s", async (name, slug) => {
    const [first] = await resolve(name);
    expect(first).toMatchObject({ match: { slug }, score: 1, exact: true });
  });

  it.each(Object.entries(inexact))("%s is likeliest %s", async (name, slug) => {
    const [first] = await resolve(name);
    expect(first).toMatchObject({ match: { slug }, exact: false });
    expect(first?.score).toBeGreaterThanOrEqual(0.7);
    expect(first?.score).toBeLessThan(1);
  });

  it.each(strangers)("%s means nobody", async (name) => {
    expect(await resolve(name)).toEqual([]);
  });

  it.each(["", " ", "\0", '"', "()", "*", "\ud800", "🙂", "AND", "NEAR(", "' OR 1=1", "-", "a\0b", "(".repeat(200)])(
    "%j, which is no name, means nobody and is no error",
    async (name) => {
      expect(await resolve(name)).toEqual([]);
    },
  );
});

describe("resolve", () => {
  it("gives each match once, the likeliest first, with the name that fits", async () => {
    const found = await resolve("Kishida Fumio");
    expect(found.map(({ match }) => match.slug)).toEqual(["fumio-kishida"]);
    expect(found[0]).toMatchObject({ alias: "Kishida Fumio", exact: true });
  });

  it("gives both where an organization and its alliance bear a name", async () => {
    expect((await resolve("NATO")).filter((one) => one.exact).map(({ match }) => match.kind)).toEqual([
      "Organization",
      "Alliance",
    ]);
  });

  it("tells the name that was asked for, where it has several that are the same", async () => {
    for (const name of ["UK", "U.K.", "USA", "岸田文雄"])
      expect((await resolve(name))[0]).toMatchObject({ alias: name });
  });

  it("keeps to the types asked for", async () => {
    expect((await resolve("NATO", { types: ["ALLIANCE"] }))[0]?.match.kind).toBe("Alliance");
    for (const { match } of await resolve("NATO", { types: ["ACTOR"] })) expect(match.kind).not.toBe("Alliance");
    expect(await resolve("NATO", { types: ["ARTICLE", "STATEMENT"] })).toEqual([]);
    expect(await resolve("NATO", { types: [] })).toEqual([]);
  });

  it("offers what a part of a title may mean", async () => {
    const found = await resolve("Reciprocal Access Agreement", { first: 100 });
    expect(found.map(({ match }) => match.slug)).toEqual(
      expect.arrayContaining(["japan-australia-raa", "japan-philippines-raa", "japan-united-kingdom-raa"]),
    );
  });

  it("gives at most the first that are asked for", async () => {
    expect(await resolve("NATO", { first: 1 })).toHaveLength(1);
  });

  it("refuses a name too long and a number out of bounds, before SQL", async () => {
    for (const [args, message] of [
      [`name: "${"x".repeat(201)}"`, `Argument "name" of Query.resolve is too long: give at most 200 characters`],
      [`name: "x", first: 0`, `Argument "first" of Query.resolve is 0: it must be from 1 to 100`],
    ]) {
      const { errors, statements } = await ask(`{ resolve(${args}) { score } }`);
      expect(errors?.[0]).toMatchObject({
        message: expect.stringContaining(message!),
        extensions: { code: "BAD_USER_INPUT" },
      });
      expect(statements).toEqual([]);
    }
  });
});
