import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../load-dataset.ts";

beforeAll(loadDataset);

const cited = {
  memberships: "membership_id",
  alliance_statuses: "alliance_status_id",
  obligations: "obligation_id",
  offices: "office_id",
  events: "event_id",
  statements: "statement_id",
};

describe("every fact of the data set", () => {
  it.each(Object.entries(cited))("in %s has a citation", async (table, column) => {
    const { results } = await env.DB.prepare(
      `select key from ${table} where id not in (select ${column} from citations where ${column} is not null)`,
    ).all();
    expect(results).toEqual([]);
    expect(await env.DB.prepare(`select count(*) as n from ${table}`).first("n")).toBeGreaterThan(0);
  });

  it("that the seed article bears out has its words and where they stand", async () => {
    const { results } = await env.DB.prepare(
      `select c.* from citations c join articles a on a.id = c.article_id
       where a.slug = 'china-responds-nato-in-asia' and (c.exact is null or c.start is null or c.prefix is null or c.suffix is null)`,
    ).all();
    expect(results).toEqual([]);
  });
});
