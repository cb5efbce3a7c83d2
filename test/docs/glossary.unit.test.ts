import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/glossary.md"), "utf8");
const files = globSync("{src,schema,drizzle,cli}/**/*.ts", { cwd: root });

it("each file that the glossary names is there", () => {
  const named = [...page.matchAll(/`((?:src|schema|drizzle|cli)\/[\w/.-]+)`/g)].map(([, path]) => path!);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it("no word that the glossary has done away with names anything", () => {
  const words = page
    .split("## Words that are not used")[1]!
    .split("\n")
    .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map(([, word]) => word!));
  expect(words.length).toBeGreaterThan(8);
  const declared = new RegExp(`\\b(?:class|interface|type|function|const|let)\\s+(?:${words.join("|")})\\b`);
  expect(files.filter((file) => declared.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
  expect(declared.test("export interface Opaque {")).toBe(true);
});
