import { describe, expect, it } from "vitest";
import { hindrances } from "../../cli/build/hindrance.ts";

const database = {
  binding: "DB",
  database_name: "entente",
  database_id: "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
};
const ready = {
  d1_databases: [database],
  routes: [{ pattern: "entente.a-desk.test", custom_domain: true }],
  vars: { AUTH_ISSUER: "https://login.a-desk.test/" },
};

describe("an environment of wrangler.toml", () => {
  it("can be deployed with the id of a database", () => {
    expect(hindrances("production", ready)).toEqual([]);
  });

  it.each(["put-the-id-of-production-here", "local", "entente", "", "0f1e2d3c-4b5a-6978-8796", undefined])(
    "is refused with %j for an id, in the words of the block and of the command that prints one",
    (id) => {
      const [line, ...more] = hindrances("production", { ...ready, d1_databases: [{ ...database, database_id: id }] });
      expect(more).toEqual([]);
      expect(line).toContain("[[env.production.d1_databases]] database_id is ");
      expect(line).toContain("npx wrangler d1 create entente --update-config=false");
    },
  );

  it("is refused with a block that has neither an id nor a name", () => {
    const [line] = hindrances("production", { ...ready, d1_databases: [{ binding: "DB" }] });
    expect(line).toContain("npx wrangler d1 create NAME --update-config=false");
    expect(line).not.toContain("undefined");
  });

  it("is refused without a database, or with one of another binding alone", () => {
    for (const d1_databases of [[], [{ ...database, binding: "entente" }]])
      expect(hindrances("staging", { ...ready, d1_databases })).toEqual([
        "[[env.staging.d1_databases]] is missing: the Worker reads the database of the binding DB",
      ]);
  });

  it("is refused with the block that wrangler d1 create prints pasted beside its own", () => {
    const pasted = { ...database, binding: "entente" };
    const [line, ...more] = hindrances("production", { ...ready, d1_databases: [pasted, database] });
    expect(more).toEqual([]);
    expect(line).toContain("with the binding entente: the Worker reads DB alone");
  });

  it.each([
    [{ vars: { AUTH_JWKS_URL: "https://YOUR-TEAM.cloudflareaccess.com/certs" } }, "AUTH_JWKS_URL", "YOUR-TEAM"],
    [{ vars: { AUTH_AUDIENCE: "THE-AUD-TAG" } }, "AUTH_AUDIENCE", "THE-AUD-TAG"],
    [{ vars: { AUTH_ISSUER: "https://login.example.org/realms/main" } }, "AUTH_ISSUER", "example.org"],
    [{ routes: [{ pattern: "entente.example.org", custom_domain: true }] }, "routes 0 pattern", "example.org"],
  ])("is refused with an example of the documentation: %j", (given, place, example) => {
    const [line, ...more] = hindrances("production", { ...ready, ...given });
    expect(more).toEqual([]);
    expect(line).toContain(place);
    expect(line).toContain(`put your own for ${example}`);
  });
});
