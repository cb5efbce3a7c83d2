import { describe, expect, it } from "vitest";
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
  ["editor admin", "admin"],
  ["openid profile editor", "editor"],
  ["openid\teditor ", "editor"],
  [["openid editor"], "editor"],
  ["openid.editor", "reader"],
  [{ editor: { "2001": "quad.example" } }, "editor"],
  [{ editor: { "2001": "quad.example" }, admin: { "2002": "raa.example" } }, "admin"],
  [[{ editor: { "2001": "quad.example" } }, "admin"], "admin"],
  [{ admin: {} }, "reader"],
  [{ admin: null, editor: { "2001": "quad.example" } }, "editor"],
  [{ admin: false }, "reader"],
  [{ admin: ["2001"] }, "reader"],
  [{ roles: ["admin"] }, "reader"],
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
  ["resource_access.my.dotted.client.roles", { resource_access: { "my.dotted.client": { roles: ["editor"] } } }],
  ["resource_access.a.b.roles", { resource_access: { a: { c: 1 }, "a.b": { roles: ["editor"] } } }],
  [
    "urn:zitadel:iam:org:project:roles",
    { "urn:zitadel:iam:org:project:roles": { editor: { "2001": "quad.example" } } },
  ],
  ["https://example.org/app.roles", { "https://example.org/app": { roles: "editor" } }],
  ["scope", { scope: "openid editor" }],
  ["custom.role", { custom: { role: "editor" } }],
])("finds the role in the claim %s", (roleClaim, claims) => {
  expect(identityOf({ sub: "ada", ...claims }, { ...usual, roleClaim }).role).toBe("editor");
});

describe("the operator", () => {
  const toldOf = (role: unknown) => {
    const told: string[] = [];
    identityOf({ sub: "ada", role }, usual, (oddity) => told.push(oddity));
    return told;
  };

  it.each([["Editor"], [["offline_access"]], [7], [true], [{ editor: true }], [[["secret-role"]]], [""], [[]]])(
    "is told of a role that is not understood, without a word of it: %j",
    (role) => {
      const told = toldOf(role);
      expect(told).toEqual([expect.stringContaining("AUTH_ROLE_CLAIM")]);
      expect(told.join()).not.toMatch(/Editor|offline_access|secret-role|ada/);
    },
  );

  it.each([["editor"], [["offline_access", "editor"]], ["reader"], [undefined], [null]])(
    "is told nothing of %j",
    (role) => {
      expect(toldOf(role)).toEqual([]);
    },
  );
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
