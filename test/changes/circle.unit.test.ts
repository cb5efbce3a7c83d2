import { expect, it } from "vitest";
import { circleFaults } from "../../src/changes/check/circle.ts";
import { chainKey } from "../../src/changes/load/current-chain.ts";
import { type Entries, noEntries } from "../../src/changes/read/entry.ts";

/** Alliances, each named with its parent, as they are told and as they are loaded. */
function faults(told: Record<string, string | undefined>, loaded: Record<string, string>): string[] {
  const alliances = Object.entries(told).map(([name, parent]) => ({
    name,
    value: { parent },
    place: { file: "", path: `/${name}` },
  }));
  const entries = { ...noEntries(), alliances } as unknown as Entries;
  const chains = new Map([[chainKey("alliances", "parent"), new Map(Object.entries(loaded))]]);
  return circleFaults(entries, chains).map(({ path, message }) => `${path} ${message.split(" would")[0]}`);
}

it.each<[rule: string, told: Record<string, string | undefined>, loaded: Record<string, string>, faults: string[]]>([
  ["a line", { a: "b", b: "c" }, { c: "d" }, []],
  ["a circle of two that are told", { a: "b", b: "a" }, {}, ["/a/parent a → b → a", "/b/parent b → a → b"]],
  ["one that what is loaded closes", { a: "b" }, { b: "c", c: "a" }, ["/a/parent a → b → c → a"]],
  ["one that is told otherwise", { a: "b", c: "d" }, { b: "c", c: "a" }, []],
  ["one that is taken apart", { a: undefined }, { b: "c", c: "a", a: "b" }, []],
  ["one further up", { x: "a" }, { a: "b", b: "a" }, []],
  ["one that was there before", { a: "b" }, { a: "b", b: "a" }, []],
  ["what refers to itself, which is told elsewhere", { a: "a" }, {}, []],
])("of parents, %s", (_, told, loaded, expected) => {
  expect(faults(told, loaded)).toEqual(expected);
});
