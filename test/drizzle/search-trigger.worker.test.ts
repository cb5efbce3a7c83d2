import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { fillingSearchIndex, searchTriggers } from "../../drizzle/search/trigger.ts";
import { loadDataset } from "../load-dataset.ts";

it("the triggers of the migrations are those that follow from what is indexed", async () => {
  const triggers = searchTriggers();
  expect(triggers.length).toBeGreaterThan(10);
  for (const { name, sql } of triggers) {
    const made = await env.DB.prepare("SELECT sql FROM sqlite_master WHERE name = ?").bind(name).first<string>("sql");
    expect(made).toBe(sql);
  }
});

it("to fill the index anew gives the rows that the triggers wrote", async () => {
  await loadDataset();
  const rows = () => env.DB.prepare("SELECT rowid, * FROM search_index ORDER BY rowid").all();
  const before = (await rows()).results;
  expect(before.length).toBeGreaterThan(100);
  await env.DB.batch(fillingSearchIndex().map((text) => env.DB.prepare(text)));
  expect((await rows()).results).toEqual(before);
});
