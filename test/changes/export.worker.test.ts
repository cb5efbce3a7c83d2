import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { allOf, exportSource } from "../export-source.ts";
import { csvFiles } from "../../cli/export/csv.ts";
import { graphmlFiles } from "../../cli/export/graphml.ts";
import { ndjsonFiles } from "../../cli/export/ndjson.ts";
import { exported, ExportOutdated } from "../../src/changes/export.ts";
import { fetchNoting } from "../ask.ts";
import { run } from "../revise.ts";
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
  for await (const page of (await exportSource()).entries("actors")) {
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
  const pages = statements.filter((sql) => sql.includes(" as json"));
  expect(pages).toHaveLength(noun === "actors" ? 3 : 1);
  const [sql = ""] = pages;
  const values = Array.from(new Set(sql.match(/\?\d+/g)), () => 1);
  const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...values)
    .all<Step>();
  expect(results.length).toBeGreaterThan(0);
  expect(faultsOf(results, aliasesIn(sql)).filter((fault) => !MEMBERS.test(fault))).toEqual([]);
});

test("a page says itself of which revision it is, and only one without an entry asks for that", async () => {
  const of = async (noun: string) => {
    const { response, statements } = await fetchNoting(new Request(`http://localhost/export/${noun}.ndjson`));
    await response.arrayBuffer();
    return statements.length;
  };
  expect([await of("actors"), await of("events")]).toEqual([4, 3]);
});

const files = { ...ndjsonFiles, ...csvFiles, ...graphmlFiles };

test.each(["actors.ndjson", "actors.csv", "network.graphml"])(
  "%s is of one revision to its end, whatever is written",
  async (name) => {
    const whole = async (revision?: number) => allOf(files[name]!(await exportSource(revision)));
    const source = await exportSource();
    const before = await whole();
    let text = "";
    let writes = 0;
    for await (const part of files[name]!(source)) {
      text += part;
      writes += 1;
      await say({
        actors: [
          { slug: "state-999", type: "STATE", name: `Changed ${name} ${writes}` },
          { slug: `state-999-${writes}${name.replace(".", "-")}`, type: "STATE", name: "Entered meanwhile" },
        ],
      });
    }
    expect(writes).toBeGreaterThan(2);
    expect(text).toBe(before);
    expect(await whole(source.revision)).toBe(before);
    expect(await whole()).not.toBe(before);
  },
);

test("what is restored while it is exported is not passed off as whole", async () => {
  const lines = (await exportSource()).lines("actors");
  await lines.next();
  await env.DB.prepare("update lineages set lineage = lower(hex(randomblob(12)))").run();
  await expect(allOf(lines)).rejects.toThrow(ExportOutdated);
});

test("an entry is one line, whatever its reader takes for the end of one", async () => {
  const name = "one\u2028two\u2029three\u0085four";
  await run(`insert into actors (slug, type, name) values ('a-line', 'STATE', '${name}')`);
  const line = (await allOf((await exportSource()).lines("actors"))).split("\n")[0]!;
  expect(line).toContain("one\\u2028two\\u2029three\\u0085four");
  expect(JSON.parse(line)).toMatchObject({ slug: "a-line", name });
});
