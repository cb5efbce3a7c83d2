import { describe, expect, it } from "vitest";
import { readNative } from "../../cli/import/native/native.ts";
import { isRefusal, nestedLists } from "../../cli/import/file/piece.ts";
import { nouns } from "../../src/nouns/index.ts";
import { nestedIn } from "../../src/nouns/structure.ts";

function read(json: unknown) {
  const text = JSON.stringify(json, null, 1);
  return [...readNative([{ file: "facts.json", bytes: Buffer.from(text) }])];
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

it("knows each list of facts that stands within an alliance", () => {
  expect([...nestedLists].toSorted()).toEqual(
    nestedIn("alliances")
      .map(({ noun }) => nouns[noun].list)
      .toSorted(),
  );
});
