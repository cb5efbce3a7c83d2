import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { textIndexes } from "../../drizzle/search/index-name.ts";
import { creatingIndexes } from "../../drizzle/search/index-table.ts";
import { searchTriggers } from "../../drizzle/search/trigger.ts";

const madeAs = (name: string) =>
  env.DB.prepare("SELECT sql FROM sqlite_master WHERE name = ?").bind(name).first<string>("sql");

it("the triggers of the migrations are those that follow from what is indexed", async () => {
  const triggers = searchTriggers();
  expect(triggers.length).toBeGreaterThan(10);
  for (const { name, sql } of triggers) expect(await madeAs(name)).toBe(sql);
});

it("no other trigger of the migrations writes an index, or marks an entry", async () => {
  const { results } = await env.DB.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all<{
    name: string;
    sql: string;
  }>();
  const told = new Set(searchTriggers().map(({ name }) => name));
  const others = results.filter(({ name }) => !told.has(name));
  const writing = new RegExp(
    ["search_index", "name_words", "name_trigrams", "stale_entries", ...textIndexes].join("|"),
  );
  expect(others.filter(({ sql }) => writing.test(sql))).toEqual([]);
});

it("the indexes of the migrations are made as the code has them, and none is left of those before", async () => {
  const plain = (sql: string | null) => sql?.replace("IF NOT EXISTS ", "");
  const made = await Promise.all(textIndexes.map(madeAs));
  expect(made.map(plain)).toEqual(creatingIndexes.map(plain));
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE sql LIKE 'create virtual%' ORDER BY name",
  ).all<{ name: string }>();
  expect(results.map(({ name }) => name)).toEqual(textIndexes.toSorted());
});
