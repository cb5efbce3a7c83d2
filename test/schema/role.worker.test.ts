import { GraphQLError } from "graphql";
import { expect, it } from "vitest";
import { requireRole } from "../../schema/alliance/role.ts";
import type { Role } from "../../src/domain/role.ts";

const ada = (role: Role) => ({ identity: { name: "Ada", subject: "ada", role } });

function codeOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error instanceof GraphQLError ? error.extensions["code"] : error;
  }
  return null;
}

it("gives who has the role, or a higher one", () => {
  expect(requireRole(ada("editor"), "editor")).toEqual({ name: "Ada", subject: "ada", role: "editor" });
  expect(requireRole(ada("admin"), "editor").role).toBe("admin");
});

it("is UNAUTHENTICATED for nobody", () => {
  expect(codeOf(() => requireRole({ identity: null }, "reader"))).toBe("UNAUTHENTICATED");
});

it("is FORBIDDEN for a lower role: an editor cannot do an admin's work", () => {
  expect(codeOf(() => requireRole(ada("editor"), "admin"))).toBe("FORBIDDEN");
  expect(codeOf(() => requireRole(ada("reader"), "editor"))).toBe("FORBIDDEN");
});
