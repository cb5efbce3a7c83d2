import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { connect } from "../../drizzle/client/database.ts";
import { exported, exportEntries, exportLines, ExportOutdated } from "../../src/changes/export.ts";
import { fetchNoting } from "../ask.ts";
import { say } from "../say.ts";
import { aliasesIn, faultsOf, type Step } from "../drizzle/query-plan.ts";

const states = Array.from({ length: 1201 }, (_, index) => ({
  slug: `state-${index}`,
  type: "STATE",
  name: `State ${index}`,
}));
beforeAll(async () => {
  await say({ actors: states });
});

test("each entry comes once, across pages, in the order of its name's bytes", async () => {
  const slugs: string[] = [];
  for await (const page of exportEntries(connect(env.DB), "actors")) {
    expect(page.length).toBeLessThanOrEqual(500);
    slugs.push(...page.map(({ slug }) => slug));
  }
  expect(slugs).toEqual(states.map(({ slug }) => slug).toSorted());
});

/** The members of one alliance are sorted: they are not many more than there are states. */
const MEMBERS = /ORDER BY: SEARCH memberships USING INDEX memberships_alliance \(alliance_id=\?\)/;

test.each(exported)("a page of %s is one statement, which neither scans nor sorts what grows", async (noun) => {
  const { response, statements } = await fetchNoting(new Request(`http://localhost/export/${noun}.ndjson`));
  await response.arrayBuffer();
  const pages = statements.filter((sql) => !sql.includes('from "revisions"'));
  expect(pages).toHaveLength(noun === "actors" ? 3 : 1);
  const [sql = ""] = pages;
  const values = Array.from(new Set(sql.match(/\?\d+/g)), () => 1);
  const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...values)
    .all<Step>();
  expect(results.length).toBeGreaterThan(0);
  expect(faultsOf(results, aliasesIn(sql)).filter((fault) => !MEMBERS.test(fault))).toEqual([]);
});

test("what is changed while it is exported is not passed off as whole", async () => {
  const lines = exportLines(connect(env.DB), "actors");
  await lines.next();
  await say({ actors: [{ slug: "state-0", type: "STATE", name: "Changed" }] });
  await expect(async () => {
    for await (const _ of lines);
  }).rejects.toThrow(ExportOutdated);
});
