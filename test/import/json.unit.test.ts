import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { childrenOf, rootOf } from "../../cli/local/json/json-children.ts";
import { parsed } from "../../cli/local/json/json-break.ts";
import { entryAt } from "../../cli/local/json/json-entry.ts";

const read = (text: string) => {
  const bytes = Buffer.from(text);
  return [...childrenOf(bytes, rootOf(bytes))].map((place) => ({ ...place, ...entryAt(bytes, place) }));
};

describe("what a JSON text holds", () => {
  it("is found and read one by one, with its line", () => {
    const text = '{\n  "a/b": [\n    "x\\"]",\n    {}],\n  "d": null,\n\n "e": -1.5e3 }\n';
    expect(read(text)).toMatchObject([
      { name: "a/b", line: 2, json: ['x"]', {}] },
      { name: "d", line: 5, json: null },
      { name: "e", line: 7, json: -1500 },
    ]);
  });

  it("is what JSON.parse says, each element on the line that it stands on", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 5 })), (list) => {
        const lines = `[\n${list.map((value) => JSON.stringify(value)).join(",\n")}\n]`;
        expect(read(lines)).toMatchObject(
          list.map((value, index) => ({ line: index + 2, json: JSON.parse(JSON.stringify(value)) as unknown })),
        );
      }),
    );
  });

  it.each([
    ['[1, {"a": tru}, 3]', 'is not JSON: "}" cannot stand here', 1],
    ['[1,\n {"a": 1,\n "a": 2}, 3]', 'has "a" twice', 3],
    ['[1,\n {"a": 1,\n "\\u0061": 2}, 3]', 'has "a" twice', 3],
    ['[1,\n {"a": [1,]}, 3]', 'is not JSON: "]" cannot stand here', 2],
    ['[1,\n {"a": 1,\n "b": tru}, 3]', 'is not JSON: "}" cannot stand here', 3],
    [`[1,\n ${"[".repeat(65)}${"]".repeat(65)}, 3]`, "is nested more than 64 deep", 2],
    [`[1,\n ${"[".repeat(200_000)}${"]".repeat(200_000)}, 3]`, "is nested more than 64 deep", 2],
    ['[1, "a\0b", 3]', 'is not JSON: "\\u0000" cannot stand here', 1],
    ["[1, NaN, 3]", 'is not JSON: "N" cannot stand here', 1],
    [`[1, "${"x".repeat(17_000_000)}", 3]`, "is larger than 16 MiB", 1],
  ])("is refused alone where it is none: %.60s", (text, reason, line) => {
    expect(read(text)).toMatchObject([{ json: 1 }, { reason, line }, { json: 3 }]);
  });

  it("is cut off, wherever a text of JSON ends too early", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.nat(), (text, at) => {
        const cut = parsed(text.slice(0, at % (text.length + 1)));
        expect("json" in cut ? "JSON" : cut.found).toMatch(/^(?:JSON|it ends too early)$/);
      }),
    );
  });

  it("is refused alone where it is not UTF-8", () => {
    const bytes = Buffer.from('["caf\xE9", "b"]', "latin1");
    const entries = [...childrenOf(bytes, rootOf(bytes))].map((place) => entryAt(bytes, place));
    expect(entries).toEqual([{ line: 1, reason: expect.stringContaining("--encoding windows-1252") }, { json: "b" }]);
  });

  it.each([
    ["", 1, "it ends too early"],
    ["[1,\n2", 2, "it ends within what begins on line 1"],
    ['[\n"a,\n2]', 2, "the text that begins here does not end"],
    ["[1,\n2}", 2, '"}" cannot stand here'],
    ["[1,\n2]\n[3]", 3, "something comes after the end of the JSON"],
    ["[1,\n2 3]", 2, "a comma is missing"],
    ["[1,\n2,\n]", 3, "a comma stands before the end, and nothing after it"],
    ['{"a"\n1}', 2, 'a colon is missing after "a"'],
    ["{a: 1}", 1, '"a" cannot stand here'],
  ])("cannot be told apart in %j: line %i", (text, line, message) => {
    const found = () => read(text);
    expect(found).toThrow(expect.objectContaining({ line }) as Error);
    expect(found).toThrow(message);
  });
});
