import { expect, it } from "vitest";
import { BrokenWrite, Unavailable, unavailableIn } from "../../../src/domain/fault/unavailable.ts";

it.each<[ConstructorParameters<typeof Unavailable>[0], boolean, string]>([
  ["UNAVAILABLE", false, "Nothing was done: the database cannot be reached just now. Send the same again"],
  ["DEADLINE_EXCEEDED", false, "Nothing was done: the answer was not ready in time. Send the same again"],
  ["UNAVAILABLE", true, "It is not known what was written: the database cannot be reached just now. Send the same"],
])("says of %s, where something may have been written (%s), what to do", (code, mayHaveWritten, message) => {
  const cause = new Error("D1");
  const error = new Unavailable(code, mayHaveWritten, { cause });
  expect(error).toMatchObject({ name: "Unavailable", code, cause });
  expect(error.message.startsWith(message)).toBe(true);
});

it("is found in what it caused, however deep, and in nothing else", () => {
  const error = new BrokenWrite("UNAVAILABLE", true);
  expect(error.name).toBe("BrokenWrite");
  expect(unavailableIn(error)).toBe(error);
  expect(unavailableIn(new Error("a", { cause: new Error("b", { cause: error }) }))).toBe(error);
  expect(unavailableIn(new Error("a", { cause: "b" }))).toBeNull();
  expect(unavailableIn("a")).toBeNull();
  expect(unavailableIn({ cause: error })).toBeNull();
});
