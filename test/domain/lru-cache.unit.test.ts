import * as fc from "fast-check";
import { expect, it } from "vitest";
import { lruCache } from "../../src/domain/lru-cache.ts";

it("forgets what was used longest ago to make room", () => {
  const map = lruCache<number>(2);
  map.set("a", 1);
  map.set("b", 2);
  expect(map.get("a")).toBe(1);
  map.set("c", 3);
  expect([map.get("a"), map.get("b"), map.get("c")]).toEqual([1, undefined, 3]);
});

it("counts an entry that is set again once", () => {
  const map = lruCache<string>(10, (text) => text.length);
  map.set("a", "12345");
  map.set("b", "1234");
  map.set("b", "12345");
  expect([map.get("a"), map.get("b")]).toEqual(["12345", "12345"]);
});

it("forgets as many as it takes, and keeps nothing that is larger than all room", () => {
  const map = lruCache<string>(10, (text) => text.length);
  map.set("a", "1234");
  map.set("b", "1234");
  map.set("c", "1234567890");
  expect([map.get("a"), map.get("b"), map.get("c")]).toEqual([undefined, undefined, "1234567890"]);
  map.set("d", "12345678901");
  expect([map.get("c"), map.get("d")]).toEqual([undefined, undefined]);
  map.set("e", "1");
  expect(map.get("e")).toBe("1");
});

it("holds what a list of the entries in the order of their use holds, up to its size", () => {
  const step = fc.record({ key: fc.constantFrom("a", "b", "c", "d"), size: fc.option(fc.integer({ min: 1, max: 6 })) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const map = lruCache<{ size: number }>(8, ({ size }) => size);
      let model: { key: string; size: number }[] = [];
      const found: (number | undefined)[] = [];
      const expected: (number | undefined)[] = [];
      for (const { key, size } of steps) {
        const known = model.find((one) => one.key === key);
        if (size === null) {
          found.push(map.get(key)?.size);
          expected.push(known?.size);
          if (known !== undefined) model = [...model.filter((one) => one !== known), known];
        } else {
          map.set(key, { size });
          model = [...model.filter((one) => one !== known), { key, size }];
          while (model.reduce((sum, one) => sum + one.size, 0) > 8) model.shift();
        }
      }
      expect(found).toEqual(expected);
      expect(model.map(({ key }) => map.get(key)?.size)).toEqual(model.map(({ size }) => size));
    }),
  );
});
