import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { csvHeader, csvRows } from "../../cli/import/file/csv-rows.ts";
import { bareName, writingOf } from "../../cli/import/file/file-name.ts";
import { lineEntries } from "../../cli/import/file/line-entries.ts";
import { fileBytes, fileChunks } from "../../cli/local/file-bytes.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
  return name;
};
const MIB = 2 ** 20;

describe("a file", () => {
  it("is the same text in whatever it is packed, and however it is encoded", () => {
    const text = "Ærø, 日本, 😀\n".repeat(9999);
    const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");
    for (const content of [text, `\uFEFF${text}`, gzipSync(text), utf16, gzipSync(utf16), Buffer.from(utf16).swap16()])
      expect(fileBytes(join(folder, written("a", content))).toString()).toBe(text);
    const japanese = Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x0a]);
    expect(fileBytes(join(folder, written("a", japanese)), { encoding: "shift_jis" }).toString()).toBe("日本\n");
  });

  it("of another encoding has no UTF-8 in the place of what is none there", () => {
    const path = join(folder, written("a", Buffer.from("\uFEFFa\uD800b", "utf16le")));
    expect(fileBytes(path)).toEqual(Buffer.from([0x61, 0xff, 0x62]));
  });

  symlinkSync(join(folder, "loop"), join(folder, "loop"));
  mkdirSync(join(folder, "folder"));
  it.each([
    ["nowhere", "is not there"],
    ["folder", "is a folder"],
    ["loop", "is a symbolic link that leads back to itself"],
    [written("large", Buffer.alloc(MIB + 1)), "has more than 1 MiB: split it"],
    [written("packed.gz", gzipSync(Buffer.alloc(2 * MIB))), "unpacks to more than 1 MiB"],
    [written("plain.gz", "a"), "is no gzip"],
    [written("empty.gz", ""), "is no gzip"],
    [written("cut.gz", gzipSync("a").subarray(0, 15)), "is damaged: its gzip is cut off"],
  ])("%s that cannot be read is refused with its name", (name, reason) => {
    const read = () => fileBytes(join(folder, name), { file: name, most: MIB });
    expect(read).toThrow(`${name} ${reason}`);
  });

  const canPipe = spawnSync("mkfifo", [join(folder, "pipe")]).status === 0;
  it.runIf(canPipe)("that is a pipe is refused, and not waited for", () => {
    const read = () => fileBytes(join(folder, "pipe"), { file: "pipe" });
    expect(read).toThrow("pipe is a pipe or a device, and is read twice: write it into a file first");
  });

  const DESCRIPTORS = "/proc/self/fd";
  it.skipIf(!existsSync(DESCRIPTORS))("is closed, however far it was read", () => {
    const table = written("many.csv", `a,b\n${"1,2\n".repeat(99_999)}`);
    const lines = written("many.ndjson", "{}\n".repeat(99_999));
    const path = join(folder, table);
    const openNow = () =>
      readdirSync(DESCRIPTORS).filter((descriptor) => {
        try {
          return readlinkSync(join(DESCRIPTORS, descriptor)).startsWith(folder);
        } catch {
          // That of the listing itself is gone by now.
          return false;
        }
      });
    const [chunk] = fileChunks(path);
    expect(chunk).toBeDefined();
    expect(csvHeader(path, { file: table })).toMatchObject({ keys: ["a", "b"] });
    const [row] = csvRows(path, { file: table });
    expect(row).toHaveProperty("cells");
    expect([...lineEntries(join(folder, lines), { file: lines }).take(1)]).toHaveLength(1);
    expect(() => fileBytes(path, { most: 9 })).toThrow("split it");
    expect(() => fileBytes(join(folder, written("plain.gz", "a")))).toThrow("is no gzip");
    expect(openNow()).toEqual([]);
  });
});

describe("the name of a file", () => {
  it.each([
    ["x.json/persons.json", "json", "persons"],
    ["People.NDJSON.gz", "lines", "People"],
    ["x/y.z.jsonl", "lines", "y.z"],
    ["alliance-statuses.TSV", "table", "alliance-statuses"],
    ["a.csv.gz", "table", "a"],
    ["a.gz", undefined, "a.gz"],
    ["ajson", undefined, "ajson"],
  ])("tells how it is written: %s", (path, writing, name) => {
    expect({ writing: writingOf(path), name: bareName(path) }).toEqual({ writing, name });
  });
});
