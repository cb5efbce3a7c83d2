import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { pin, pinned } from "../../drizzle/query/time-travel.ts";
import { textIndexes } from "../../drizzle/search/index-name.ts";
import { views } from "../../drizzle/views/index.ts";
import { loadDataset } from "../load-dataset.ts";
import { run } from "../revise.ts";

const read = async (text: string, revision?: number) =>
  (await env.DB.prepare(revision === undefined ? text : pin(text, revision)).all()).results;

beforeAll(async () => {
  await loadDataset();
});

describe("a pinned statement", () => {
  it("shadows only what it reads", () => {
    expect(pin("select 1", 3)).toBe("select 1");
    expect(pin("select name from actors", 3)).toMatch(
      /^with actors as not materialized \(select [^()]* from actors_history /,
    );
    expect(pin("select name from actors", 3)).not.toContain("memberships");
    expect(pin("select 'memberships' from actors", 3)).not.toContain("memberships_history");
  });

  it("shadows what a view reads, and what that reads in turn", () => {
    const text = pin("select * from partnerships", 3);
    for (const name of ["partnerships", "memberships", "alliances", "alliance_statuses"]) {
      expect(text).toContain(`${name} as not materialized`);
    }
  });

  it("stands before a WITH of its own", async () => {
    const plain = `with named as (select name from actors where slug = 'japan') select * from named`;
    const recursive = `with recursive counted(n) as (select 1 union all select n + 1 from counted where n < 3) select n, name from counted, actors where slug = 'japan'`;
    expect(await read(plain, 1)).toEqual([{ name: "Japan" }]);
    expect(await read(recursive, 1)).toHaveLength(3);
  });

  it("never writes, and never reads an index of the present", () => {
    expect(() => pin("delete from actors", 1)).toThrow("only reads");
    for (const index of textIndexes) expect(() => pin(`select * from ${index}`, 1)).toThrow(index);
  });

  it("reads every view as it was, with the parameters that it had", async () => {
    const names = Object.keys(views);
    const sorted = (name: string) => `select * from ${name} order by 1, 2, 3`;
    const before = await Promise.all(names.map((name) => read(sorted(name))));
    await run(
      "delete from citations where article_id = 1",
      "update memberships set rank = 'DEPRECATED' where id % 3 = 0",
      "update events set rank = 'DEPRECATED', title = 'x', kind = 'SUMMIT' where id % 2 = 0",
      "update actors set name = name || '!'",
      "update alliances set name = name || '!'",
    );
    const after = await Promise.all(names.map((name) => read(sorted(name), 1)));
    expect(after).toEqual(before);
    const now = await Promise.all(names.map((name) => read(sorted(name))));
    const unchanged = names.filter((_, index) => JSON.stringify(now[index]) === JSON.stringify(before[index]));
    expect(unchanged).toEqual([]);
    const bound = await pinned(env.DB, 1).prepare("select name from actors where slug = ?1").bind("japan").first();
    expect(bound).toEqual({ name: "Japan" });
  });

  it("is short enough for D1 with all there is", () => {
    expect(pin(`select ${Object.keys(views).join(", ")}`, 2 ** 50).length).toBeLessThan(50_000);
  });
});
