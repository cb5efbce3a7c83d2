import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** The rooms of the tree, the inner before the outer that holds it, and what each may import besides itself. */
const rooms: [room: string, mayImport: string[]][] = [
  ["src/domain", []],
  ["src/nouns", ["drizzle", "src/domain"]],
  ["src/server", ["src/domain"]],
  ["src/changes", ["src/nouns", "drizzle", "src/domain"]],
  ["src", ["src/server", "schema", "src/changes", "drizzle", "src/domain"]],
  ["schema", ["src/nouns", "src/changes", "drizzle", "src/domain"]],
  ["drizzle", ["src/domain"]],
  ["cli", ["src/nouns", "src/changes", "drizzle", "src/domain"]],
  ["bench", ["cli", "schema", "drizzle", "src/domain"]],
  ["clients", ["cli"]],
  ["web", []],
];

/** What a file may import though its room may not. */
const exceptions: Record<string, string[]> = {
  // This command is about the schema.
  "cli/build/print-schema.ts": ["schema/index.ts"],
  // It asks the Worker, for deep pages too.
  "cli/measure/rows-read.ts": ["src/worker.ts", "schema/connection/cursor.ts"],
  // It runs the tests as they are, but for the code that they are about.
  "cli/measure/mutation/vitest.config.ts": ["vitest.config.ts"],
  // It holds writers to the deadline that the settings promise.
  "cli/drill/many-writers.ts": ["src/server/settings.ts"],
  // They ask what the schema lets them ask, at random as tests do.
  "cli/drill/fuzz.ts": ["schema/index.ts", "test/random/known-values.ts"],
  "cli/measure/cost-work.ts": ["schema/index.ts", "test/random/known-values.ts", "test/random/random-document.ts"],
  "cli/measure/cost-work/list-question.ts": ["test/random/known-values.ts"],
  ...Object.fromEntries(
    ["damaged-text", "forged-cursor", "hostile-argument", "odd-header", "odd-path", "random-request"].map((name) => [
      `cli/drill/fuzz/${name}.ts`,
      [
        "schema/connection/cursor.ts",
        ...["draw", "known-values", "random-document"].map((random) => `test/random/${random}.ts`),
      ],
    ]),
  ),
};

const SPECIFIER =
  /(?:\bfrom|\bimport|\bimport\s*\(|\bimport\.meta\.glob(?:<[^>]*>)?\s*\()\s*(["'])(?<specifier>[^"']+)\1/g;

function roomOf(file: string): string | undefined {
  return rooms.find(([room]) => file.startsWith(`${room}/`))?.[0];
}

/** The imports of a file that its room may not have, as `importer → imported`. */
function wrongImports(file: string, text: string): string[] {
  const room = roomOf(file);
  const allowed = rooms.find(([name]) => name === room)?.[1];
  if (allowed === undefined) return [];
  return importsOf(file, text)
    .filter((imported) => !mayImport(imported))
    .map((imported) => `${file} → ${imported}`);

  function mayImport(imported: string): boolean {
    if (exceptions[file]?.includes(imported)) return true;
    if (room === "web" && /^test\/queries\/.*\.(graphql|variables\.json)$/.test(imported)) return true;
    const other = roomOf(imported);
    return other !== undefined && (other === room || allowed!.includes(other));
  }
}

function textOf(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** The files that a file imports, those of types too. */
function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(SPECIFIER)]
    .map((match) => match.groups?.["specifier"] ?? "")
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => relative(root, join(root, dirname(file), specifier.replace(/\?.*$/, ""))));
}

/** Circles of files that import one another, each once. */
function circles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(" → "));
    if (done.has(file)) return;
    done.add(file);
    for (const imported of imports.get(file) ?? []) visit(imported, [...path, file]);
  };
  for (const file of imports.keys()) visit(file, []);
  return found;
}

const files = rooms.flatMap(([room]) =>
  globSync(`${room}/**/*.{ts,tsx}`, { cwd: root, exclude: ["web/dist/**", "{bench,clients}/node_modules/**"] }),
);

test("sees every room of the tree", () => {
  expect(new Set(files.map(roomOf))).toEqual(new Set(rooms.map(([room]) => room)));
});

test("imports go one way: worker → server and schema → changes → nouns → drizzle → domain", () => {
  expect(new Set(files.flatMap((file) => wrongImports(file, textOf(file))))).toEqual(new Set());
});

test.each([
  ["src/domain/time/day.ts", 'import { actors } from "../../../drizzle/tables/actor.ts";', "drizzle/tables/actor.ts"],
  ["src/domain/time/day.ts", 'import type { Env } from "../../env.ts";', "src/env.ts"],
  ["src/server/http/cors.ts", 'export * from "../../../schema/index.ts";', "schema/index.ts"],
  ["drizzle/query/as-of.ts", 'const late = await import("../../schema/index.ts");', "schema/index.ts"],
  ["schema/actor/actor.ts", 'import {\n  cors,\n} from "../../src/server/http/cors.ts";', "src/server/http/cors.ts"],
  ["cli/command/load.ts", 'import "../../schema/index.ts";', "schema/index.ts"],
  ["web/graphiql.tsx", 'import { dayOf } from "../src/domain/time/day.ts";', "src/domain/time/day.ts"],
  ["schema/actor/actor.ts", 'import { serveSite } from "../../test/web/served-site.ts";', "test/web/served-site.ts"],
])("finds a wrong import planted in %s: %s", (file, text, imported) => {
  expect(wrongImports(file, text)).toEqual([`${file} → ${imported}`]);
});

test.each([
  ["src/worker.ts", 'import { schema } from "../schema/index.ts";'],
  [
    "schema/actor/actor.ts",
    'import { actors } from "../../drizzle/tables/actor.ts";\nimport { builder } from "../builder.ts";',
  ],
  ["web/question-list.ts", 'const queries = import.meta.glob("../test/queries/*.graphql");'],
  ["cli/build/print-schema.ts", 'import { schema } from "../../schema/index.ts";'],
  ["src/server/auth/token.ts", 'import { jwtVerify } from "jose/jwt/verify";'],
])("takes a right import of %s: %s", (file, text) => {
  expect(wrongImports(file, text)).toEqual([]);
});

test("no files import one another in a circle, be it for types alone", () => {
  expect(circles(new Map(files.map((file) => [file, importsOf(file, textOf(file))])))).toEqual([]);
});

test("finds a planted circle", () => {
  const planted = { a: 'import type { B } from "./b.ts";', b: 'export * from "./c.ts";', c: 'await import("./a.ts");' };
  const imports = Object.entries(planted).map(([name, text]) => {
    const file = `drizzle/${name}.ts`;
    return [file, importsOf(file, text)] as const;
  });
  expect(circles(new Map(imports))).toEqual(["drizzle/a.ts → drizzle/b.ts → drizzle/c.ts → drizzle/a.ts"]);
});

test("no folder holds more than 20 files", () => {
  const all = globSync("{src,schema,drizzle,cli}/**/*.*", { cwd: root, exclude: ["drizzle/migrations/**"] });
  const folders = Map.groupBy(all, (file) => dirname(file));
  expect(folders.size).toBeGreaterThan(30);
  expect([...folders].filter(([, own]) => own.length > 20).map(([folder]) => folder)).toEqual([]);
});

test("a file has at most 200 lines, and half of the files have fewer than 60", () => {
  const lengths = files.map((file) => ({ file, lines: textOf(file).split("\n").length - 1 }));
  expect(lengths.filter(({ lines }) => lines > 200)).toEqual([]);
  const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(60);
});
