import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema } from "graphql";
import { expect, it } from "vitest";
import { trustedTexts } from "../../web/trusted-document.ts";
import { codeBlocks } from "./code-block.ts";

const root = join(import.meta.dirname, "../..");

it("docs/trusted-documents.md prints what stops a build", () => {
  const schema = buildSchema(readFileSync(join(root, "schema/schema.graphql"), "utf8"));
  const text = '{\n  actor(slug: "japan") {\n    partnres\n  }\n}';
  const page = readFileSync(join(root, "docs/trusted-documents.md"), "utf8");
  const printed = codeBlocks("docs/trusted-documents.md", page).find((block) => block.text.startsWith("ios/Partners"));
  expect(() => trustedTexts([{ name: "ios/Partners", text }], schema)).toThrow(printed!.text.trim());
});
