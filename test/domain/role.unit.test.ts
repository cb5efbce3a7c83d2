import { expect, it } from "vitest";
import { highestRole, mayActAs, roles } from "../../src/domain/role.ts";

it("lets each role do what the roles before it may, and no more", () => {
  const allowed = roles.map((role) => roles.filter((needed) => mayActAs(role, needed)));
  expect(allowed).toEqual([["reader"], ["reader", "editor"], ["reader", "editor", "admin"]]);
});

it("takes the highest of several roles, and what is no role for a reader", () => {
  expect(highestRole(["editor", "admin", "reader"])).toBe("admin");
  expect(highestRole(["superuser"])).toBe("reader");
  expect(highestRole([])).toBe("reader");
});
