import { describe, expect, it } from "vitest";
import { overtaken } from "../../../src/changes/diff/overtaken.ts";
import { nodeOf, type Said, saidOf } from "../../../src/changes/diff/said.ts";
import { undo } from "../../../src/changes/diff/undo.ts";
import type { Fields } from "../../../src/changes/load/stored.ts";

const GONE: Said = new Map();

/** An invented state, with aliases told as name and sort. */
function state(fields: Fields, aliases: readonly (readonly [name: string, sort: string])[] = []): Said {
  const parts = { aliases: aliases.map(([name, sort]) => ({ id: 0, fields: { name, sort, language: null } })) };
  return saidOf({ noun: "actors", fields: { slug: "ruritania", name: "Ruritania", ...fields }, parts });
}

const plain = (said: Said) => {
  const { fields, parts } = nodeOf("actors", said);
  return { fields, aliases: parts["aliases"]?.map((alias) => [alias.fields["name"], alias.fields["sort"]]) };
};

const described = (description: string | null, parent: string | null = null) => state({ description, parent });
const A = ["Rurik", "NATIVE"] as const;
const B = ["Streslau", "VARIANT"] as const;
const C = ["Zenda", "VARIANT"] as const;

describe("undoing a change", () => {
  it.each<[rule: string, before: Said, after: Said, now: Said, comes: Said]>([
    ["has a field as it was", described("one"), described("two"), described("two"), described("one")],
    [
      "leaves another field that changed since",
      described("a"),
      described("b"),
      described("b", "p"),
      described("a", "p"),
    ],
    ["leaves what is as it was already", described("a"), described("b"), described("a", "p"), described("a", "p")],
    ["leaves what is gone as before it was entered", GONE, described("a"), GONE, GONE],
    ["takes out what was entered", GONE, described("a"), described("a"), GONE],
    ["brings back what was taken out", described("a"), GONE, GONE, described("a")],
    ["leaves what is back already", described("a"), GONE, described("a"), described("a")],
    [
      "takes a part out, and leaves those that came since",
      state({}, [A]),
      state({}, [A, B]),
      state({}, [A, B, C]),
      state({}, [A, C]),
    ],
    ["puts a part back in its place", state({}, [A, B, C]), state({}, [A, C]), state({}, [A, C]), state({}, [A, B, C])],
    [
      "has one field of a part as it was, and leaves the others",
      state({}, [["Rurik", "NATIVE"]]),
      state({}, [["Rurik", "VARIANT"]]),
      state({ description: "x" }, [["Rurik", "VARIANT"], B]),
      state({ description: "x" }, [["Rurik", "NATIVE"], B]),
    ],
  ])("%s", (_, before, after, now, comes) => {
    const { said, clashes } = undo(before, after, now);
    expect([...clashes]).toEqual([]);
    expect(plain(said)).toEqual(plain(comes));
  });

  it.each<[rule: string, before: Said, after: Said, now: Said, names: string[]]>([
    ["a field that has a third value", described("a"), described("b"), described("c"), ["description"]],
    ["a part that was told otherwise since", state({}), state({}, [A]), state({}, [["Rurik", "FORMER"]]), ["aliases"]],
    ["what has been taken out since", described("a"), described("b"), GONE, ["slug", "name", "description", "parent"]],
    ["an addition to what was entered", GONE, state({}), state({}, [A]), ["aliases"]],
    ["another value in what was entered", GONE, described("a"), described("b"), ["description"]],
  ])("clashes with %s", (_, before, after, now, names) => {
    expect([...undo(before, after, now).clashes]).toEqual(expect.arrayContaining(names));
  });
});

describe("a writer who has seen an older state", () => {
  it.each<[rule: string, seen: Said, now: Said, planned: Said, names: string[]]>([
    ["is first where nothing has changed", described("a"), described("a"), described("b"), []],
    ["may change another field", described("a"), described("a", "p"), described("b", "p"), []],
    ["may say what has been said meanwhile", described("a"), described("b"), described("b"), []],
    ["may not change a field that has changed", described("a"), described("b"), described("c"), ["description"]],
    ["may add another part", state({}, [A]), state({}, [A, B]), state({}, [A, B, C]), []],
    ["may not take out a part that came since", state({}, [A]), state({}, [A, B]), state({}, [A]), ["aliases"]],
    ["may not bring back a part that went since", state({}, [A, B]), state({}, [A]), state({}, [A, B]), ["aliases"]],
    ["may not take out what has changed", described("a"), described("b"), GONE, ["description"]],
    ["may take out what is as it was", described("a"), described("a"), GONE, []],
  ])("%s", (_, seen, now, planned, names) => {
    expect([...overtaken(seen, now, planned)]).toEqual(names);
  });
});
