import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../cli/import/native/json-line.ts";
import { readNative } from "../../cli/import/native/native.ts";
import { isRefusal } from "../../cli/import/file/piece.ts";

function read(json: unknown) {
  const text = JSON.stringify(json, null, 1);
  return [...readNative([{ file: "facts.json", text, json }])];
}

describe("change sets", () => {
  it("are put in an order in which what is referred to comes first", () => {
    const reads = read({
      events: [{ key: "later", versionOf: "earlier" }, { key: "earlier" }],
      alliances: [{ slug: "part", parent: "whole" }, { slug: "whole" }],
      actors: [{ slug: "ministry", country: "japan" }, { slug: "japan" }],
    });
    const names = reads.map((read) => (isRefusal(read) ? read.reason : Object.values(read.json as object)[0]));
    expect(names).toEqual(["japan", "ministry", "whole", "part", "earlier", "later"]);
  });

  it("with a list that there is not are told so with its line", () => {
    expect(read({ $schema: "s", actors: [], treaties: [] })).toEqual([
      { file: "facts.json", line: 4, reason: "treaties is not a list of a change set" },
    ]);
  });

  it("whose entries refer to each other in a ring are read all the same", () => {
    expect(
      read({
        actors: [
          { slug: "a", parent: "b" },
          { slug: "b", parent: "a" },
        ],
      }),
    ).toHaveLength(2);
  });
});

describe("the line of a value", () => {
  const text = '{\n  "a/b": [\n    "x\\"]",\n    { "c": {} },\n    [1,\n     2]\n  ],\n  "d": null\n}';

  it.each([
    ["", 1],
    ["/a~1b", 2],
    ["/a~1b/0", 3],
    ["/a~1b/1/c", 4],
    ["/a~1b/2/1", 6],
    ["/d", 8],
    ["/a~1b/9", 2],
  ])("at %s is %i", (pointer, line) => {
    expect(lineOf(text, pointer)).toBe(line);
  });

  it("is found in any JSON: where each element is on a line of its own, by its index", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), (list) => {
        const lines = `[\n${list.map((value) => JSON.stringify(value)).join(",\n")}\n]`;
        expect(list.map((_, index) => lineOf(lines, `/${index}`))).toEqual(list.map((_, index) => index + 2));
      }),
    );
  });
});
