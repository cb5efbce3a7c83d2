import { describe, expect, it } from "vitest";
import { nameKey } from "../../../../src/domain/text/name/name-key.ts";

describe("the key of a name", () => {
  it.each([
    ["Türkiye", "turkiye"],
    ["TÜRKİYE", "turkiye"],
    ["U.K.", "uk"],
    ["Ｕ．Ｋ．", "uk"],
    ["People’s Republic", "peoples republic"],
    ["Japan–Australia  RAA", "japan australia raa"],
    ["Łódź Straße Ærø", "lodz strasse aero"],
    ["Œuvre Đorđe Ðór Þór Diyarbakır", "oeuvre dorde dor thor diyarbakir"],
    ["日本", "日本"],
    ["ﾆｯﾎﾟﾝ", "ニッポン"],
    ["대한민국".normalize("NFD"), "대한민국"],
    ["ไทย", "ไทย"],
    ["J.F. Kennedy", "jf kennedy"],
    ["J. F. Kennedy", "jf kennedy"],
    ["J F Kennedy", "jf kennedy"],
    ["G-20", "g20"],
    ["AB 20", "ab 20"],
    ["윤 석열", "윤석열"],
    ["ボリス・ジョンソン", "ボリスジョンソン"],
    ["ประยุทธ์ จันทร์โอชา", "ประยุทธ์ จันทร์โอชา"],
    ["NATO 北约", "nato 北约"],
    ["PEOPLE'S", "peoples"],
    ["Côte d’Ivoire", "cote d ivoire"],
    ["Nord\u00adatlantik\u00adpakt", "nordatlantikpakt"],
    ["إبراهيم رئيسي", nameKey("ابراهیم رئیسی")],
    ["محمد خاتمي", nameKey("محمد خاتمی")],
    ["...", ""],
    ["\ud800", ""],
  ])("of %j is %j", (name, key) => expect(nameKey(name)).toBe(key));
});
