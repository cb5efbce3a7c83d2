/**
 * `npm run many-writers [-- WRITERS --untimed]`: serves the Worker as it is deployed over a new folder, and has many writers come at once,
 * 50 unless told otherwise. Looks whether each is written that can be, within the deadline, whether what is there afterwards is
 * what they were told, and whether who reads beside them is answered soon. Untimed, each has as long as the machine takes, and the
 * times are told and not judged.
 */
import { isDeepStrictEqual, parseArgs } from "node:util";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleWorker } from "../build/bundled-worker.ts";
import { loadDataset } from "../command/load.ts";
import { localSettings, localToken } from "../local/local-identity.ts";
import { settings } from "../../src/server/settings.ts";
import { lookAfterCrash } from "./crash-check.ts";
import { KillableServer } from "./killed-server.ts";
import { addState, type Scenario, scenarios } from "./many-writers/scenario.ts";

const DEADLINE_MS = Number(settings.LIMIT_DEADLINE_MS.default);
const READ_WITHIN_MS = 500;
const READ = `{ actor(slug: "japan") { name partners(kind: RECIPROCAL_ACCESS, asOf: "2022-05-07") { nodes { name } } } }`;

interface Told<T> {
  data?: T | null;
  errors?: { message: string; extensions: { code: string } }[];
}

type Ask = <T>(query: string) => Promise<Told<T>>;

interface Payload {
  answer: { revision: { number: number } | null; errors: { code: string; message: string }[] } | null;
}

interface Written {
  revision: number | null;
  /** The code and the message of what it was not written for. */
  refusal: string | null;
  milliseconds: number;
}

/** The faults of one scenario, and the line that tells of it. */
interface Outcome {
  made: (number | null)[];
  line: string;
  faults: string[];
  /** What took too long. */
  late: string[];
}

interface Drill {
  writers: number;
  isTimed: boolean;
  tell: (line: string) => void;
}

/** @throws an error that names all that is wrong */
async function manyWriters({ writers, isTimed, tell }: Drill): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "entente-writers-"));
  const keyFile = join(folder, "identity-key.json");
  const persistTo = join(folder, "state");
  const server = new KillableServer();
  try {
    const file = bundleWorker(join(folder, "bundle"));
    await loadDataset({ persistTo, quiet: true });
    const deadline = isTimed ? {} : { LIMIT_DEADLINE_MS: "600000" };
    const variables = { ...(await localSettings(keyFile)), ...deadline };
    const address = await server.serve({ file, persistTo, variables });
    const ask = asking(address, await localToken({ name: "Writer", role: "admin", hours: 24 }, keyFile));
    const made: (number | null)[][] = [];
    for (const scenario of scenarios(writers)) {
      const outcome = await run(ask, scenario, made);
      made.push(outcome.made);
      tell(outcome.line);
      const faults = [...outcome.faults, ...(isTimed ? outcome.late : [])];
      // The others build upon it.
      if (faults.length > 0) throw new Error(faults.join("\n"));
    }
    await server.kill();
    const { faults } = lookAfterCrash(persistTo, []);
    if (faults.length > 0) throw new Error(faults.join("\n"));
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(ask: Ask, { name, states = [], calls, written, left }: Scenario, made: Outcome["made"][]) {
  const ids: Record<string, string> = {};
  for (const slug of states) {
    await mutate(ask, addState(slug));
    const { data } = await ask<{ actor: { id: string } }>(`{ actor(slug: "${slug}") { id } }`);
    ids[slug] = data!.actor.id;
  }
  const { data } = await ask<{ dataset: { revision: number } }>("{ dataset { revision } }");
  const newest = data!.dataset.revision;
  const all = calls({ newest, ids, made });

  const reader = readingBeside(ask);
  const answers = await Promise.all(all.map((call) => write(ask, call)));
  const slowestRead = await reader.stop();

  const revisions = answers.map(({ revision }) => revision);
  const inOrder = revisions.filter((revision) => revision !== null).toSorted((a, b) => a - b);
  const slowestWrite = Math.max(...answers.map(({ milliseconds }) => milliseconds));
  const refused = Map.groupBy(answers, ({ refusal }) => refusal);
  const expected = written ?? all.length;
  const faults: string[] = [];
  refused.delete(null);
  if (inOrder.length !== expected)
    faults.push(
      `${inOrder.length} of ${expected} were written; ${[...refused].map(([refusal, of]) => `${of.length} ${refusal}`).join("; ")}`,
    );
  if (inOrder.some((revision, n) => revision !== newest + n + 1))
    faults.push("their revisions do not follow on each other");
  else if (refused.keys().some((refusal) => !/^CONFLICT: name changed since revision \d+, /.test(refusal ?? "")))
    faults.push(`refused as ${[...refused.keys()].join("; ")}`);
  const late: string[] = [];
  if (slowestWrite > DEADLINE_MS) late.push(`a write took ${slowestWrite} ms: ${DEADLINE_MS} is the deadline`);
  if (slowestRead > READ_WITHIN_MS) late.push(`a read took ${slowestRead} ms`);
  const found = left === undefined || faults.length > 0 ? null : (await ask(left.query)).data;
  if (found !== null && !isDeepStrictEqual(found, left?.answer(revisions)))
    faults.push(`left ${JSON.stringify(found)}, not ${JSON.stringify(left?.answer(revisions))}`);
  const line = `${all.length} ${name}: ${inOrder.length} written, the last after ${slowestWrite} ms; reads beside them within ${slowestRead} ms`;
  return { made: revisions, line, faults, late } satisfies Outcome;
}

async function write(ask: Ask, call: string): Promise<Written> {
  const start = performance.now();
  const answer = await mutate(ask, call);
  return { ...answer, milliseconds: Math.round(performance.now() - start) };
}

/** The key is the reason too, by which a receipt finds its revision. */
async function mutate(ask: Ask, call: string): Promise<Omit<Written, "milliseconds">> {
  const key = crypto.randomUUID();
  const { data, errors } = await ask<Payload>(
    `mutation { answer: ${call}, idempotencyKey: "${key}", reason: "${key}") { revision { number } errors { code message } } }`,
  );
  const refusals = [
    ...(errors ?? []).map(({ message, extensions: { code } }) => `${code}: ${message}`),
    ...(data?.answer?.errors ?? []).map(({ message, code }) => `${code}: ${message}`),
  ];
  return { revision: data?.answer?.revision?.number ?? null, refusal: refusals[0] ?? null };
}

/** Reads one after the other until it is stopped; gives the longest time that one took. */
function readingBeside(ask: Ask): { stop: () => Promise<number> } {
  const stopping = new AbortController();
  const slowest = (async () => {
    let most = 0;
    while (!stopping.signal.aborted) {
      const start = performance.now();
      const { data } = await ask<{ actor: { name: string } | null }>(READ);
      if (data?.actor?.name !== "Japan") throw new Error("who reads beside is not answered");
      most = Math.max(most, Math.round(performance.now() - start));
    }
    return most;
  })();
  return {
    stop: () => {
      stopping.abort();
      return slowest;
    },
  };
}

function asking(address: string, token: string): Ask {
  return async <T>(query: string) => {
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    return response.json<Told<T>>();
  };
}

if (import.meta.main) {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { untimed: { type: "boolean" } } });
    const writers = Number(positionals[0] ?? 50);
    if (!Number.isSafeInteger(writers) || writers < 20 || writers > 500)
      throw new Error("npm run many-writers -- WRITERS: a whole number from 20 to 500");
    const isTimed = values.untimed !== true;
    await manyWriters({ writers, isTimed, tell: (line) => console.log(line) });
    console.log(`each was written that could be${isTimed ? ", in time" : ""}, and nothing was lost`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
