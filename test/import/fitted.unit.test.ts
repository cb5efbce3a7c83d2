import { expect, test } from "vitest";
import { fitted } from "../../cli/import/fitted.ts";

test("a text of a source is without what nobody sees before it is cut", () => {
  expect(fitted("\uFEFFNord\u00ADatlantik\u00ADpakt\u200B", 16)).toBe("Nordatlantikpakt");
});
