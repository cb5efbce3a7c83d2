import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connect } from "../../drizzle/client/database.ts";
import { numberParameters } from "../../drizzle/query/number-parameters.ts";

describe("numbered parameters", () => {
  it("give equal values one number and leave quoted question marks alone", () => {
    expect(numberParameters(`select ?, '?', "?", ?, ?`, ["a", "b", "a"])).toEqual({
      text: `select ?1, '?', "?", ?2, ?1`,
      values: ["a", "b"],
      isPacked: false,
    });
  });

  it("are none for a limit, which SQLite is to know when it plans", () => {
    expect(numberParameters("select ? limit ?", [1, 1])).toMatchObject({ text: "select ?1 limit 1", values: [1] });
    expect(numberParameters("select 'limit ' || ? limit ?", ["a", "1; --"]).values).toEqual(["a", "1; --"]);
  });

  it("tell values of different types apart", () => {
    expect(numberParameters("?, ?, ?", [1, "1", null]).values).toEqual([1, "1", null]);
  });

  it("let a statement have more values than D1 binds, equal and distinct ones", async () => {
    for (const distinct of [7, 300]) {
      const list = sql.join(
        Array.from({ length: 300 }, (_, index) => sql`${`value ${index % distinct}`}`),
        sql`, `,
      );
      const [row] = await connect(env.DB).all<object>(
        sql`select ${"value 6"} in (${list}) as has, ${`value ${distinct}`} in (${list}) as lacks`,
      );
      expect(row).toEqual({ has: 1, lacks: 0 });
    }
  });

  it("mean what the unnumbered ones did", async () => {
    const value = fc.oneof(
      fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0")),
      fc.integer(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 150 }), async (values) => {
        const rows = `select json_group_array(column1) as list from (values ${values.map(() => "(?)").join(", ")})`;
        const numbered = numberParameters(rows, values);
        expect(numbered.values.length).toBeLessThanOrEqual(100);
        const list = await env.DB.prepare(numbered.text)
          .bind(...numbered.values)
          .first<string>("list");
        expect(JSON.parse(list ?? "")).toEqual(values);
      }),
      { numRuns: 40 },
    );
  });
});
