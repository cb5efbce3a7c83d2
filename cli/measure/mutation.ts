/**
 * `npm run mutation [-- PATH…] [--again]`: changes the code of src/domain and src/server in each of the ways that Stryker
 * knows, and looks whether a test of test/domain or test/server fails: docs/mutation.md. With paths, the mutants of these
 * files only; with `--again`, those that the last run left alive.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { createVitest, type TestSpecification, type Vitest } from "vitest/node";
import { instrument, type Mutant } from "./mutation/instrument.ts";
import { type Finding, report } from "./mutation/report.ts";
import type { Task } from "./mutation/mutant-runner.ts";
import { root } from "../local/tool.ts";

const REPORT = join(root, "reports/mutation.json");
const TESTS = ["test/domain", "test/server"];
/** Tests that take minutes, and are about many requests rather than one. */
const SLOW = /(?:bad-input\/text|cost-soundness|interleaved|outage)\.test\.ts$/;
/** A mutant that has to be there from the start is tried with so many files of tests at most. */
const MOST_FILES = 4;
/** In milliseconds: a file of tests that takes longer with a mutant does not end. */
const MOST_TIME = 120_000;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { again: { type: "boolean" } } });
// What a run is not asked about stays as the last one found it.
const findings = new Map(await foundBefore());
const asked = [...findings.values()].filter(isAsked);
for (const finding of asked) finding.status = "not met";
process.env["CLOUDFLARE_CF_FETCH_ENABLED"] = "false";
const vitest = await createVitest("test", {
  config: join(root, "cli/measure/mutation/vitest.config.ts"),
  watch: false,
  reporters: [{}],
  silent: true,
  maxWorkers: 1,
  bail: 0,
});
const specifications = (await vitest.globTestSpecifications(TESTS)).filter(({ moduleId }) => !SLOW.test(moduleId));
try {
  const late = await tryWithin(vitest, bySize(specifications));
  save();
  await tryFromStart(vitest, late);
} finally {
  save();
  await vitest.close();
}
console.log(report([...findings.values()]));

/** Each test with the mutants that it meets, file by file. The files in which a mutant is met but could not be tried. */
async function tryWithin(
  vitest: Vitest,
  specifications: readonly TestSpecification[],
): Promise<Map<string, TestSpecification[]>> {
  const late = new Map<string, TestSpecification[]>();
  const outOfTests = new Map<string, TestSpecification[]>();
  const triedWithin = new Set<string>();
  for (const specification of specifications) {
    const start = performance.now();
    const alive = asked.filter(({ status }) => status !== "killed").map(({ id }) => id);
    const tests = await run(vitest, specification, { active: null, alive });
    let killed = 0;
    for (const test of tests) {
      if (test.result().state === "failed") console.log(`fails unchanged: ${test.fullName}`);
      const { tried, outside = [] } = test.meta();
      if (tried?.isRepeatable === false) console.log(`cannot be repeated: ${test.fullName}`);
      for (const id of tried?.killed ?? []) {
        killed += 1;
        Object.assign(findings.get(id)!, { status: "killed", by: test.fullName.slice(0, 100) });
      }
      for (const id of tried?.survived ?? []) triedWithin.add(note(id).id);
      for (const id of tried?.skipped ?? []) note(id);
      for (const id of tried?.untried ?? []) add(late, id, specification);
      for (const id of outside) add(outOfTests, id, specification);
    }
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(
      `${specification.moduleId.slice(root.length + 1)}: ${killed} of ${alive.length} killed in ${seconds} s`,
    );
    save();
  }
  // What tests have been tried with is not tried again for what hooks and other modules do with it.
  for (const [id, files] of outOfTests) {
    if (!triedWithin.has(id)) for (const file of files) add(late, id, file);
  }
  // First what has not been tried at all.
  return new Map([...late].toSorted(([a], [b]) => Number(triedWithin.has(a)) - Number(triedWithin.has(b))));

  function add(to: Map<string, TestSpecification[]>, id: string, file: TestSpecification): void {
    const files = to.get(note(id).id) ?? [];
    if (!files.includes(file)) to.set(id, [...files, file]);
  }

  function note(id: string): Finding {
    const finding = findings.get(id)!;
    if (finding.status === "not met") finding.status = "survived";
    return finding;
  }
}

/** Each mutant that is met too early to be switched on later, from before the first import on. */
async function tryFromStart(vitest: Vitest, late: ReadonlyMap<string, TestSpecification[]>): Promise<void> {
  const left = [...late].filter(([id]) => findings.get(id)?.status === "survived");
  console.log(`${left.length} are to be there from the start`);
  for (const [id, files] of left) {
    const finding = findings.get(id)!;
    for (const file of nearest(finding, files).slice(0, MOST_FILES)) {
      const tests = await runInTime(vitest, file, { active: id, alive: [] });
      const failed = tests?.find((test) => test.result().state === "failed");
      if (tests !== null && tests.length > 0 && failed === undefined) continue;
      Object.assign(finding, { status: "killed", by: failed?.fullName ?? file.moduleId });
      break;
    }
    save();
  }
}

/** Null where it does not end: what never lets go of the processor hears no clock of its own. */
async function runInTime(...[vitest, specification, task]: Parameters<typeof run>) {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    // The second time the process is killed that does not end by itself.
    for (let n = 0; n < 2; n += 1) void vitest.cancelCurrentRun("test-failure");
  }, MOST_TIME);
  try {
    const tests = await run(vitest, specification, task);
    return isLate ? null : tests;
  } finally {
    clearTimeout(timer);
  }
}

async function run(vitest: Vitest, specification: TestSpecification, task: Task) {
  vitest.provide("task", task);
  vitest.config.bail = task.active === null ? 0 : 1;
  vitest.state.filesMap.clear();
  const { testModules } = await vitest.runTestSpecifications([specification]);
  return testModules.flatMap((module) => [...module.children.allTests()]);
}

/** The tests of rules before those that go through HTTP, and last those that wait for something. */
function bySize(specifications: readonly TestSpecification[]): TestSpecification[] {
  return specifications.toSorted((a, b) => rank(a) - rank(b));

  function rank({ moduleId }: TestSpecification): number {
    const text = readFileSync(moduleId, "utf8");
    return (
      (moduleId.includes("/test/domain/") ? 0 : 1e6) +
      (text.includes("ask.ts") ? 1e5 : 0) +
      (/faulty|scheduler\.wait|setTimeout/.test(text) ? 1e7 : 0) +
      text.length
    );
  }
}

/** First the tests that bear the name of what is mutated, or import it. */
function nearest({ file }: Mutant, files: readonly TestSpecification[]): TestSpecification[] {
  const name = file.slice(dirname(file).length + 1, -".ts".length);
  const isNear = ({ moduleId }: TestSpecification) =>
    moduleId.includes(`/${name}.`) || readFileSync(moduleId, "utf8").includes(`/${name}.ts"`);
  return files.toSorted((a, b) => Number(isNear(b)) - Number(isNear(a)));
}

function isAsked({ file, status }: Finding): boolean {
  if (values.again === true && status === "killed") return false;
  return positionals.length === 0 || positionals.some((path) => file.startsWith(path));
}

/** All mutants there are, as the last run found them. */
async function foundBefore(): Promise<[string, Finding][]> {
  const { mutants } = await instrument();
  const last = existsSync(REPORT) ? (JSON.parse(readFileSync(REPORT, "utf8")) as Finding[]) : [];
  const before = new Map(withKeys(last));
  return withKeys(mutants).map(([key, mutant]) => {
    const { status = "not met", by } = before.get(key) ?? {};
    return [mutant.id, { ...mutant, status, ...(by === undefined ? {} : { by }) }];
  });
}

/** A key stays as it is while lines are added elsewhere. */
function withKeys<T extends Mutant>(mutants: readonly T[]): [string, T][] {
  const times = new Map<string, number>();
  return mutants.map((mutant) => {
    const { file, mutator, original, replacement, column } = mutant;
    const key = [file, mutator, original, replacement, column].join(" ");
    times.set(key, (times.get(key) ?? 0) + 1);
    return [`${key} ${times.get(key)}`, mutant];
  });
}

function save(): void {
  mkdirSync(dirname(REPORT), { recursive: true });
  writeFileSync(REPORT, JSON.stringify([...findings.values()], null, 1));
}
