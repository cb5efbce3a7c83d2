import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvRows } from "../../cli/import/file/csv-rows.ts";

/** What is read of a CSV file, its name, and in what encoding, where it is not guessed. */
function tableRead(content: string | Buffer, file = "table.csv", encoding?: string) {
  const folder = mkdtempSync(join(tmpdir(), "entente-table-"));
  try {
    const path = join(folder, file);
    writeFileSync(path, content);
    return [...csvRows(path, { file, encoding })];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The rows of a file as objects, or the line of what is refused, and why. */
function rows(content: string | Buffer, file?: string, encoding?: string) {
  return tableRead(content, file, encoding).map((read) =>
    "cells" in read ? Object.fromEntries(read.cells) : `${read.line}: ${read.reason}`,
  );
}

const lines = (content: string) => tableRead(content).map((read) => ("cells" in read ? read.origin.line : read.line));
const both = [
  { name: "A", year: "1900" },
  { name: "B", year: "1901" },
];

describe("a table", () => {
  it.each([
    ["commas", "name,year\nA,1900\nB,1901\n"],
    ["semicolons", "name;year\nA;1900\nB;1901"],
    ["tabs", "name\tyear\nA\t1900\nB\t1901\n"],
    ["what Excel says", "sep=|\nname|year\nA|1900\nB|1901\n"],
    ["the line ends of Windows", 'name,year\r\nA,1900\r\n"B","1901"\r\n'],
    ["the line ends of an old Macintosh", 'name,year\rA,1900\r"B",1901\r'],
    ["names of columns in other cases, with spaces", " Name , Ye-ar\nA,1900\nB,1901\n"],
    ["a byte order mark", "\uFEFFname,year\nA,1900\nB,1901\n"],
    ["commas at the end", "name,year,,\nA,1900,,\nB,1901,,,,\n"],
    ["blank lines", "\nname,year\n\nA,1900\n  \nB,1901\n\n"],
  ])("may have %s", (_, text) => {
    expect(rows(text)).toEqual(both);
  });

  it.each([
    ["UTF-16 of Windows", Buffer.from("\uFEFFname,year\nA,1900\nB,1901\n", "utf16le"), undefined],
    ["UTF-16 the other way", Buffer.from("\uFEFFname,year\nA,1900\nB,1901\n", "utf16le").swap16(), undefined],
    ["UTF-16 that does not say so", Buffer.from("name,year\nA,1900\nB,1901\n", "utf16le"), "utf-16le"],
    ["gzip", gzipSync("name,year\nA,1900\nB,1901\n"), undefined],
  ])("may be %s", (_, bytes, encoding) => {
    expect(rows(bytes, "t.csv", encoding)).toEqual(both);
  });

  it("is in the encoding that is chosen, with its punctuation", () => {
    const bytes = Buffer.from("name\n\x93C\xF4te d\x92Ivoire\x94 \x96 1960\n", "latin1");
    expect(rows(bytes, "t.csv", "windows-1252")).toEqual([{ name: "“Côte d’Ivoire” – 1960" }]);
    expect(rows(bytes, "t.csv", "latin1")).toEqual([{ name: "“Côte d’Ivoire” – 1960" }]);
  });

  it("has refused alone what is not in its encoding, and never holds a character in its place", () => {
    const bytes = Buffer.from("name,year\nA,1900\nC\xF4te,1960\nB,1901\n", "latin1");
    expect(rows(bytes)).toEqual([both[0], expect.stringMatching(/^3: .*--encoding windows-1252$/), both[1]]);
    const half = Buffer.concat([Buffer.from("\uFEFFname,year\nA,1900\n\uD800,1\nB,1901\n", "utf16le")]);
    expect(rows(half)).toEqual([both[0], expect.stringMatching(/^3: /), both[1]]);
    expect(rows("name,year\nA,1900\nB,1901\n\uFFFD,1\n")).toEqual([...both, { name: "\uFFFD", year: "1" }]);
  });

  it.each([
    [
      'A,1900\nA "b" c,1\nB,1901',
      '3: has a quote within the cell "A \\"b\\" c": put the cell in quotes, and write two for one',
    ],
    ['A,1900\n"A" b,1\nB,1901', '3: has a quote within the cell "A": write two for one'],
    ['A,1900\n"A,1\nB,1901', "3: has a quote that opens a cell, and none that closes it"],
    ['A,1900\n"A,1\nB,"1901"', '3: has a quote within the cell "A,1 B,": write two for one'],
    ["A,1900\nA,1,2\nB,1901", "3: has 3 cells, and the header 2"],
    ["A,1900\nA\0,1\nB,1901", "3: has a NUL: where the file is UTF-16, name that, as in --encoding utf-16le"],
    [`A,1900\n${"x".repeat(1_100_000)},1\nB,1901`, "3: has a cell of more than 1 MiB"],
    [`A,1900\n${"x".repeat(17_000_000)},1\nB,1901`, "3: has a line of more than 16 MiB"],
  ])("has refused alone a row that is none: %.40j", (text, refusal) => {
    expect(rows(`name,year\n${text}\n`)).toEqual([both[0], refusal, both[1]]);
  });

  it("reads on after a quote that never closes, in time that grows with the file", () => {
    const odd = Array.from({ length: 30_000 }, (_, index) => `"${index},x`).join("\n");
    const read = rows(`name,year\n${odd}\nB,1901\n`);
    expect(read).toHaveLength(30_001);
    expect(read.at(-1)).toEqual(both[1]);
  });

  it("tells the line on which a row begins, also after cells of several", () => {
    expect(lines('name,year\n"A\n\nb",1\n\n"C",2\r\n"D\r\nE",3\nF,4')).toEqual([2, 6, 7, 9]);
    expect(rows('name,year\n"D\r\n\r\nE ""x""",3')).toEqual([{ name: 'D\r\n\r\nE "x"', year: "3" }]);
  });

  it("with one column twice is refused, and an empty one has no rows", () => {
    expect(() => rows("name,year, Name\nA,1,B\n")).toThrow('table.csv:1: the header has the column "Name" twice');
    expect(() => rows('name,"year\nA,1\n')).toThrow("table.csv:1: the header has a quote that opens a cell");
    expect(rows("")).toEqual([]);
    expect(rows("name,year\n")).toEqual([]);
  });

  it("is read as another parser reads it", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", ";", "\n", "\r\n", " ", "=") });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.constantFrom("x", ' "y"'))), (cells) => {
        const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
        const content = ["name,year", ...cells.map((row) => row.map(quoted).join(","))].join("\r\n");
        const wanted = parse<Record<string, string>>(content, { columns: true });
        expect(rows(content)).toEqual(wanted);
      }),
    );
  });
});

describe("a file", () => {
  const packed = gzipSync(`name,year\n${Array.from({ length: 999 }, (_, index) => `${Math.sin(index)},1`).join("\n")}`);

  it.each([
    ["a gzip that is cut off", packed.subarray(0, 3000), "t.csv.gz is damaged: its gzip is cut off"],
    [
      "a gzip with a wrong byte",
      Buffer.concat([packed.subarray(0, 3000), Buffer.alloc(99), packed.subarray(3099)]),
      "t.csv.gz is damaged: its gzip cannot be unpacked (",
    ],
    ["no gzip", Buffer.from("name,year\nA,1900\n"), "t.csv.gz is no gzip, whatever its name says"],
  ])("named .gz that is %s is refused with its name", (_, bytes, complaint) => {
    expect(() => rows(bytes, "t.csv.gz")).toThrow(complaint);
  });
});
