import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { type CodeBlock, codeBlocks, exampleReason, namedTest, printedIn, showsAnswer } from "./code-block.ts";
import { isSession } from "./session.ts";

const root = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const pages = globSync("{*.md,docs/*.md,{dataset,clients,bench,documents}/*.md}", { cwd: root }).filter(
  (page) => !/CHANGELOG|RESULTS|rows-read/.test(page),
);
const blocks = pages.flatMap((page) => codeBlocks(page, read(page)));
const placeOf = ({ page, line }: CodeBlock) => `${page}:${line}`;
const schema = buildSchema(read("schema/schema.graphql"));

/** Whether something holds a block to what really happens, or the block says why nothing does. */
function isHeld(block: CodeBlock): boolean {
  if (exampleReason(block) !== null) return true;
  const file = namedTest(block);
  if (file !== null) return existsSync(join(root, file)) && read(file).includes(block.page);
  const printed = printedIn(block);
  return printed.length > 0 && printed.every(({ command }) => /(?:^|\n)curl /.test(command) || isSession(block));
}

describe("every block of code of README and docs", () => {
  it("is one of many, in a language that is known", () => {
    expect(blocks.length).toBeGreaterThan(60);
    const known = new Set(["", "sh", "json", "graphql", "ts", "toml", "sql"]);
    expect(blocks.filter(({ language }) => !known.has(language)).map(placeOf)).toEqual([]);
  });

  it("is run by a test where it shows an answer, or says why not", () => {
    expect(blocks.filter((block) => showsAnswer(block) && !isHeld(block)).map(placeOf)).toEqual([]);
  });

  it("fits the schema where it is GraphQL", () => {
    const faults = blocks
      .filter(({ language }) => language === "graphql")
      .flatMap((block) => validate(schema, parse(block.text)).map((fault) => `${placeOf(block)}: ${fault.message}`));
    expect(faults).toEqual([]);
  });
});

describe("a block", () => {
  const page = [
    "```sh",
    "curl http://localhost:8787/health",
    "```",
    "",
    "answers:",
    "",
    "```json",
    "{}",
    "```",
    "",
    "- in a list",
    "",
    "   ```",
    "   $ npm run one",
    "   done",
    "   $ npm run two",
    "   ```",
    "",
    "<!-- not run: it takes a day -->",
    "",
    "```",
    "later",
    "```",
    "",
    "```sh",
    "curl https://a.example/ready   # 200 {}",
    "```",
  ].join("\n");
  const found = codeBlocks("page.md", page);

  it("has its language, its place, and its text without indent", () => {
    expect(found.map(({ language, line, text }) => [language, line, text.split("\n")[0]])).toEqual([
      ["sh", 1, "curl http://localhost:8787/health"],
      ["json", 7, "{}"],
      ["", 13, "$ npm run one"],
      ["", 21, "later"],
      ["sh", 25, "curl https://a.example/ready   # 200 {}"],
    ]);
  });

  it("prints the answer of the command before it, those of its own lines, and those in comments", () => {
    expect(found.map((block) => printedIn(block).map(({ command, answer }) => [command, answer]))).toEqual([
      [],
      [["curl http://localhost:8787/health\n", "{}\n"]],
      [
        ["npm run one", "done\n"],
        ["npm run two", ""],
      ],
      [],
      [["curl https://a.example/ready", "200 {}"]],
    ]);
    expect(found.map(showsAnswer)).toEqual([false, true, true, true, true]);
  });

  it("may say why it is not run", () => {
    expect(found.map(exampleReason)).toEqual([null, null, null, "it takes a day", null]);
  });
});
