import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { generateRows } from "../../cli/local/generated/rows.ts";
import { loadDataset } from "../load-dataset.ts";
import { type Noted, statementsOf } from "./noted-statements.ts";
import { aliasesIn, faultsOf, type Step } from "./query-plan.ts";

const questions = import.meta.glob<string>("../queries/*.graphql", { query: "?raw", import: "default", eager: true });
const variables = import.meta.glob<Record<string, unknown>>("../queries/*.variables.json", {
  import: "default",
  eager: true,
});

/** What a plan may do though it looks like work that grows, in which queries, and why it may. */
const allowed: { step: RegExp; query?: string; reason: string }[] = [
  {
    step: /ORDER BY: SEARCH mine USING INDEX memberships_actor(?:_alliance)? \(actor_id=\?/,
    reason: "sorts one actor's partnerships by the partner's name: a state is in some hundred alliances at most",
  },
  {
    step: /ORDER BY: SEARCH \w+ USING (?:COVERING )?INDEX memberships_alliance \(alliance_id=\?/,
    reason: "sorts the members of one alliance by name: they are not many more than there are states",
  },
  {
    step: /ORDER BY: SEARCH part USING COVERING INDEX event_participants_actor \(actor_id=\?/,
    reason: "sorts one actor's events by date, which stands in another table",
  },
  {
    step: /ORDER BY: SEARCH citation USING INDEX citations_article \(article_id=\?/,
    reason: "sorts the events that one article bears out: it bears out some dozen facts",
  },
  {
    query: "actors-by-filter",
    step: /ORDER BY: SEARCH d0 USING INDEX actors_country_name \(country_id=\?/,
    reason: "asks for several countries: each is read in order, and only together are they sorted",
  },
  {
    query: "articles-by-filter",
    step: /ORDER BY: SEARCH d0 USING INDEX articles_publisher \(publisher_id=\?/,
    reason: "asks for several publishers, likewise",
  },
  {
    query: "statements-by-filter",
    step: /ORDER BY: SEARCH d0 USING INDEX statements_article_said \(article_id=\?/,
    reason: "asks for all articles of a publisher, likewise",
  },
  {
    step: /^USE TEMP B-TREE FOR (?:GROUP BY|count\(DISTINCT\)): SEARCH (?:mine|theirs) USING INDEX memberships_/,
    reason: "groups the memberships of an actor's alliances by alliance and by partner: as many as take part in them",
  },
  {
    query: "disagreements",
    step: /^SCAN (?:lead|claim) \(memberships\)$|INDEX \(lead_id=\? AND sort=\?\)/,
    reason: "compares all memberships, statuses, offices and events with each other: they do not grow as statements do",
  },
  {
    step: /ORDER BY: SEARCH d1 USING (?:COVERING )?INDEX statement_targets_alliance_article \(alliance_id=\? AND article_id=\?/,
    reason: "sorts what a few articles say of one alliance, instead of looking for it among all that was said of it",
  },
];

let views = "";

beforeAll(async () => {
  await loadDataset();
  await generateRows(env.DB, { statements: 3000, seed: 1 });
  const { results } = await env.DB.prepare("select sql from sqlite_master where type = 'view'").all<{ sql: string }>();
  views = results.map(({ sql }) => sql).join("\n");
});

describe("the plan of each golden query, without statistics as in production", () => {
  for (const [file, question] of Object.entries(questions)) {
    it(`neither scans nor sorts a table that grows: ${file.slice("../queries/".length)}`, async () => {
      const noted = await statementsOf(question, variables[file.replace(".graphql", ".variables.json")]);
      expect(noted.length).toBeGreaterThan(0);
      const faults = (await Promise.all(noted.map(faultsOfStatement))).flat();
      expect(faults.filter((fault) => !isAllowed(fault, file))).toEqual([]);
    });
  }

  it("has no statistics", async () => {
    expect(await env.DB.prepare("select 1 from sqlite_master where name = 'sqlite_stat1'").first()).toBeNull();
  });
});

describe("a plan", () => {
  const faultsIn = (text: string) => faultsOfStatement({ text, values: [] });

  it("is refused where it scans", async () => {
    expect(await faultsIn("select * from statements where text like '%x%'")).toEqual(["SCAN statements (statements)"]);
    expect(await faultsIn("select * from actors as a, alliances where a.name like '%x'")).toHaveLength(1);
  });

  it("is refused where it counts all", async () => {
    expect(await faultsIn("select count(*) from citations")).toHaveLength(1);
  });

  it("is refused where it sorts what it has found", async () => {
    expect(await faultsIn("select * from statements where speaker_id = 1 order by text")).toHaveLength(1);
  });

  it("is accepted where it reads a page in the order of an index, or a table that does not grow", async () => {
    expect(await faultsIn("select * from statements order by said_earliest, ordinal limit 20")).toEqual([]);
    expect(await faultsIn("select * from alliances order by description")).toEqual([]);
  });
});

function isAllowed(fault: string, file: string): boolean {
  return allowed.some(({ step, query }) => step.test(fault) && (query === undefined || file.includes(`/${query}.`)));
}

async function faultsOfStatement({ text, values }: Noted): Promise<string[]> {
  const { results } = await env.DB.prepare(`explain query plan ${text}`)
    .bind(...values)
    .all<Step>();
  return faultsOf(results, aliasesIn(text, views));
}
