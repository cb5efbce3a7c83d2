import { describe, expect, it } from "vitest";
import { nameKey, withoutTitles } from "../../../src/domain/text/name-key.ts";

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
    ["...", ""],
    ["\ud800", ""],
  ])("of %j is %j", (name, key) => expect(nameKey(name)).toBe(key));
});

describe("a key without titles", () => {
  it.each([
    ["prime minister kishida", "kishida"],
    ["japanese prime minister fumio kishida", "fumio kishida"],
    ["the right honourable boris johnson", "boris johnson"],
    ["president elect yoon", "yoon"],
    ["german chancellor angela merkel", "angela merkel"],
    ["mr johnson", "johnson"],
    ["general mark milley", "mark milley"],
    ["former president donald trump", "donald trump"],
    ["premiere magazine", "premiere magazine"],
    ["president of the republic", "president of the republic"],
    ["president", "president"],
    ["japan", "japan"],
    ["office of the president of france", "office of the president of france"],
  ])("of %s is %s", (key, bare) => expect(withoutTitles(key)).toBe(bare));
});
