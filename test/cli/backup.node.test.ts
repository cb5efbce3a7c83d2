import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBackup, writeBackup } from "../../cli/backup/backup-file.ts";
import { BackupError, LineSum } from "../../cli/backup/backup-line.ts";
import { backupLines } from "../../cli/backup/read-database.ts";
import { restore } from "../../cli/backup/restore-database.ts";
import { tableDigests } from "../../cli/backup/table-digest.ts";
import { restoreInto } from "../../cli/command/restore.ts";
import { drillSource } from "../../cli/drill/import-source.ts";
import { loadDatasetInto } from "../../cli/command/load.ts";
import { withLocalDatabase } from "../../cli/local/local-database.ts";
import { migrate } from "../../cli/local/migrate.ts";
import { countStale } from "../../drizzle/search/mend.ts";
import { textIndexes } from "../../drizzle/search/index-name.ts";
import { applyChangeset } from "../../src/changes/apply.ts";
import { revise } from "../../src/changes/write/revision.ts";
import { copyMigrated } from "../prepared/prepared.ts";

/** What a migration may bring: a table kept by a trigger, as a history is, and a trigger that refuses what is written otherwise. */
const kept = [
  "CREATE TABLE drill_log (actor_id INTEGER, at TEXT DEFAULT '', said TEXT, PRIMARY KEY (actor_id, at)) STRICT, WITHOUT ROWID",
  `CREATE TRIGGER drill_logged AFTER INSERT ON actors BEGIN
    INSERT INTO drill_log (actor_id, said) VALUES (new.id, new.name);
    UPDATE drill_log SET said = said || ' ' || (SELECT count(*) FROM drill_log) WHERE actor_id = new.id;
  END`,
];
const guard =
  "CREATE TRIGGER drill_guarded BEFORE INSERT ON memberships BEGIN SELECT RAISE(ABORT, 'no revision is open'); END";

let folder: string;
let backup: string;
/** Of the database that was backed up. Each opening of a database takes its time: a test looks at one as long as it has it. */
let original: State;
let lineage: string | null;
const at = (name: string) => join(folder, name);
const on = <T>(name: string, use: (d1: D1Database) => Promise<T>) => withLocalDatabase(at(name), use);
const prepareIn = (d1: D1Database, statements: readonly string[]) => d1.batch(statements.map((sql) => d1.prepare(sql)));

const lineageOf = (d1: D1Database) => d1.prepare("SELECT lineage FROM lineages").first<string>("lineage");

interface State {
  digests: Record<string, string>;
  schema: unknown[];
  indexes: string[];
}

const digestOf = (rows: readonly unknown[]) =>
  `${rows.length} rows ${createHash("sha256").update(JSON.stringify(rows)).digest("hex")}`;

/** Every row of every table, every object of the schema, and every word of the full-text indexes. */
async function stateOf(d1: D1Database): Promise<State> {
  const words = textIndexes.map((name) => [
    `CREATE VIRTUAL TABLE drill_words USING fts5vocab('${name}', 'instance')`,
    "SELECT * FROM drill_words ORDER BY term, doc, col, offset",
    "DROP TABLE drill_words",
  ]);
  const schema = await d1.prepare("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").all();
  return {
    digests: await tableDigests(d1),
    schema: schema.results,
    // As texts: to compare so many objects takes longer than all else.
    indexes: (await prepareIn(d1, words.flat())).map(({ results }) => digestOf(results)),
  };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-backup-"));
  backup = at("backup.gz");
  await copyMigrated(at("migrated"));
  await on("migrated", (d1) => prepareIn(d1, kept));
  cpSync(at("migrated"), at("original"), { recursive: true });
  await on("migrated", (d1) => prepareIn(d1, [guard]));
  await on("original", async (d1) => {
    await loadDatasetInto(d1);
    const json = {
      ...drillSource(700),
      actors: [...drillSource(700).actors, { slug: "unsaid", type: "STATE", name: 'A "\\ \u2028 𝄞' }],
    };
    await applyChangeset(d1, [{ file: "", json }], { author: "test", reason: "drill", now: "2026-11-24T00:00:00Z" });
    await prepareIn(d1, [guard]);
    // Each refers to one that comes later.
    await revise(d1, { at: "2026-11-24T00:00:00Z", author: "test", reason: "drill" }, [
      "UPDATE actors SET parent_id = (SELECT max(id) FROM actors) WHERE id < 5",
    ]);
    await writeBackup(backup, backupLines(d1));
    original = await stateOf(d1);
    lineage = await lineageOf(d1);
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function empty(name: string): void {
  cpSync(at("migrated"), at(name), { recursive: true });
}

describe("a database that is restored from a backup", () => {
  it("has all rows, all triggers and all words of the original, and nothing twice", async () => {
    empty("restored");
    await on("restored", async (d1) => {
      const { rows } = await restore(d1, backup, { replace: false });
      const restored = await stateOf(d1);
      expect(restored.digests).toEqual(original.digests);
      expect(restored.schema).toEqual(original.schema);
      expect(restored.indexes).toEqual(original.indexes);
      expect(original.digests["drill_log"]).toMatch(/^8\d\d rows /);
      expect(Object.values(original.digests).reduce((sum, digest) => sum + parseInt(digest), 0)).toBe(rows);
    });
  });

  it("makes the same backup, of another lineage", async () => {
    const linesOf = (path: string) => gunzipSync(readFileSync(path)).toString("utf8").split("\n");
    await on("restored", (d1) => writeBackup(at("again.gz"), backupLines(d1)));
    const [{ header }, { header: again }] = [await checkBackup(backup), await checkBackup(at("again.gz"))];
    expect(linesOf(at("again.gz")).slice(1, -2)).toEqual(linesOf(backup).slice(1, -2));
    expect(again).toEqual({ ...header, lineage: expect.stringMatching(/^[\da-f]{24}$/) as string });
    expect(again.lineage).not.toBe(header.lineage);
    expect(lineage).toBe(header.lineage);
  });
});

describe("a small database that is restored", () => {
  let stale: number | "all";
  let own: string | null;
  beforeAll(async () => {
    empty("small");
    await on("small", async (d1) => {
      await revise(d1, { at: "2026-11-24T00:00:00Z", author: "test", reason: "drill" }, [
        "INSERT INTO actors (slug, type, name) VALUES ('x', 'STATE', 'Zweidrittelwort')",
      ]);
      await writeBackup(at("small.gz"), backupLines(d1));
      [stale, own] = [await countStale(d1), await lineageOf(d1)];
    });
  });

  it("finds texts that were stale when it was backed up, and has a new lineage each time", async () => {
    empty("found");
    expect(stale).toBe(1);
    const lineages = await on("found", async (d1) => {
      await restore(d1, at("small.gz"), { replace: false });
      const first = await lineageOf(d1);
      expect(await countStale(d1)).toBe(0);
      const found = "SELECT count(*) AS n FROM name_terms WHERE name_terms MATCH 'zweidrittelwort'";
      expect(await d1.prepare(found).first("n")).toBe(1);
      await restore(d1, at("small.gz"), { replace: true });
      return [first, await lineageOf(d1)];
    });
    expect(new Set([...lineages, own]).size).toBe(3);
  });

  it("is known to be half restored where that broke off, before its rows were written or after, by all but a restore", async () => {
    empty("half");
    // The first looks at the tables, the second empties them, the third fills them.
    for (const done of [2, 3]) {
      await on("half", async (d1) => {
        let batches = 0;
        const batch: D1Database["batch"] = (statements) =>
          (batches += 1) > done ? Promise.reject(new Error("the disk is full")) : d1.batch(statements);
        const failing = { prepare: (sql: string) => d1.prepare(sql), batch } as D1Database;
        await expect(restore(failing, at("small.gz"), { replace: true })).rejects.toThrow("the disk is full");
        const isFilled = (await d1.prepare("SELECT 1 FROM actors").first()) !== null;
        expect([isFilled, await lineageOf(d1)]).toEqual([done === 3, null]);
      });
      await expect(migrate(at("half"))).rejects.toThrow("the database is half restored: ");
    }
    await restoreInto(at("half"), at("small.gz"), true);
    await migrate(at("half"));
  });

  it("has none of the answers that were kept on this machine", async () => {
    mkdirSync(at("small/v3/cache/default"), { recursive: true });
    writeFileSync(at("small/v3/cache/default/answer"), "of the lost revision 3");
    await restoreInto(at("small"), at("small.gz"), true);
    expect(existsSync(at("small/v3/cache"))).toBe(false);
    expect(existsSync(at("small/v3/d1"))).toBe(true);
  });
});

describe("a backup file", () => {
  const text = () => gunzipSync(readFileSync(backup)).toString("utf8");
  const lines = () => text().trimEnd().split("\n");
  const gzipped = (content: string) => gzipSync(content);

  it.each<[string, () => Buffer, RegExp]>([
    ["a letter was changed", () => gzipped(text().replace("Japan", "Nippo")), /damaged: its checksum is another$/],
    ["a row was lost", () => gzipped(lines().toSpliced(5, 1).join("\n") + "\n"), /damaged: its checksum is another$/],
    [
      "the end was lost",
      () => gzipped(lines().slice(0, -1).join("\n") + "\n"),
      /damaged: it ends too early, after line \d+$/,
    ],
    ["something was added", () => gzipped(`${text()}[1]\n`), /damaged: it goes on after its end, in line \d+$/],
    [
      "half of it was lost",
      () => readFileSync(backup).subarray(0, 5000),
      /damaged, or no backup: unexpected end of file$/,
    ],
    [
      "a byte was changed",
      () => Buffer.from(readFileSync(backup).map((byte, place) => (place === 4000 ? byte ^ 255 : byte))),
      /damaged/,
    ],
    ["it is no gzip", () => Buffer.from("actors"), /damaged, or no backup: incorrect header check$/],
    ["it is another's", () => gzipped('{"some":"thing"}\n'), /is no backup of Entente$/],
    ["it is JSON and no line of one", () => gzipped("[1]\n[2]\n"), /damaged: line 1 has not the columns|no backup/],
    ["a line is none", () => gzipped(lines().toSpliced(3, 0, "{").join("\n")), /damaged: line 4 is none of a backup$/],
    ["a row lacks a cell", () => gzipped(lines().toSpliced(3, 0, "[1]").join("\n")), /line 4 has not the columns of/],
    [
      "it has two headers",
      () => gzipped(lines().toSpliced(3, 0, lines()[0]!).join("\n")),
      /line 4 is a second header$/,
    ],
    ["a line is longer than any", () => gzipped(`["${"a".repeat(2 ** 24)}"]\n`), /line 1 has more than 16 MiB$/],
    ["its header has no version", () => gzipped('{"backup":"entente"}\n'), /damaged: its header has no version$/],
    ["it is of a later time", () => gzipped('{"backup":"entente","version":2}\n'), /of a newer version of Entente$/],
    ["it is empty", () => gzipped(""), /is empty$/],
  ])("is refused where %s", async (_, content, complaint) => {
    const path = at("damaged.gz");
    writeFileSync(path, content());
    await expect(checkBackup(path)).rejects.toThrow(complaint);
    await expect(checkBackup(path)).rejects.toThrow(BackupError);
  });

  it("is refused where a line is no UTF-8, and where it is a folder", async () => {
    const header = JSON.stringify({ backup: "entente", version: 1, revision: 1, migrations: [] });
    writeFileSync(at("latin.gz"), gzipSync(Buffer.from(`${header}\n["C\xF4te"]\n`, "latin1")));
    await expect(checkBackup(at("latin.gz"))).rejects.toThrow("latin.gz is damaged: line 2 is not UTF-8");
    await expect(checkBackup(folder)).rejects.toThrow(`${folder} is a folder`);
  });

  it("is refused where somebody has made one with a table more, or a table twice, and nothing is written", async () => {
    empty("made");
    await on("made", async (d1) => {
      const before = await lineageOf(d1);
      const made: [string[], RegExp][] = [
        [['{"table":"x\\" SELECT","columns":["a"]}'], /has a table x" SELECT, which is not here$/],
        [[lines()[1]!], /has a table twice$/],
      ];
      for (const [more, complaint] of made) {
        const sum = new LineSum();
        const all = [...lines().slice(0, -1), ...more];
        for (const line of all) sum.addText(`${line}\n`, line.startsWith("["));
        writeFileSync(at("made.gz"), gzipped([...all, JSON.stringify(sum.end()), ""].join("\n")));
        await expect(restore(d1, at("made.gz"), { replace: true })).rejects.toThrow(complaint);
        expect(await lineageOf(d1)).toBe(before);
      }
    });
  });

  it("is refused in the same words whatever its folder is called", async () => {
    empty("named");
    for (const name of ["disk", "database disk image is malformed"]) {
      mkdirSync(at(name));
      const path = join(at(name), "damaged.gz");
      writeFileSync(path, gzipped(""));
      await expect(restoreInto(at("named"), path, true)).rejects.toThrow(`${path} is empty`);
      await expect(restoreInto(at("named"), `${path}.not`, true)).rejects.toThrow("no such file");
    }
  });

  it("is refused where there is none", async () => {
    await expect(checkBackup(at("nowhere.gz"))).rejects.toThrow("no such file");
  });

  it("is refused by a database of other migrations, which stays as it is", async () => {
    empty("other");
    await on("other", async (d1) => {
      await d1.prepare("INSERT INTO d1_migrations (name) VALUES ('29991231_later/migration.sql')").run();
      await expect(restore(d1, backup, { replace: true })).rejects.toThrow("is of before 29991231_later/migration.sql");
      await d1.prepare("DELETE FROM d1_migrations WHERE id > 1").run();
      await expect(restore(d1, backup, { replace: true })).rejects.toThrow("needs migrations that are not here: ");
      expect(await d1.prepare("SELECT count(*) AS n FROM actors").first("n")).toBe(0);
    });
  });

  it("leaves nothing of itself where it cannot be written to its end", async () => {
    async function* broken() {
      yield "{}\n";
      throw new Error("gone");
    }
    await expect(writeBackup(at("never.gz"), broken())).rejects.toThrow("gone");
    expect(() => readFileSync(at("never.gz"))).toThrow("no such file");
    expect(() => readFileSync(at("never.gz.partial"))).toThrow("no such file");
  });
});
