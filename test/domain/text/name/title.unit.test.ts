import { describe, expect, it } from "vitest";
import { isTitle, withoutTitles } from "../../../../src/domain/text/name/title.ts";

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
    ["le president emmanuel macron", "emmanuel macron"],
    ["президент владимир путин", "владимир путин"],
    ["岸田首相", "岸田"],
    ["日本首相岸田文雄", "岸田文雄"],
    ["首相", "首相"],
    ["岸田さん", "岸田"],
    ["조바이든대통령", "조바이든"],
    ["นายกรัฐมนตรี ประยุทธ์", "ประยุทธ์"],
  ])("of %s is %s", (key, bare) => expect(withoutTitles(key)).toBe(bare));
});

describe("a title", () => {
  it.each(["president", "prime minister", "首相", "대통령", "президент", "mr"])("alone is %s", (key) =>
    expect(isTitle(key)).toBe(true),
  );
  it.each(["president biden", "岸田首相", "首相岸田", "japan", "北京"])("alone is not %s", (key) =>
    expect(isTitle(key)).toBe(false),
  );
});
