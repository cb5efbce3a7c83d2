import { describe, expect, it } from "vitest";
import { addStage, inOrder, type RequestPlugin } from "../../src/server/request-plugin.ts";

const adds = {} as RequestPlugin<object, { a: number }>;
const takes = {} as RequestPlugin<{ a: number }, { b: number }>;
const takesBoth = {} as RequestPlugin<{ a: number; b: number }>;

describe("the order of plugins", () => {
  it("is kept", () => {
    expect(inOrder(adds, takes, takesBoth)).toEqual([adds, takes, takesBoth]);
  });

  it("does not compile where a plugin is given what none before it adds", () => {
    // @ts-expect-error -- b is added later
    expect(inOrder(adds, takesBoth, takes)).toHaveLength(3);
    // @ts-expect-error -- a is added by nobody
    expect(inOrder(takes)).toHaveLength(1);
  });
});

describe("a stage", () => {
  it("is added once", () => {
    const context = Object.create({ inherited: 1 }) as object;
    addStage(context, { a: 1, inherited: 2 });
    expect(context).toEqual({ a: 1, inherited: 2 });
    expect(() => addStage(context, { a: 2 })).toThrow('"a" is in the context already');
  });
});
