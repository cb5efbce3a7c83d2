import { env } from "cloudflare:workers";
import { SQLiteDialect } from "drizzle-orm/sqlite-core/dialect";
import { describe, expect, it } from "vitest";
import { views } from "../../drizzle/views/index.ts";

const dialect = new SQLiteDialect();

describe("the migrated database", () => {
  it.each(Object.entries(views))("has the view %s as the code has it", async (name, query) => {
    const created = await env.DB.prepare("select sql from sqlite_master where type = 'view' and name = ?")
      .bind(name)
      .first("sql");
    expect(created).toBe(`CREATE VIEW ${name} AS ${dialect.sqlToQuery(query()).sql}`);
  });

  it("has strict tables only", async () => {
    const { results } = await env.DB.prepare(
      "select name, strict from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' and name not like '_cf_%' and name not like 'd1_%'",
    ).all<{ name: string; strict: number }>();
    expect(results.filter(({ strict }) => strict === 0)).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(14);
  });
});
