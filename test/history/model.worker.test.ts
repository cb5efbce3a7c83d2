import { env } from "cloudflare:workers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { historyOf, liveTables, nounTables } from "../../drizzle/history/live-table.ts";
import { pin } from "../../drizzle/query/time-travel.ts";
import { applyChangeset } from "../../src/changes/apply.ts";
import { ask } from "../ask.ts";
import { contents, empty } from "../changes/database.ts";
import { raa } from "../changes/raa.ts";
import { run } from "../revise.ts";
import { randomChange, randomNumbers } from "./random-change.ts";

type Rows = Record<string, Record<string, unknown>[]>;

const QUESTION = `{
  actors(first: 25) { totalCount nodes { slug name aliases { name }
    memberships(ever: true) { nodes { role period { from } alliance { name } citations { exact } } }
    partners { totalCount nodes { slug } } statements { totalCount nodes { text } } } }
  alliances(first: 50) { nodes { slug status { code } members { totalCount } } }
  statements(first: 50) { totalCount nodes { text speaker { slug } targets { stance } } }
  disagreements { totalCount }
  dataset { revision counts { actors citations } }
}`;

const answered = async (revision?: number) => JSON.stringify(await dataOf(revision));
const dataOf = async (revision?: number) => {
  const { data, errors } = await ask(QUESTION, {}, revision);
  expect(errors).toBeUndefined();
  return data;
};

const tableRows = async (revision?: number): Promise<Rows> => {
  const names = liveTables.map(({ name }) => name);
  const results = await env.DB.batch<Record<string, unknown>>(
    names.map((name) => {
      const text = `select * from ${name} order by id`;
      return env.DB.prepare(revision === undefined ? text : pin(text, revision));
    }),
  );
  return Object.fromEntries(names.map((name, index) => [name, results[index]!.results]));
};

/** One revision: a change set, or random changes by SQL. */
async function revise(step: Step): Promise<void> {
  if ("seed" in step) {
    const random = randomNumbers(step.seed);
    const changes: string[] = [];
    for (let n = 0; n < step.count; n++) changes.push(await randomChange(random));
    await run(...changes);
    return;
  }
  await applyChangeset(env.DB, [{ file: "raa.json", json: changed(step.name, step.from) }], {
    author: "model",
    reason: "to see",
    now: "2026-11-24T00:00:00.000Z",
  });
}

function changed(name: string, from: string) {
  const document = raa();
  document.actors[0]!.name = name;
  document.alliances[0]!.memberships[0]!.from = from;
  return document;
}

type Step = { seed: number; count: number } | { name: string; from: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ seed: fc.nat(), count: fc.integer({ min: 1, max: 6 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      name: fc.constantFrom("Japan", "Nippon", "Nihon"),
      from: fc.constantFrom("2022-01-06", "2022-01", "2021"),
    }),
  },
);

/** What the difference between two states says of each noun's rows, as `changes` has it. */
function changesBetween(before: Rows, after: Rows): Map<string, string> {
  const told = new Map<string, string>();
  for (const { name } of nounTables) {
    const [old, young] = [idsOf(before[name]!), idsOf(after[name]!)];
    for (const id of young.keys()) if (!old.has(id)) told.set(`${name} ${id}`, "CREATED");
    for (const id of old.keys()) if (!young.has(id)) told.set(`${name} ${id}`, "RETRACTED");
    for (const [id, row] of young) if (old.has(id) && old.get(id) !== row) told.set(`${name} ${id}`, "UPDATED");
  }
  for (const { name, owners } of liveTables) {
    const [old, young] = [idsOf(before[name]!), idsOf(after[name]!)];
    const ids = new Set([...old.keys(), ...young.keys()]);
    for (const id of ids) {
      if (old.get(id) === young.get(id)) continue;
      for (const row of [old.get(id), young.get(id)]) {
        if (row === undefined) continue;
        const cells = JSON.parse(row) as Record<string, unknown>;
        for (const { column, noun } of owners) {
          const key = `${noun} ${String(cells[column])}`;
          if (cells[column] !== null && !told.has(key)) told.set(key, "UPDATED");
        }
      }
    }
  }
  return told;
}

function idsOf(rows: Record<string, unknown>[]): Map<number, string> {
  return new Map(rows.map((row) => [Number(row["id"]), JSON.stringify(row)]));
}

describe("whatever revisions there are", () => {
  it("each is answered for ever as it was when it was made, and told of as what it changed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        await empty();
        const recorded: { answer: string; rows: Rows }[] = [];
        const record = async () => recorded.push({ answer: await answered(), rows: await tableRows() });
        await revise({ name: "Japan", from: "2022-01-06" });
        await record();
        for (const one of steps) {
          await revise(one);
          const { revisions } = await contents();
          if (revisions!.length > recorded.length) await record();
        }

        for (const [index, { answer, rows }] of recorded.entries()) {
          const revision = index + 1;
          expect(await answered(revision)).toBe(answer);
          expect(await tableRows(revision)).toEqual(rows);
          const before = recorded[index - 1]?.rows ?? Object.fromEntries(liveTables.map(({ name }) => [name, []]));
          const { results } = await env.DB.prepare("select noun, node_id as id, action from changes where revision = ?")
            .bind(revision)
            .all<{ noun: string; id: number; action: string }>();
          const told = new Map(results.map(({ noun, id, action }) => [`${noun} ${id}`, action]));
          const expected = changesBetween(before, rows);
          // What was changed and changed back is told of as an update.
          for (const [key, action] of told) if (action === "UPDATED" && !expected.has(key)) told.delete(key);
          expect(new Map([...told].toSorted(byKey))).toEqual(new Map([...expected].toSorted(byKey)));
        }
        await oneRowEach();
      }),
      { numRuns: Number(import.meta.env["VITE_HISTORY_RUNS"] ?? 12) },
    );
  }, 300_000);
});

function byKey([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : 1;
}

/** No two versions of a row overlap, and none is of no revision. */
async function oneRowEach(): Promise<void> {
  const results = await env.DB.batch(
    liveTables.map(({ name }) =>
      env.DB.prepare(
        `select * from ${historyOf(name)} as a where to_revision <= from_revision or exists (select 1 from ${historyOf(name)} as b where b.id = a.id and b.from_revision > a.from_revision and (a.to_revision is null or b.from_revision < a.to_revision))`,
      ),
    ),
  );
  expect(results.flatMap(({ results: rows }) => rows)).toEqual([]);
}
