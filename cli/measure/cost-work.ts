/**
 * `npm run cost-work -- --persist-to DIR [--requests N] [--seed N]`: whether what a request is told to cost bounds its work. Serves
 * the Worker as it is deployed over a copy of a local database, best one with many memberships, asks it random valid questions (1,000
 * unless told otherwise) and each list by itself, and reads the processor time of each. It fails where one of a told cost below
 * 1,000 takes more than 50 times that of a node by its id, or where one is not answered in time. Linux alone.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import * as fc from "fast-check";
import { schema } from "../../schema/index.ts";
import { knownValues } from "../../test/random/known-values.ts";
import { randomDocuments, type RandomRequest } from "../../test/random/random-document.ts";
import { bundleWorker } from "../build/bundled-worker.ts";
import { copyHeld } from "../drill/copied-database.ts";
import { KillableServer } from "../drill/killed-server.ts";
import { median } from "./median.ts";
import { cpuBetween, cpuTimes } from "./cpu-time.ts";
import { listQuestions } from "./cost-work/list-question.ts";

const SMALL_COST = 1000;
const MOST_TIMES = 50;
const TOLD = 20;
const SIZE = { levels: 5, objects: 10 };
/** The kernel counts well, but other work comes between: of several runs the least is nearest to the truth. */
const RUNS = 3;

type Question = Pick<RandomRequest, "query" | "variables"> & { operationName?: string };

interface Weighed {
  query: Question;
  /** As told; null where the answer tells none. */
  cost: number | null;
  milliseconds: number;
  /** Codes of its errors. */
  codes: string[];
}

interface Answer {
  errors?: { extensions: { code: string } }[];
  extensions?: { cost?: { requested: number } };
}

/** Weighs random questions and those of each list, and the processor time of a node by its id in ms. */
async function weigh(persistTo: string, requests: number, seed: number): Promise<{ node: number; weighed: Weighed[] }> {
  const folder = mkdtempSync(join(tmpdir(), "entente-cost-"));
  const server = new KillableServer();
  try {
    const copy = join(folder, "state");
    copyHeld(persistTo, copy);
    const variables = { LIMIT_BUDGET: "0", LOG_REQUESTS: "false", CACHE_ANSWERS: "false" };
    const address = await server.serve({
      file: bundleWorker(join(folder, "bundle")),
      persistTo: copy,
      variables,
      isAlone: true,
    });
    const ask = async (question: Question): Promise<Answer> => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(`${address}/graphql`, { method: "POST", headers, body: JSON.stringify(question) });
      return response.json<Answer>();
    };
    const timed = async (question: Question): Promise<{ milliseconds: number; answer: Answer }> => {
      const before = cpuTimes(server.workers);
      const answer = await ask(question);
      return { milliseconds: cpuBetween(before, cpuTimes(server.workers)), answer };
    };
    const weighOne = async (question: Question): Promise<Weighed> => {
      let { milliseconds, answer } = await timed(question);
      for (let run = 1; run < RUNS; run += 1)
        milliseconds = Math.min(milliseconds, (await timed(question)).milliseconds);
      const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code);
      return { query: question, cost: answer.extensions?.cost?.requested ?? null, milliseconds, codes };
    };

    const known = await knownValues(async (query) => (await ask({ query, variables: {} })) as { data: unknown });
    const node = { query: "query ($id: ID!) { node(id: $id) { id } }", variables: { id: known["id"]![0] } };
    for (let n = 0; n < 100; n += 1) await ask(node);
    const nodes: number[] = [];
    for (let n = 0; n < 50; n += 1) nodes.push((await weighOne(node)).milliseconds);
    const random = fc
      .sample(randomDocuments(schema, known, SIZE), { seed, numRuns: requests })
      .map(([first]) => first!);
    const weighed: Weighed[] = [];
    for (const question of [...listQuestions(schema, known), ...random]) weighed.push(await weighOne(question));
    return { node: median(nodes), weighed };
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({
      options: { "persist-to": { type: "string" }, requests: { type: "string" }, seed: { type: "string" } },
    });
    const [requests, seed] = [Number(values.requests ?? 1000), Number(values.seed ?? 1)];
    if (values["persist-to"] === undefined) throw new Error("--persist-to DIR: the local database to ask");
    if (![requests, seed].every((number) => Number.isSafeInteger(number) && number > 0))
      throw new Error("--requests N and --seed N: whole numbers from 1 on");
    const { node, weighed } = await weigh(resolve(values["persist-to"]), requests, seed);
    const lineOf = ({ query, cost, milliseconds, codes }: Weighed) =>
      `${milliseconds.toFixed(1).padStart(8)} ms ${(milliseconds / node).toFixed(0).padStart(5)} x  cost ${String(cost).padStart(6)}  ${[...new Set(codes)].join()} ${query.query.replaceAll(/\s+/g, " ").slice(0, 300)} ${JSON.stringify(query.variables).slice(0, 200)}`;
    const dearest = weighed.toSorted((a, b) => b.milliseconds - a.milliseconds);
    console.log(`node by id: ${node.toFixed(2)} ms of processor time\n\nThe dearest of ${weighed.length}:`);
    console.log(dearest.slice(0, TOLD).map(lineOf).join("\n"));
    const under = dearest.filter(({ cost }) => cost !== null && cost < SMALL_COST);
    const faults = under.filter(({ milliseconds }) => milliseconds > MOST_TIMES * node);
    const late = weighed.filter(({ codes }) => codes.includes("DEADLINE_EXCEEDED"));
    console.log(`\nThe dearest of a told cost below ${SMALL_COST}:\n${under.slice(0, TOLD).map(lineOf).join("\n")}`);
    if (faults.length > 0)
      throw new Error(`${faults.length} of a told cost below ${SMALL_COST} take more than ${MOST_TIMES} times a node`);
    if (late.length > 0) throw new Error(`${late.length} are not answered in time:\n${late.map(lineOf).join("\n")}`);
    console.log(
      `none of a told cost below ${SMALL_COST} takes more than ${MOST_TIMES} times a node; all are answered in time`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
  // Connections are kept alive.
  process.exit();
}
