import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { addRoots } from "../connection/tied-rows.ts";
import { empty } from "../changes/database.ts";
import { loadDataset } from "../load-dataset.ts";
import { run } from "../revise.ts";

const KEPT = [
  ["statement_counts", "select speaker_id, form, count(*) as count from statements group by 1, 2"],
  ["mention_counts", "select actor_id, alliance_id, stance, count(*) as count from statement_targets group by 1, 2, 3"],
  [
    "speaker_mention_counts",
    "select actor_id, alliance_id, speaker_id, stance, count(*) as count from statement_targets group by 1, 2, 3, 4",
  ],
] as const;

const COUNTED = ["actors", "alliances", "articles", "statements", "memberships", "events", "citations"];

/** How the counts that are kept differ from those counted now; zeros are as if they were not there. */
async function differences(): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const [table, counted] of KEPT) {
    const columns = counted.slice("select ".length, counted.indexOf(", count(*)"));
    const kept = `select ${columns}, count from ${table} where count <> 0`;
    const { results } = await env.DB.prepare(
      `select * from (${kept} except ${counted}) union all select * from (${counted} except ${kept})`,
    ).all();
    found.push(...results);
  }
  for (const table of COUNTED) {
    const row = await env.DB.prepare(
      `select coalesce((select count from row_counts where name = '${table}'), 0) as kept, (select count(*) from ${table}) as counted`,
    ).first<{ kept: number; counted: number }>();
    if (row?.kept !== row?.counted) found.push({ table, ...row });
  }
  return found;
}

beforeAll(loadDataset);

it("agree with the rows after the data set is loaded", async () => {
  expect(await differences()).toEqual([]);
  const { results } = await env.DB.prepare("select count(*) as count from statement_counts").all();
  expect(results).not.toEqual([{ count: 0 }]);
});

/** One change of one row, each of a kind that a change set, a merge or an import may make. */
const change = fc.oneof(
  fc.record({
    sort: fc.constant("add" as const),
    speaker: fc.integer({ min: 1, max: 3 }),
    form: fc.constantFrom("QUOTE", "PARAPHRASE"),
    actor: fc.option(fc.integer({ min: 1, max: 3 })),
    stance: fc.constantFrom("SUPPORTIVE", "CRITICAL", "NEUTRAL"),
  }),
  fc.record({ sort: fc.constant("remove" as const), row: fc.nat({ max: 20 }) }),
  fc.record({
    sort: fc.constant("revise" as const),
    row: fc.nat({ max: 20 }),
    speaker: fc.integer({ min: 1, max: 3 }),
    form: fc.constantFrom("QUOTE", "PARAPHRASE"),
    stance: fc.constantFrom("SUPPORTIVE", "CRITICAL", "NEUTRAL"),
  }),
  fc.record({ sort: fc.constant("turn" as const), row: fc.nat({ max: 20 }) }),
);

type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function statementsFor(made: Change, id: number): string[] {
  switch (made.sort) {
    case "add":
      return [
        `insert into statements (id, key, form, text, language, speaker_id, said_earliest, said_latest, article_id)
          values (${id}, 'k${id}', '${made.form}', 'x', 'en', ${made.speaker}, '2000-01-01', '2000-01-01', 1)`,
        `insert into statement_targets (statement_id, actor_id, alliance_id, stance, speaker_id, article_id, said_earliest)
          values (${id}, ${made.actor ?? "null"}, ${made.actor === null ? 1 : "null"}, '${made.stance}', ${made.speaker}, 1, '2000-01-01')`,
      ];
    case "remove":
      return [
        `delete from statement_targets where statement_id = ${made.row}`,
        `delete from statements where id = ${made.row}`,
      ];
    case "revise":
      return [
        `update statements set speaker_id = ${made.speaker}, form = '${made.form}' where id = ${made.row}`,
        `update statement_targets set speaker_id = ${made.speaker}, stance = '${made.stance}' where statement_id = ${made.row}`,
      ];
    case "turn":
      return [
        `update statement_targets set actor_id = case when actor_id is null then 2 end,
          alliance_id = case when actor_id is null then null else 1 end where statement_id = ${made.row}`,
      ];
  }
}

it("agree with the rows after any changes of rows", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
      await empty();
      await addRoots();
      const texts = changes.flatMap((made, place) => statementsFor(made, place + 1));
      await run(...texts);
      expect(await differences()).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
