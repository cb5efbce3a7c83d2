import { env } from "cloudflare:workers";
import { beforeEach, expect, it } from "vitest";
import { countStale, markAll, mendPage } from "../../drizzle/search/mend.ts";
import { readEntryTexts } from "../../drizzle/search/read-entries.ts";
import { markingAllEntries } from "../../drizzle/search/text-version.ts";
import { searchTriggers } from "../../drizzle/search/trigger.ts";
import { indexStatements } from "../../drizzle/search/write-entries.ts";
import { revise } from "../../src/changes/write/revision.ts";
import { empty } from "../changes/database.ts";
import { indexState, staleCount } from "./index-state.ts";

const FIJI = 16 * 7001;
const TONGA = 16 * 7002;

const write = (...statements: readonly string[]) =>
  revise(env.DB, { at: "2026-11-24T00:00:00.000Z", author: "test", reason: "by SQL" }, statements);

const marks = () => env.DB.prepare("SELECT id, mark FROM stale_entries ORDER BY id").raw<[number, number]>();

/** The rows of the index of words that have a word. */
const rowsWith = async (word: string) =>
  (await env.DB.prepare("SELECT rowid FROM entry_words WHERE entry_words MATCH ?").bind(word).raw<[number]>()).flat();

beforeEach(async () => {
  await empty();
  await write(
    "INSERT INTO actors (id, slug, type, name) VALUES (7001, 'fiji', 'STATE', 'Fiji'), (7002, 'tonga', 'STATE', 'Tonga')",
  );
});

it("an entry that is marked again between the reading and the writing of its page stays stale, and as it was", async () => {
  const read = new Map(await marks());
  const texts = await readEntryTexts(env.DB, [...read.keys()]);
  await write("UPDATE actors SET name = 'Viti' WHERE id = 7001");
  expect(new Map(await marks()).get(FIJI)).toBeGreaterThan(read.get(FIJI)!);
  await env.DB.batch(indexStatements(env.DB, texts, read));
  expect((await marks()).map(([id]) => id)).toEqual([FIJI]);
  expect(await rowsWith("fiji")).toEqual([]);
  expect(await rowsWith("tonga")).toEqual([TONGA]);
  expect(await mendPage(env.DB)).toBe(1);
  expect(await rowsWith("viti")).toEqual([FIJI]);
  expect(await staleCount()).toBe(0);
});

it("an entry that another has folded meanwhile, and an entry that is gone meanwhile, are left alone", async () => {
  const read = new Map(await marks());
  const texts = await readEntryTexts(env.DB, [...read.keys()]);
  await write("UPDATE actors SET name = 'Viti' WHERE id = 7001", "DELETE FROM actors WHERE id = 7002");
  while ((await mendPage(env.DB)) > 0);
  const before = await indexState();
  await env.DB.batch(indexStatements(env.DB, texts, read));
  expect(await indexState()).toEqual(before);
  expect(await rowsWith("tonga OR fiji")).toEqual([]);
});

it("a page of entries whose rows are gone ends, and takes them out", async () => {
  while ((await mendPage(env.DB)) > 0);
  // As where a trigger was away.
  const trigger = searchTriggers().find(({ name }) => name === "actors_text_deleted")!;
  await env.DB.exec(`DROP TRIGGER ${trigger.name}`);
  await write("DELETE FROM actors WHERE id = 7001");
  await env.DB.batch([
    env.DB.prepare(trigger.sql),
    ...[0, 1, 2, 3, 4].map((kind) =>
      env.DB.prepare("INSERT INTO stale_entries (id, mark) VALUES (?, 1)").bind(FIJI + kind),
    ),
  ]);
  expect(await rowsWith("fiji")).toEqual([FIJI]);
  expect(await mendPage(env.DB, 3)).toBe(3);
  expect(await mendPage(env.DB, 3)).toBe(2);
  expect(await mendPage(env.DB, 3)).toBe(0);
  expect(await rowsWith("fiji")).toEqual([]);
  expect(await rowsWith("tonga")).toEqual([TONGA]);
});

it("marks count up, and those who mark all mark each that may be found", async () => {
  expect(await marks()).toEqual([
    [FIJI, 1],
    [TONGA, 1],
  ]);
  await env.DB.batch(markingAllEntries.map((sql) => env.DB.prepare(sql)));
  await markAll(env.DB);
  expect(await marks()).toEqual([
    [FIJI, 3],
    [TONGA, 3],
  ]);
  expect(await countStale(env.DB)).toBe(2);
});
