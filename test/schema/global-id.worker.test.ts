import * as fc from "fast-check";
import { expect, it } from "vitest";
import { keysOf, readGlobalId, writeGlobalId } from "../../schema/node/global-id.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".split("");
const type = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 20 });
const key = fc.array(fc.integer({ min: 1, max: 2 ** 53 - 1 }), { minLength: 1, maxLength: 3 });

it("is the base64url of what it says, and is read back", () => {
  fc.assert(
    fc.property(type, key, (name, numbers) => {
      const text = numbers.join("-");
      const id = writeGlobalId(name, text);
      expect(id).toBe(Buffer.from(`1:${name}:${text}`).toString("base64url"));
      expect(readGlobalId(id)).toEqual({ type: name, key: text });
      expect(keysOf(id, [name])).toEqual(numbers);
    }),
  );
});

it("is null for any other text, whatever it decodes to", () => {
  const japan = writeGlobalId("State", 76);
  for (const text of [`${japan}=`, `${japan} `, ` ${japan}`, japan.slice(0, -1), japan.toLowerCase(), "-", "_", "é"]) {
    expect(readGlobalId(text)).toBeNull();
  }
});
