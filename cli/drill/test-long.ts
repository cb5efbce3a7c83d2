/**
 * `npm run test:long`: the campaigns that take too long for `npm test`, each for a few minutes. A line a campaign; the last line
 * is `N passed, N failed`. Each of them is a command of its own, for as long as you like: CONTRIBUTING.md.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../local/tool.ts";

interface Campaign {
  command: readonly string[];
  /** How much of it. */
  environment?: Readonly<Record<string, string>>;
}

const vitest = (file: string, project = "worker") => [
  join(root, "node_modules/vitest/vitest.mjs"),
  "run",
  "--project",
  project,
  file,
];

/** A file of tests that `npm test` leaves out. */
const longTest = (file: string): Campaign => ({ command: vitest(file, "node"), environment: { TEST_LONG: "1" } });

const campaigns: Readonly<Record<string, Campaign>> = {
  "3,000 random documents are answered by plans as by GraphQL.js": {
    command: vitest("test/plan/oracle.worker.test.ts"),
    environment: { VITE_PLANNED_QUERIES: "3000", VITE_PLANNED_SEED: "20261130" },
  },
  "2,000 random queries do no more than they cost": {
    command: vitest("test/server/cost/cost-soundness.worker.test.ts"),
    environment: { VITE_RANDOM_QUERIES: "2000" },
  },
  "3,000 interleaved requests get the answers that are theirs": {
    command: vitest("test/server/cache/interleaved.worker.test.ts"),
    environment: { VITE_INTERLEAVED: "3000" },
  },
  "golden queries are answered as before, pinned, after 500 changes": {
    command: vitest("test/history/pinned-queries.worker.test.ts"),
    environment: { VITE_HISTORY_CHANGES: "500" },
  },
  "every field of every noun, in 4 random worlds": {
    command: vitest("test/nouns/every-field.worker.test.ts"),
    environment: { VITE_EVERY_FIELD: "4", VITE_EVERY_FIELD_SEED: "20261130" },
  },
  "200 random worlds hold on each day, in each revision, what a model without SQL says": {
    command: vitest("test/horizon/horizon-model.worker.test.ts"),
    environment: { VITE_HORIZON_WORLDS: "200", VITE_HORIZON_SEED: "20261130" },
  },
  "3,000 random queries say the same of one thing, and nothing for certain after its evidence": {
    command: vitest("test/horizon/answers-agree.worker.test.ts"),
    environment: { VITE_AGREEING_QUERIES: "3000", VITE_AGREEING_SEED: "20261130" },
  },
  "no country is taken for another by its name in 39 languages": {
    command: vitest("test/domain/text/name/country-names.unit.test.ts", "unit"),
    environment: { COUNTRY_LANGUAGES: "all" },
  },
  "the SQL of the data set fills a database that finds all at once": longTest(
    "test/text/dataset-sql.long.node.test.ts",
  ),
  "commands of docs/ print what stands there": longTest("test/docs/session.long.node.test.ts"),
  "the first steps are taken in a fresh clone": { command: [join(root, "cli/drill/first-steps.ts")] },
  "Apollo Client, graphcache and Relay keep what they were told": { command: [join(root, "clients/clients.ts")] },
  "5,000 random, damaged and hostile requests": { command: [join(root, "cli/drill/fuzz.ts"), "5000"] },
  "10,000 entries in one line of JSON are read in at most 12 times the time of 1,000": {
    command: [join(root, "cli/drill/import-scale.ts")],
  },
  "registers of others are imported whole, and a second time nothing changes": longTest(
    "test/cli/import-whole.long.node.test.ts",
  ),
  "npm start serves the service alone, and leaves nothing running however it ends": longTest(
    "test/cli/start.long.node.test.ts",
  ),
  "GraphiQL answers its questions where only trusted documents are answered": longTest(
    "test/web/trusted-documents-only.long.node.test.ts",
  ),
  "an editor enters, retracts and finds again in GraphiQL": longTest("test/web/writing.long.node.test.ts"),
  "50 writers at once are all written": {
    command: [join(root, "cli/drill/many-writers.ts"), "--untimed"],
  },
  "an import is killed 10 times, and ends as one that was not": {
    command: [join(root, "cli/drill/import-drill.ts"), "--kills", "10"],
  },
  "the service is killed 25 times in the middle of writes": { command: [join(root, "cli/drill/kill-writes.ts"), "25"] },
};

let failed = 0;
for (const [name, { command, environment }] of Object.entries(campaigns)) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    env: { ...process.env, NO_COLOR: "1", ...environment },
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${status === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
  if (status === 0) continue;
  failed += 1;
  console.log(`${stdout}${stderr}`);
}
console.log(`${Object.keys(campaigns).length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
