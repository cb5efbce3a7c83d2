import { expect, it } from "vitest";
import { identityOf } from "../../../src/server/auth/claim.ts";

const usual = { roleClaim: "role", nameClaim: "name" };
const roleOf = (role: unknown) => identityOf({ sub: "ada", role }, usual).role;

it.each([
  ["editor", "editor"],
  ["admin", "admin"],
  ["reader", "reader"],
  [["reader", "editor"], "editor"],
  [["admin", "editor"], "admin"],
  [["billing", "editor", 7, null], "editor"],
  ["owner", "reader"],
  ["Admin", "reader"],
  ["editor admin", "reader"],
  [[["admin"]], "reader"],
  [{ admin: true }, "reader"],
  [true, "reader"],
  [[], "reader"],
  [undefined, "reader"],
])("reads the role %j as %s", (claim, role) => {
  expect(roleOf(claim)).toBe(role);
});

it.each([
  ["https://example.org/role", { "https://example.org/role": "editor" }],
  ["realm_access.roles", { realm_access: { roles: ["offline_access", "editor"] } }],
  ["resource_access.entente.roles", { resource_access: { entente: { roles: ["editor"] } } }],
  ["custom.role", { custom: { role: "editor" } }],
])("finds the role in the claim %s", (roleClaim, claims) => {
  expect(identityOf({ sub: "ada", ...claims }, { ...usual, roleClaim }).role).toBe("editor");
});

it.each(["constructor.name", "__proto__.role", "toString"])(
  "finds no role in what every object has: %s",
  (roleClaim) => {
    expect(identityOf({ sub: "ada" }, { ...usual, roleClaim }).role).toBe("reader");
  },
);

it("finds no role where the dots lead to nothing", () => {
  const dotted = { ...usual, roleClaim: "realm_access.roles" };
  for (const access of [null, undefined, "editor", { roles: null }]) {
    expect(identityOf({ sub: "ada", realm_access: access }, dotted).role).toBe("reader");
  }
});

it("takes a name of 200 characters and a subject of 255, and no longer ones", () => {
  const [name, subject] = ["a".repeat(200), "b".repeat(255)];
  expect(identityOf({ sub: subject, name }, usual)).toMatchObject({ name, subject });
  expect(() => identityOf({ sub: `${subject}b`, name }, usual)).toThrow("The token's claim sub names nobody");
});

it("takes the name from its claim", () => {
  expect(identityOf({ sub: "1", email: "ada@example.org" }, { ...usual, nameClaim: "email" }).name).toBe(
    "ada@example.org",
  );
  expect(identityOf({ sub: "1", name: " 伊藤 さくら " }, usual).name).toBe("伊藤 さくら");
});

it.each([undefined, null, "", "  ", 7, ["Ada"], "Ada\nadmin", "Ada\u202Enimda", "\u200B", "a".repeat(201)])(
  "names someone by their subject where the name is %j",
  (name) => {
    expect(identityOf({ sub: "ada", name }, usual)).toEqual({ name: "ada", subject: "ada", role: "reader" });
  },
);
