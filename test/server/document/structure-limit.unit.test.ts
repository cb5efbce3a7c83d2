import fc from "fast-check";
import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { structureFault } from "../../../src/server/document/structure-limit.ts";

const fault = (text: string, depth = 10) => structureFault(parse(text), depth)?.message;
const nested = (levels: number, name = "a") => `${`{${name}`.repeat(levels)}${"}".repeat(levels)}`;
const times = (n: number, text: (index: number) => string) => Array.from({ length: n }, (_, i) => text(i)).join(" ");

describe("the depth of a document", () => {
  it("is how many selections lie in one another, fragments written out", () => {
    expect(fault(nested(10))).toBeUndefined();
    expect(fault(nested(11))).toBe("The document has more than 10 levels of selections: ask for less at once");
    expect(fault(`{ a { ...F } } fragment F on A ${nested(10)}`)).toContain("10 levels");
    expect(fault(`{ a { ...F } } fragment F on A ${nested(9)}`)).toBeUndefined();
    expect(fault(`{ a { ... on A { ... { b } } } }`, 2)).toBeUndefined();
  });

  it("is counted in each operation, also in one that is not chosen", () => {
    expect(fault(`query A { a } query B ${nested(11)}`)).toContain("10 levels");
  });

  it("leaves introspection sixteen levels, wherever it is", () => {
    expect(fault(`{ __schema ${nested(14)} }`)).toBeUndefined();
    expect(fault(`{ __schema ${nested(16)} }`)).toContain("16 levels of introspection");
    expect(fault(`{ __typename }`, 1)).toBeUndefined();
  });
});

describe("a document is refused for", () => {
  it.each([
    ["aliases", `{ ${times(51, (i) => `a${i}: __typename`)} }`, "50 aliases"],
    ["aliases in fragments", `{ ...F b { ...F } } fragment F on A { ${times(26, (i) => `a${i}: c`)} }`, "50 aliases"],
    ["a field again and again", `{ ${times(11, () => "a")} }`, "10 selections of a in one place"],
    ["an alias again and again", `{ ${times(11, () => "x: a")} }`, "10 selections of x in one place"],
    [
      "fields that are merged level by level",
      `{ ${times(5, () => `a { ${times(5, () => `b { ${times(5, () => "c")} }`)} }`)} }`,
      "2000 pairs",
    ],
    ["fields that are merged from inline fragments", `{ ${times(70, () => "... { a }")} }`, "2000 pairs"],
    [
      "fields that are merged from fragments",
      `{ ${times(8, (i) => `...F${i}`)} } ${times(8, (i) => `fragment F${i} on A { ${times(9, () => "a")} }`)}`,
      "2000 pairs",
    ],
    [
      "fields that are merged in fragments that nobody spreads",
      `{ a } fragment F on A { ${times(70, () => "... { a }")} }`,
      "2000 pairs",
    ],
    [
      "fragments that spread one another beneath fields, each many times",
      `{ ...F0 } ${times(9, (i) => `fragment F${i} on A { ${times(5, (j) => `a${j} { ${times(9, (k) => `...F${k}`)} }`)} }`)}`,
      "1000 selections",
    ],
    [
      "fragments that spread one another beneath fields, in any order",
      `{ ...F0 } ${times(6, (i) => `fragment F${i} on A { ${times(6, (j) => `a${i}${j} { ...F${j} }`)} }`)}`,
      "1000 selections, with its fragments written out,",
    ],
    ["directives on fields", `{ ${times(51, (i) => `a${i} @x`)} }`, "50 directives"],
    ["directives on one field", `{ a ${times(51, () => "@x")} }`, "50 directives"],
    ["directives on an operation", `query ${times(51, () => "@x")} { a }`, "50 directives"],
    ["directives on variables", `query ($a: Int ${times(51, () => "@x")}) { a }`, "50 directives"],
    ["directives on a fragment", `{ ...F } fragment F on A ${times(51, () => "@x")} { a }`, "50 directives"],
    ["directives on spreads", `{ ${times(51, () => "...F @x")} } fragment F on A { a }`, "50 directives"],
    ["fragments", `{ a } ${times(31, (i) => `fragment F${i} on A { a }`)}`, "30 fragments"],
    [
      "fragments that double one another",
      `{ ...F0 } ${times(20, (i) => `fragment F${i} on A { ...F${i + 1} ...F${i + 1} }`)} fragment F20 on A { a }`,
      "1000 selections",
    ],
    [
      "a fragment that is spread again",
      `{ ...F ...F } fragment F on A { ${times(501, (i) => `a${i}`)} }`,
      "1000 selections",
    ],
    [
      "the same in fragments that nobody spreads",
      `{ a } ${times(20, (i) => `fragment F${i} on A { ...F${i + 1} ...F${i + 1} }`)} fragment F20 on A { a }`,
      "1000 selections",
    ],
  ])("%s", (_, text, message) => {
    expect(fault(text)).toContain(message);
  });
});

describe("fields that are merged", () => {
  const merged = (name: string, count: number) => times(count, () => name);
  /** 44 times 45 pairs, and 20 more. */
  const pairs = `${times(44, (i) => merged(`a${i}`, 10))} ${merged("b", 6)} ${merged("c", 3)} ${merged("d", 2)} ${merged("e", 2)}`;

  it("are at most 2000 pairs", () => {
    expect(fault(`{ ${pairs} }`)).toBeUndefined();
    expect(fault(`{ ${pairs} f f }`)).toContain("2000 pairs");
  });

  it("are counted with those within them, and with those of other operations", () => {
    expect(fault(`{ f { ${pairs} } }`)).toBeUndefined();
    expect(fault(`{ f { ${pairs} } f { g } }`)).toContain("2000 pairs");
    expect(fault(`{ f { ${pairs} } g g }`)).toContain("2000 pairs");
    expect(fault(`query A { ${pairs} } query B { g g }`)).toContain("2000 pairs");
  });
});

describe("what is refused", () => {
  it("has the code of what costs too much", () => {
    expect(structureFault(parse(nested(11)), 10)?.extensions["code"]).toBe("COST_LIMIT_EXCEEDED");
  });

  it("is more than a limit: as much as it is not", () => {
    expect(fault(`{ ${times(50, (i) => `a${i}: __typename`)} }`)).toBeUndefined();
    expect(fault(`{ ${times(10, () => "a")} }`)).toBeUndefined();
    expect(fault(`query ($a: Int, $b: Int @x) @x { ${times(48, (i) => `a${i} @x`)} }`)).toBeUndefined();
    expect(fault(`{ a } ${times(30, (i) => `fragment F${i} on A { a }`)}`)).toBeUndefined();
    expect(fault(`{ ${times(1000, (i) => `a${i}`)} }`)).toBeUndefined();
    expect(fault(`{ ${times(1001, (i) => `a${i}`)} }`)).toContain("1000 selections");
  });
});

describe("fragments that spread one another", () => {
  const chain = `${times(29, (i) => `fragment F${i} on A { a b c ...F${i + 1} }`)} fragment F29 on A { a }`;

  it("are counted once, with the operation that spreads them", () => {
    expect(fault(`{ ...F0 } ${chain}`)).toBeUndefined();
    expect(fault(`${chain} { ...F0 }`)).toBeUndefined();
  });

  it("are counted in each operation", () => {
    expect(fault(`${times(4, (i) => `query F${i} { ...F0 }`)} ${chain}`)).toContain("2000 pairs");
  });
});

describe("what is left to the validation", () => {
  it.each([
    `{ ...F } fragment F on A { ...F }`,
    `{ ...F } fragment F on A { ...G } fragment G on A { b { ...F } }`,
    `{ c { ...F ...F } } fragment F on A { b { ...F } d: b { ...F } }`,
    `{ ...Nobody }`,
    `type A { a: Int }`,
    `directive @a on FIELD`,
  ])("%s", (text) => {
    expect(fault(text)).toBeUndefined();
  });
});

describe("the check of a document's structure", () => {
  it("takes no fault of ours for one of the document", () => {
    expect(() => structureFault({} as never, 10)).toThrow(TypeError);
  });

  it("ends, and says the same whatever the order of definitions", () => {
    const name = fc.constantFrom("F", "G", "H");
    const selection = fc.letrec<{ set: string; one: string }>((tie) => ({
      one: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom("a", "b", "x: a"),
        name.map((to) => `...${to}`),
        tie("set").map((set) => `c ${set}`),
      ),
      set: fc.array(tie("one"), { minLength: 1, maxLength: 4 }).map((all) => `{ ${all.join(" ")} }`),
    })).set;
    fc.assert(
      fc.property(selection, fc.tuple(selection, selection, selection), (query, [f, g, h]) => {
        const parts = [`query ${query}`, `fragment F on A ${f}`, `fragment G on A ${g}`, `fragment H on A ${h}`];
        const verdict = fault(parts.join("\n")) === undefined;
        const isFlat = !parts.slice(1).join().includes("...");
        const reversed = isFlat ? parts.toReversed() : parts;
        expect(fault(reversed.join("\n")) === undefined).toBe(verdict);
      }),
      { numRuns: 300 },
    );
  });
});
