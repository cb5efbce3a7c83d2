import { describe, expect, it } from "vitest";
import { answerKey, type AnswerParts, isKnown } from "../../../src/server/cache/answer-key.ts";

const LINEAGE = "0f".repeat(12);
const parts: AnswerParts = {
  digest: "5a7c",
  operationName: "Name",
  variables: { slug: "japan", filter: { kind: "ENTENTE", day: "2022-05-07" } },
  revision: { lineage: LINEAGE, number: 7, at: "2026-11-24T00:00:00Z" },
  isPinned: false,
  day: "2026-11-24",
  version: "90ef",
  settings: "50000",
};

describe("the key of an answer", () => {
  it("is 43 characters of an address, and the same for the same parts", () => {
    expect(answerKey(parts)).toMatch(/^[\w-]{43}$/);
    expect(answerKey({ ...parts })).toBe(answerKey(parts));
  });

  it("is the SHA-256 of them, however often it is asked for and however long they are", () => {
    for (const length of [0, 100, 10_000]) {
      const unheard = { ...parts, digest: crypto.randomUUID(), variables: { text: "x".repeat(length) } };
      const key = answerKey(unheard);
      expect(Buffer.from(key, "base64url")).toHaveLength(32);
      expect(answerKey({ ...unheard })).toBe(key);
      expect(answerKey({ ...unheard, day: "2026-11-25" })).not.toBe(key);
    }
  });

  it("is the same whatever the order of keys within the variables", () => {
    const variables = { filter: { day: "2022-05-07", kind: "ENTENTE" }, slug: "japan" };
    expect(answerKey({ ...parts, variables })).toBe(answerKey(parts));
    const [a, b, c] = [{ a: 1 }, { b: 2 }, { c: 3 }];
    const orders = [
      [a, b, c],
      [a, c, b],
      [b, a, c],
      [b, c, a],
      [c, a, b],
      [c, b, a],
    ];
    const keys = orders.map((order) => answerKey({ ...parts, variables: Object.assign({}, ...order) as object }));
    expect(new Set(keys).size).toBe(1);
  });

  it("is the same without variables as with none in them", () => {
    const none = answerKey({ ...parts, variables: {} });
    for (const variables of [null, undefined]) expect(answerKey({ ...parts, variables })).toBe(none);
    expect(none).not.toBe(answerKey(parts));
  });

  it.each<[string, Partial<AnswerParts>]>([
    ["document", { digest: "5a7d" }],
    ["operation", { operationName: "Other" }],
    ["operation, which is not named,", { operationName: null }],
    ["value of a variable", { variables: { slug: "china" } }],
    ["value within a variable", { variables: { slug: "japan", filter: { kind: "ENTENTE", day: "2022-05-08" } } }],
    ["order of a list", { variables: { slug: ["japan", "china"] } }],
    ["revision", { revision: { lineage: LINEAGE, number: 8, at: "2026-11-24T00:00:00Z" } }],
    ["lineage", { revision: { lineage: "f0".repeat(12), number: 7, at: "2026-11-24T00:00:00Z" } }],
    ["time of the revision", { revision: { lineage: LINEAGE, number: 7, at: "2026-11-24T00:00:01Z" } }],
    ["pin", { isPinned: true }],
    ["day", { day: "2026-11-25" }],
    ["version", { version: "" }],
    ["settings", { settings: "40000" }],
  ])("is another one for another %s", (_, other) => {
    const reversed = { ...parts, variables: { slug: ["china", "japan"] } };
    expect(answerKey({ ...parts, ...other })).not.toBe(answerKey(parts));
    expect(answerKey({ ...parts, ...other })).not.toBe(answerKey(reversed));
  });
});

describe("what a client has", () => {
  it.each<[string | null, boolean, boolean]>([
    [null, true, false],
    ["", true, false],
    ['"k"', false, true],
    ['W/"k"', false, true],
    ['"other"', true, false],
    ['"other", "k"', false, true],
    ['"k","other"', false, true],
    ['"other" , W/"k" ', false, true],
    ["k", true, false],
    ['"W/k"', true, false],
    ["*", true, true],
    ["*", false, false],
  ])("in If-None-Match %j, where the answer is there (%s), is the answer: %s", (ifNoneMatch, isThere, known) => {
    expect(isKnown('"k"', isThere, ifNoneMatch)).toBe(known);
  });
});
