import { describe, expect, it } from "vitest";
import { typesNamed } from "../../src/domain/reconcile/entity-type.ts";
import { type Evidence, isSure, scoreOf } from "../../src/domain/reconcile/weigh.ts";

const nobody: Evidence = { likeness: 0, isExact: false, isIdentified: false, agreed: 0, contradicted: 0 };
const named: Evidence = { ...nobody, likeness: 1, isExact: true };
const like: Evidence = { ...nobody, likeness: 0.8 };
const identified: Evidence = { ...nobody, isIdentified: true, agreed: 1 };
const against = (evidence: Evidence): Evidence => ({ ...evidence, contradicted: 1 });

describe("a score", () => {
  it("is the likeness of a name alone", () => {
    expect([named, like, nobody].map((one) => scoreOf(one, true))).toEqual([1, 0.8, 0]);
  });

  it("is raised by what agrees, and halved by what contradicts", () => {
    expect(scoreOf({ ...like, agreed: 1 }, true)).toBeCloseTo(0.9);
    expect(scoreOf({ ...like, agreed: 2 }, true)).toBeCloseTo(0.95);
    expect(scoreOf(against(named), true)).toBe(0.5);
    expect(scoreOf({ ...named, contradicted: 2 }, true)).toBe(0.25);
    expect(scoreOf({ ...like, agreed: 1, contradicted: 1 }, true)).toBeCloseTo(0.45);
  });

  it("is whole for a code with its name or without any, and less for a code with another name", () => {
    expect(scoreOf(identified, false)).toBe(1);
    expect(scoreOf({ ...named, ...identified, isExact: true }, true)).toBe(1);
    expect(scoreOf(identified, true)).toBeCloseTo(0.95);
  });
});

describe("a match", () => {
  it.each<[string, Evidence, Evidence[], boolean]>([
    ["the very name alone", named, [like], true],
    ["a name like it", like, [], false],
    ["one of two who bear the name", named, [named], false],
    ["who bears the name and contradicts a property", against(named), [], false],
    ["the other of the two then", named, [against(named)], true],
    ["whom a code identifies", identified, [like], true],
    ["whom a code identifies, where the name is another's", identified, [against(named)], false],
    ["whom the name and a code identify", { ...named, isIdentified: true }, [named], true],
    ["one of two whom codes identify", identified, [identified], false],
  ])("is %s: %#", (_, one, others, sure) => {
    expect(isSure(one, [one, ...others.map((other) => ({ ...other }))])).toBe(sure);
  });
});

it.each([
  ["State", ["State"]],
  [" STATE ", ["State"]],
  ["actor", ["State", "Person", "Organization"]],
  ["City", []],
  ["", []],
])("the name of a type, %j, stands for %j", (name, types) => {
  expect(typesNamed(name)).toEqual(types);
});
