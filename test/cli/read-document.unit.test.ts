import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readDocument } from "../../cli/local/read-document.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-document-"));
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: string | Buffer) {
  const path = join(folder, "facts.json");
  writeFileSync(path, content);
  return readDocument(path);
}

describe("a change set that is loaded", () => {
  it.each([
    ["UTF-8", '{"actors": ["é"]}'],
    ["UTF-8 with its mark", '\uFEFF{"actors": ["é"]}'],
    ["UTF-16 with its mark", Buffer.from('\uFEFF{"actors": ["é"]}', "utf16le")],
  ])("may be in %s", (_, content) => {
    expect(read(content)).toMatchObject({ json: { actors: ["é"] } });
  });

  it.each([
    [Buffer.from('{"actors":\n["\xE9"]}', "latin1"), "line 2: not UTF-8: save the file as that"],
    ['{"actors": [],\n"actors": []}', 'line 2: has "actors" twice'],
    ['{"actors": [],\n}', 'line 2, column 1: not JSON: "}" cannot stand here'],
    [`{"actors": ${"[".repeat(99)}${"]".repeat(99)}}`, "line 1: is nested more than 64 deep"],
    ["", "line 1, column 1: not JSON: it ends too early"],
  ])("is refused with its line: %.30s", (content, message) => {
    expect(read(content)).toMatchObject({ message });
  });

  it("is no folder", () => {
    expect(readDocument(folder)).toMatchObject({ message: expect.stringContaining("is a folder") as string });
  });
});
