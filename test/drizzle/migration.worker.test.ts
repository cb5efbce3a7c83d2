import { env } from "cloudflare:workers";
import { expect, test } from "vitest";

async function tables() {
  const { results } = await env.DB.prepare("PRAGMA table_list").all<{ name: string; type: string; strict: number }>();
  return results.filter(({ name }) => !/^(sqlite_|_cf_|d1_)/.test(name));
}

test("makes the tables and the views of the database", async () => {
  const names = (await tables()).map(({ type, name }) => `${type} ${name}`);
  expect(names).toEqual(expect.arrayContaining(["table actors", "table memberships", "view partnerships"]));
});

test("makes every table strict", async () => {
  const lax = (await tables()).filter(({ type, strict }) => type === "table" && strict === 0);
  expect(lax.map(({ name }) => name)).toEqual([]);
});
