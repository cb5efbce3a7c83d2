import { describe, expect, it } from "vitest";
import { type Bearer, LEAST_LIKENESS, likeness, wanted } from "../../../../src/domain/text/name/name-similarity.ts";

const scoreOf = (name: string, other: string, bearer: Bearer) => likeness(wanted(name), other, bearer).score;

describe("the likeness of two names", () => {
  it.each<[string, string, number]>([
    ["TÜRKIYE", "Türkiye", 1],
    ["The Gambia", "Gambia", 0.95],
    ["Korea, Republic of", "Republic of Korea", 0.94],
    ["North Atlantic", "North Atlantic Treaty Organization", 0.724],
    ["lantic Treaty", "North Atlantic Treaty Organization", 0],
    ["Atlantic North", "North Atlantic Treaty Organization", 0],
    ["Austrlia", "Australia", 0.828],
    ["Bathe Pact", "Bapact", 0],
    ["Timorleste", "Timor-Leste", 0.96],
    ["l’OTAN", "OTAN", 0.95],
    ["NATO’s", "NATO", 0.95],
    ["S. Korea", "South Korea", 0.9],
    ["Bosnia Herzegovina", "Bosnia and Herzegovina", 0.9],
    ["Group of 20", "Group of Twenty", 0.9],
    ["G20", "Group of Twenty", 0.9],
    ["AUKUS pact", "AUKUS", 0.88],
    ["AUKUS security pact", "AUKUS", 0.88],
    ["Treaty of Versailles", "Versailles", 0.88],
    ["Pact", "Treaty", 0],
    ["United Nation", "United Nations", 0.828],
    ["Internatonal Associaton", "International Association", 0],
    ["Unitd Natons", "United Nations", 0],
    ["Yomiuri Shinbun", "Yomiuri Shimbun", 0.883],
    ["Ministry of Defence of Iran", "Ministry of Defence of Iraq", 0],
    ["Ministry of Trade of Ireland", "Ministry of Trade of Iceland", 0],
    ["日英円滑化協定", "日豪円滑化協定", 0],
    ["Prime Minister", "Prime Ministers", 0],
    ["...", "Japan", 0],
    ["Japan", "...", 0],
    ["...", "!", 0],
  ])("of %s and %s, of a state or an alliance, is %d", (one, other, score) => {
    expect(likeness(wanted(one), other, null)).toEqual({ score, exact: score === 1 });
  });

  it.each<[string, string, number]>([
    ["Kishida Fumio", "Fumio Kishida", 0.94],
    ["Kishida", "Fumio Kishida", 0.85],
    ["Ivanov", "Sergei Ivanov", 0.85],
    ["Husariv", "Anna Husariv", 0.85],
    ["Leyen", "Ursula von der Leyen", 0.85],
    ["Marcos Ferdinand", "Ferdinand Romualdez Marcos Jr.", 0.85],
    ["Ferdinand Marcos", "Ferdinand Romualdez Marcos Jr.", 0.85],
    ["Abbott Fumio", "Fumio Kishida", 0],
    ["Kishida Taro", "Fumio Kishida", 0],
    ["Tanaka", "Fumio Kishida", 0],
    ["Duran Duran", "Duran", 0],
    ["al-Sisi", "Abdel Fattah el-Sisi", 0.85],
    ["as-Sisi", "Abdel Fattah el-Sisi", 0.85],
    ["Zelenskyj", "Volodymyr Zelenskyy", 0.816],
    ["Gorbachov", "Mikhail Gorbachev", 0.765],
    ["Gorbatschow", "Mikhail Gorbachev", 0.731],
    ["Khrushchov", "Nikita Khrushchev", 0.765],
    ["Chrushchov", "Nikita Khrushchev", 0.731],
    ["Stoltemverg", "Jens Stoltenberg", 0.731],
    ["Kishdda", "Kishida", 0.765],
    ["Bidet", "Joe Biden", 0],
    ["J. Biden", "Joe Biden", 0.893],
    ["J. B.", "Joe Biden", 0],
    ["Joe R. Biden", "Joe Biden", 0.808],
    ["van der", "Jan van der Berg", 0],
    ["von Der", "von der", 1],
    ["Joe Biden R.", "Joe Biden", 0],
    ["John Fitzgerald Kennedy", "John F. Kennedy", 0.893],
    ["Joe R. Biden Smith", "Joe Biden", 0],
    ["Vlad Putin", "Vladimir Putin", 0.846],
    ["Mihkail Gorbachov", "Mikhail Gorbachev", 0],
    ["Alexandra Lukashenko", "Alexander Lukashenko", 0],
    ["Volodymir Zelenskyy", "Volodymyr Zelenskyy", 0.902],
    ["Stanislav Petrov", "Stanislaw Petrov", 0.902],
    ["Christofer Pyne", "Christopher Pyne", 0.902],
    ["Rodrego Duterte", "Rodrigo Duterte", 0.846],
    ["Donald Johnson", "Boris Johnson", 0],
    ["Jill Biden", "Joe Biden", 0],
    ["Президент России Владимир Путин", "Владимир Путин", 0.93],
    ["Emmanuel Macron, President of France", "Emmanuel Macron", 0.93],
    ["岸田首相", "岸田文雄", 0.85],
    ["岸", "岸田文雄", 0],
    ["文雄", "岸田文雄", 0],
    ["조바이든미국대통령", "조 바이든", 0.93],
    ["ジョンソン", "ボリスジョンソン", 0.8],
    ["ジョンソン首相", "ボリス・ジョンソン", 0.85],
    ["ゼレンスキ", "ウォロディミル・ゼレンスキー", 0.816],
    ["习近", "习仲勋", 0],
    ["Prime Minister Fumio Kishda", "Fumio Kishida", 0.846],
  ])("of %s and %s, of a person, is %d", (one, other, score) => {
    expect(likeness(wanted(one), other, "PERSON")).toEqual({ score, exact: score === 1 });
  });

  it("looks past titles for persons only", () => {
    expect(scoreOf("President Johnson", "Johnson", "PERSON")).toBe(0.95);
    expect(scoreOf("President Japan", "Japan", "STATE")).toBeLessThan(LEAST_LIKENESS);
  });

  it("takes a family name for a person, before or after the given one", () => {
    expect(scoreOf("Marcos", "Ferdinand Marcos Jr.", "PERSON")).toBe(0.85);
    expect(scoreOf("Yoon", "Yoon Suk-yeol", "PERSON")).toBe(0.8);
    expect(scoreOf("Times", "Global Times", "ORGANIZATION")).toBe(0);
  });

  it.each([
    ["Austria", "Australia"],
    ["Austrian", "Australian"],
    ["Iran", "Iraq"],
    ["Slovakia", "Slovenia"],
    ["Niger", "Nigeria"],
    ["Ireland", "Iceland"],
    ["Mali", "Malta"],
  ])("of %s and %s is too little to say anything", (one, other) =>
    expect(scoreOf(one, other, "STATE")).toBeLessThan(LEAST_LIKENESS),
  );
});
