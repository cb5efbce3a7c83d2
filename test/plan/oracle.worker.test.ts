import { env } from "cloudflare:workers";
import * as fc from "fast-check";
import { execute, type ExecutionArgs, parse } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { Context } from "../../schema/context.ts";
import { schema } from "../../schema/index.ts";
import { planner } from "../../schema/plan/execute.ts";
import { ask, noting } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import { knownValues } from "../random/known-values.ts";
import { randomDocuments, type RandomRequest } from "../random/random-document.ts";

/** A Worker under test forgets nothing before its end: many thousands are asked in several runs, each with seeds of its own. */
const FIRST_SEED = Number(import.meta.env["VITE_PLANNED_SEED"] ?? 19020130);

beforeAll(loadDataset);

const DAYS = ["2022-05-07", "2023-12-01"] as const;

/** A request's own context, and the statements it takes. */
function contextNoting(statements: string[], today: string): Context {
  const d1 = noting(env.DB, statements);
  return new Context({ d1, revision: null, now: Date.parse(today), today: () => today, identity: null });
}

interface Outcome {
  answer: string | null;
  statements: string[];
}

async function outcomeOf(run: (context: Context) => unknown, today: string): Promise<Outcome> {
  const statements: string[] = [];
  const answer = await run(contextNoting(statements, today));
  return { answer: answer === null ? null : JSON.stringify(answer), statements };
}

/** Asks a planner, who plans what it sees again and keeps what it has built, again on another day, and the ordinary executor. */
async function compare({ answer }: ReturnType<typeof planner>, args: ExecutionArgs) {
  const [first, later] = DAYS;
  const ask = (today: string) => outcomeOf((contextValue) => answer({ ...args, contextValue }), today);
  await ask(first);
  await ask(first);
  const planned = await ask(later);
  const ordinary = await outcomeOf((contextValue) => execute({ ...args, contextValue }), later);
  return { planned, ordinary };
}

describe("an answer by a plan", () => {
  const golden = import.meta.glob<string>("../queries/*.graphql", { query: "?raw", import: "default", eager: true });
  const variables = import.meta.glob<object>("../queries/*.variables.json", { import: "default", eager: true });
  const plans = import.meta.glob<string>("../queries/*.plan", { query: "?raw", import: "default", eager: true });

  it.each(Object.keys(golden))(
    "is that of the executor, byte for byte and statement for statement: %s",
    async (file) => {
      const values = variables[file.replace(".graphql", ".variables.json")] ?? {};
      const args = { schema, document: parse(golden[file]!), variableValues: values as Record<string, unknown> };
      const { planned, ordinary } = await compare(planner(schema), args);
      const isPlanned = plans[file.replace(".graphql", ".plan")]!.startsWith("answered by a plan\n");
      expect(planned.answer).toBe(isPlanned ? ordinary.answer : null);
      expect(planned.statements).toHaveLength((isPlanned ? ordinary : planned).statements.length);
      // SQLite is to know a limit when it plans.
      expect(planned.statements.join(";\n")).not.toMatch(/\blimit (\?|json_extract)/i);
    },
  );

  it.each([
    '{ alliance(slug: "aukus") { __typename } }',
    '{ alliance(slug: "aukus") { statuses { __typename } memberships(first: 2) { nodes { __typename } } } }',
    "{ alliances(first: 2) { nodes { __typename } } }",
    '{ actor(slug: "japan") { alliances(first: 2) { edges { cursor } pageInfo { endCursor } } } }',
    '{ actor(slug: "japan") { a: alliances(first: 2) { nodes { name } } b: alliances(first: 2) { edges { cursor } } } }',
  ])(
    "is that of the executor where no value of a row is asked for, or none but those of its place: %s",
    async (text) => {
      const { planned, ordinary } = await compare(planner(schema), { schema, document: parse(text) });
      expect(planned.answer).toBe(ordinary.answer);
      expect(planned.statements).toHaveLength(1);
      expect(ordinary.answer).not.toContain("errors");
    },
  );

  it(
    "is that of the executor for random documents and variables",
    async () => {
      const count = Number(import.meta.env["VITE_PLANNED_QUERIES"] ?? 1000);
      const documents = randomDocuments(schema, await knownValues(ask), { levels: 4, objects: 6 });
      const differing: object[] = [];
      let asked = 0;
      let planned = 0;
      for (let seed = FIRST_SEED; asked < count; seed += 1) {
        for (const requests of fc.sample(documents, { seed, numRuns: 20 })) {
          const known = planner(schema);
          const parsed = new Map<string, ReturnType<typeof parse>>();
          for (const request of requests) {
            if (!parsed.has(request.query)) parsed.set(request.query, parse(request.query));
            const outcome = await compare(known, argsOf(request, parsed.get(request.query)!));
            if (outcome.planned.answer !== null) planned += 1;
            if (outcome.planned.answer !== null && outcome.planned.answer !== outcome.ordinary.answer) {
              differing.push({ ...request, ...outcome });
            }
          }
          asked += 1;
        }
      }
      expect(differing).toEqual([]);
      expect(planned).toBeGreaterThan(count / 2);
    },
    2 * 60 * 60_000,
  );
});

function argsOf({ operationName, variables }: RandomRequest, document: ReturnType<typeof parse>): ExecutionArgs {
  return { schema, document, operationName, variableValues: variables };
}
