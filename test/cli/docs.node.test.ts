import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const pages = globSync(["README.md", "CONTRIBUTING.md", "docs/**/*.md", "dataset/README.md"], { cwd: root });

const SCRIPT = /\bnpm run (?:--silent )?(?<script>[a-z][a-z:-]*)/g;
const LINK = /\]\((?!https?:)(?<file>[^)#\s]*)(?:#(?<heading>[^)\s]*))?\)/g;

const read = (page: string) => readFileSync(join(root, page), "utf8");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

/** As GitHub makes the anchor of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

/** The commands of a page that there are none of. */
function wrongScripts(text: string): string[] {
  return [...text.matchAll(SCRIPT)].map(({ groups }) => groups!["script"]!).filter((script) => !(script in scripts));
}

/** The links of a page, to files and headings, that lead nowhere. */
function wrongLinks(page: string, text: string): string[] {
  return [...text.matchAll(LINK)].flatMap(({ groups }) => {
    const { file = "", heading } = groups!;
    const path = file === "" ? page : join(dirname(page), file);
    if (!existsSync(join(root, path))) return [path];
    if (heading === undefined) return [];
    const target = file === "" ? text : read(path);
    const anchors = [...target.matchAll(/^#+ (?<heading>.+)$/gm)].map((found) => anchorOf(found.groups!["heading"]!));
    return anchors.includes(heading) ? [] : [`${path}#${heading}`];
  });
}

test.each(pages)("%s names only commands, files and headings that there are", (page) => {
  const text = read(page);
  expect(wrongScripts(text)).toEqual([]);
  expect(wrongLinks(page, text)).toEqual([]);
});

test.each([
  ["run `npm run publish -- --env production`", ["publish"], []],
  ["see [there](nowhere.md)", [], ["docs/nowhere.md"]],
  ["see [there](backup.md#nowhere)", [], ["docs/backup.md#nowhere"]],
  ["## One's own, twice\nsee [it](#ones-own-twice) and [not](#once)", [], ["docs/backup.md#once"]],
])("finds what is wrong in: %s", (text, commands, links) => {
  expect(wrongScripts(text)).toEqual(commands);
  expect(wrongLinks("docs/backup.md", text)).toEqual(links);
});
