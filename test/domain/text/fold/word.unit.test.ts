import { describe, expect, it } from "vitest";
import { wordsOf } from "../../../../src/domain/text/fold/words.ts";

const textsOf = (text: string) => wordsOf(text).map((word) => word.text);

describe("the words of a text", () => {
  it.each<[string, string[]]>([
    ["", []],
    [" …—\0🙂 ", []],
    ["The Quad’s summit, 2022", ["the", "quad", "summit", "2022"]],
    ["Indo-Pacific", ["indo", "pacific"]],
    ["Japan–Australia", ["japan", "australia"]],
    ["under_score", ["under", "score"]],
    ["1,000.5", ["1", "000", "5"]],
    ["c++", ["c"]],
  ])("of %j are what signs and spaces part: %j", (text, words) => expect(textsOf(text)).toEqual(words));

  it.each<[string, string[]]>([
    ["Støre", ["store"]],
    ["Łódź", ["lodz"]],
    ["Straße", ["strasse"]],
    ["STRASSE", ["strasse"]],
    ["Ærø", ["aero"]],
    ["İstanbul", ["istanbul"]],
    ["ISPARTA ısparta", ["isparta", "isparta"]],
    ["Đukanović", ["dukanovic"]],
    ["Þórr", ["thorr"]],
    ["Τσίπρας", ["τσιπρασ"]],
    ["ΤΣΙΠΡΑΣ", ["τσιπρασ"]],
    ["Ёлка Йод", ["елка", "иод"]],
    ["Әзербайжан", ["азербаижан"]],
    ["ＮＡＴＯ", ["nato"]],
    ["ﬁne №5 x²", ["fine", "no5", "x2"]],
    ["NATO™", ["nato"]],
  ])("of %j have neither case, accent nor width: %j", (text, words) => expect(textsOf(text)).toEqual(words));

  it.each<[string, string[]]>([
    ["مُحَمَّد", ["محمد"]],
    ["أحمد إيران آسيا", ["احمد", "ايران", "اسيا"]],
    ["ایران كابل کابل", ["ايران", "كابل", "كابل"]],
    ["العـــراق", ["العراق"]],
    ["יִשְׂרָאֵל", ["ישראל"]],
    ["हिन्दी हिंदी", ["हिंदी", "हिंदी"]],
    ["सम्पर्क संपर्क", ["संपर्क", "संपर्क"]],
    ["पाकिस्तान", ["पाकिस्तान"]],
    ["ফ়", ["ফ"]],
    ["Հայաստան՞ Հայաստան", ["հայաստան", "հայաստան"]],
  ])("of %j have the marks that make another word, and no others: %j", (text, words) =>
    expect(textsOf(text)).toEqual(words),
  );

  it.each<[string, string[]]>([
    ["日本国", ["日", "本", "国"]],
    ["ニッポン ﾆｯﾎﾟﾝ", ["ニ", "ッ", "ポ", "ン", "ニ", "ッ", "ポ", "ン"]],
    ["かき がき", ["か", "き", "が", "き"]],
    ["㍿", ["株", "式", "会", "社"]],
    ["한국", ["한", "국"]],
    ["\u1112\u1161\u11ab국", ["한", "국"]],
    ["ไทย", ["ไ", "ท", "ย"]],
    ["ที่", ["ที่"]],
  ])("of %j are characters with their marks where no spaces part words: %j", (text, words) =>
    expect(textsOf(text)).toEqual(words),
  );

  it("of Thai and Lao are the same where the vowel am is one letter, and where it is two", () => {
    for (const [one, two] of [
      ["น้ำ", "น\u0e4d\u0e49า"],
      ["ทำ", "ท\u0e4dา"],
      ["ຄຳ", "ຄ\u0ecdາ"],
    ] as const) {
      expect(textsOf(one)).toEqual(textsOf(two));
      expect(textsOf(one)).toHaveLength(3);
    }
  });
});

describe("an apostrophe", () => {
  it.each<[string, string[]]>([
    ["NATO's NATO’s NATO", ["nato", "nato", "nato"]],
    ["Parliament's", ["parliament"]],
    ["allies' pledge", ["allies", "pledge"]],
    ["don’t", ["dont"]],
    ["O’Brien O'Brien", ["obrien", "obrien"]],
    ["Nukuʻalofa Nuku'alofa", ["nukualofa", "nukualofa"]],
    ["Sana‘a", ["sanaa"]],
    ["‘quoted’", ["quoted"]],
    ["rock 'n' roll", ["rock", "n", "roll"]],
  ])("within a word parts nothing, and before an s ends it: %j is %j", (text, words) =>
    expect(textsOf(text)).toEqual(words),
  );

  it.each<[string, string[]]>([
    ["l’OTAN l'OTAN", ["l", "otan", "l", "otan"]],
    ["d’Ukraine", ["d", "ukraine"]],
    ["jusqu’à", ["jusqu", "a"]],
    ["dell’Ucraina", ["dell", "ucraina"]],
    ["L’Équipe", ["l", "equipe"]],
    ["N’Djamena n’djamena M’Bala", ["ndjamena", "ndjamena", "mbala"]],
    ["ŉ ẚb", ["n", "ab"]],
  ])("after an elided word parts it from the next, but not in a name: %j is %j", (text, words) =>
    expect(textsOf(text)).toEqual(words),
  );

  it.each<[string, string[]]>([
    ["Ankara’da", ["ankara"]],
    ["NATO'ya", ["nato"]],
    ["Türkiye’nin", ["turkiye"]],
    ["ABD’den", ["abd"]],
  ])("before a Turkish ending takes it away: %j is %j", (text, words) => expect(textsOf(text)).toEqual(words));
});

describe("a dot", () => {
  it.each<[string, string[]]>([
    ["the U.K. and", ["the", "uk", "and"]],
    ["U.S.A", ["usa"]],
    ["U. S. A. said", ["usa", "said"]],
    ["J. Biden", ["j", "biden"]],
    ["С.С.С.Р.", ["ссср"]],
    ["e.g. this", ["eg", "this"]],
    ["a. b", ["a", "b"]],
    ["example.org", ["example", "org"]],
    ["日.本", ["日", "本"]],
  ])("makes one word of single letters, and no other: %j is %j", (text, words) => expect(textsOf(text)).toEqual(words));
});

describe("a quotation mark", () => {
  it.each<[string, string[]]>([
    ['צה"ל צה״ל', ["צהל", "צהל"]],
    ['ארה״ב אמרה "די"', ["ארהב", "אמרה", "די"]],
    ['say "hi"there', ["say", "hi", "there"]],
    ['צה"x', ["צה", "x"]],
  ])("within Hebrew letters is a part of the word, and parts all others: %j is %j", (text, words) =>
    expect(textsOf(text)).toEqual(words),
  );
});

describe("what touches a word", () => {
  const joins = (text: string) => wordsOf(text).map((word) => `${word.isJoined ? "+" : ""}${word.text}`);
  it.each<[string, string[]]>([
    ["第7回", ["第", "+7", "+回"]],
    ["２０２２年", ["2022", "+年"]],
    ["NATO日本", ["nato", "+日", "+本"]],
    ["한국 NATO는", ["한", "+국", "nato", "+는"]],
    ["日 本", ["日", "+本"]],
    ["日・本", ["日", "+本"]],
    ["日、本", ["日", "本"]],
    ["ไท ย", ["ไ", "+ท", "ย"]],
    ["a b", ["a", "b"]],
  ])("is told: %j is %j", (text, words) => expect(joins(text)).toEqual(words));

  it("is told with its place in the text as it was written", () => {
    const text = "“NA\u200bTO’s” Støre, U.K. 日本";
    const stretches = wordsOf(text).map(({ start, end }) => text.slice(start, end));
    expect(stretches).toEqual(["NA\u200bTO", "Støre", "U.K", "日", "本"]);
  });
});
