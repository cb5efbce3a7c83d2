import { expect, it } from "vitest";
import { requestIdOf } from "../../../src/server/http/request-id.ts";

const NEW = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const idOf = (given: string) => requestIdOf(new Headers({ "x-request-id": given }));

it.each(["00f067aa", "00F067AA0BA902B7", "8f14e45f-ceea-467f-a0e6-7c2f6b5a1d3e", "a".repeat(64)])(
  "the id of a request is the one that it brings: %s",
  (id) => {
    expect(idOf(id)).toBe(id);
  },
);

it.each(["", "00f067a", "a".repeat(65), "x00f067aa", "00f067aax", "00f067aa 00f067aa", "request-1", "<script>"])(
  "is a new one where it brings nothing hexadecimal: %j",
  (given) => {
    expect(idOf(given)).toMatch(NEW);
    expect(idOf(given)).not.toBe(given);
  },
);

it("is another one for each request that brings none", () => {
  expect(requestIdOf(new Headers())).not.toBe(requestIdOf(new Headers()));
});
