import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { buildSchema } from "graphql";
import { describe, expect, it, test } from "vitest";
import { buildWeb } from "../../cli/build/build-web.ts";
import { readManifest, trustedTexts } from "../../web/trusted-document.ts";

const schema = buildSchema("type Query { actor(slug: String): String }");
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("a trusted document", () => {
  it("is trusted as it is in its file, without the line break at its end, and as it is printed", () => {
    const texts = trustedTexts([{ name: "mine", text: "# Who?\n{ actor }\n" }], schema);
    expect([...texts.values()].map(({ text }) => text)).toEqual([
      "# Who?\n{ actor }\n",
      "# Who?\n{ actor }",
      "{\n  actor\n}",
    ]);
    for (const [hash, { name, text }] of texts) {
      expect(hash).toBe(sha256(text));
      expect(name).toBe("mine");
    }
  });

  it("has the name of the first that has its text", () => {
    const texts = trustedTexts(
      ["b", "a", "c"].map((name) => ({ name, text: "{\n  actor\n}" })),
      schema,
    );
    expect([...texts.values()]).toEqual([{ name: "a", text: "{\n  actor\n}" }]);
  });

  it.each([
    ["{ actor", "mine, line 1, column 8: Syntax Error: Expected Name, found <EOF>."],
    ["{\n  actors\n}", 'mine, line 2, column 3: Cannot query field "actors" on type "Query". Did you mean "actor"?'],
  ])("that the schema cannot answer stops the build: %j", (text, message) => {
    expect(() => trustedTexts([{ name: "mine", text }], schema)).toThrow(message);
  });
});

describe("a manifest of a client's tools", () => {
  const named = "query Who($slug: String) { actor(slug: $slug) }";
  const nameless = "{ actor }";

  it("is an object of text by id, as GraphQL Code Generator and Relay write it", () => {
    const json = JSON.stringify({ [sha256(named)]: named, [`sha256:${sha256(nameless)}`]: nameless });
    expect(readManifest("ios", json)).toEqual([
      { name: "ios/Who", text: named },
      { name: `ios/sha256:${sha256(nameless)}`, text: nameless },
    ]);
  });

  it("is one of Apollo's", () => {
    const operations = [{ id: sha256(named), name: "Who", type: "query", body: named }];
    const json = JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations });
    expect(readManifest("ios", json)).toEqual([{ name: "ios/Who", text: named }]);
  });

  it("stops the build where an id is not the SHA-256 of its document", () => {
    const sha1 = createHash("sha1").update(named).digest("hex");
    expect(() => readManifest("ios", JSON.stringify({ [sha1]: named }))).toThrow(
      `ios: ${sha1} is not the SHA-256 of its document`,
    );
  });
});

test("the build has a file for each hash in its manifest, which is that of the file", () => {
  buildWeb();
  const folder = join(import.meta.dirname, "../../web/dist/documents");
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Record<string, string>;
  const files = globSync(join(folder, "*.graphql"));
  expect(files.map((file) => sha256(readFileSync(file, "utf8"))).toSorted()).toEqual(Object.keys(manifest).toSorted());
  expect(files.map((file) => basename(file, ".graphql")).toSorted()).toEqual(Object.keys(manifest).toSorted());
  expect(Object.values(manifest)).toEqual(expect.arrayContaining(["01-raa-partners", "graphiql/introspection"]));
});
