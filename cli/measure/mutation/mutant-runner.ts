import { type RunnerTestCase, type RunnerTestSuite, TestRunner } from "vitest";

/** The task of a run of one file of tests. */
export interface Task {
  /** The mutant that holds from before the first import on; null where they are to be tried one by one. */
  active: string | null;
  /** Those that no test has killed yet. */
  alive: string[];
}

/** The result of one test. */
export interface Tried {
  killed: string[];
  /** Those that the test meets when it is repeated, and does not notice. */
  survived: string[];
  /** Those that there was no time for. */
  skipped: string[];
  /** Those that it meets only the first time, or cannot be tried with, as it cannot be repeated. */
  untried: string[];
  isRepeatable: boolean;
}

/** The object that the instrumented code looks at, and counts in. */
interface Switch {
  activeMutant: string | undefined;
  currentTestId: string | undefined;
  hitCount: number | undefined;
  hitLimit: number;
  mutantCoverage: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

declare module "vitest" {
  interface ProvidedContext {
    task: Task;
  }
  interface TaskMeta {
    tried?: Tried;
    /** Those that are met outside of tests: while modules are loaded, and in hooks. */
    outside?: string[];
  }
}

/** A mutant that has its own branch taken this often runs forever. */
const MOST_HITS = 100_000;
/** In milliseconds: a test that takes long is not asked about all mutants, but what it would find another one does. */
const MOST_TIME = 20_000;
/** In milliseconds: the same of a file of tests. */
const MOST_TIME_OF_FILE = 240_000;
/** In milliseconds, above ten times as long as the test takes. */
const PATIENCE = 1_500;

const theSwitch = ((globalThis as Record<string, unknown>)["__stryker__"] ??= {}) as Switch;
theSwitch.mutantCoverage ??= { static: {}, perTest: {} };
theSwitch.hitLimit = MOST_HITS;

/** Runs each test once as it is, and again with each mutant that it meets and none has killed. */
export default class MutantRunner extends TestRunner {
  #task: Task = (this as unknown as { injectValue: (key: string) => Task }).injectValue("task");
  #alive = new Set(this.#task.alive);
  #start = performance.now();

  override importFile(...from: Parameters<TestRunner["importFile"]>): unknown {
    this.#activate(this.#task.active);
    return super.importFile(...from);
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const alone = TestRunner.getTestFn(test);
    if (this.#task.active !== null) {
      await alone();
      return;
    }
    const start = performance.now();
    const first = await this.#met(`${test.id} first`, alone);
    const run = async () => {
      await prepare(test);
      await alone();
    };
    const timeout = PATIENCE + 10 * (performance.now() - start);
    if (first.length > 0) test.meta.tried = await this.#tryEach(test, first, run, timeout);
    test.meta.outside = Object.keys(theSwitch.mutantCoverage.static).filter((id) => this.#alive.has(id));
  }

  async #tryEach(test: RunnerTestCase, first: string[], run: () => unknown, timeout: number): Promise<Tried> {
    const start = performance.now();
    const tried: Tried = { killed: [], survived: [], skipped: [], untried: [], isRepeatable: false };
    let again: string[] = [];
    tried.isRepeatable = await passes(async () => (again = await this.#met(`${test.id} again`, run)), timeout);
    for (const id of again) {
      if (!tried.isRepeatable) break;
      if (performance.now() > Math.min(start + MOST_TIME, this.#start + MOST_TIME_OF_FILE)) {
        tried.skipped.push(id);
        continue;
      }
      this.#activate(id);
      const survives = await passes(run, timeout);
      this.#activate(null);
      if (survives) tried.survived.push(id);
      // What it has left behind may be what fails.
      else if ((tried.isRepeatable = await passes(run, timeout))) {
        tried.killed.push(id);
        this.#alive.delete(id);
      }
    }
    const done = new Set([...tried.killed, ...tried.survived, ...tried.skipped]);
    tried.untried = [...new Set([...first, ...again])].filter((id) => !done.has(id));
    return tried;
  }

  /** The living mutants that a test meets. */
  async #met(name: string, run: () => unknown): Promise<string[]> {
    theSwitch.currentTestId = name;
    try {
      await run();
    } finally {
      theSwitch.currentTestId = undefined;
    }
    return Object.keys(theSwitch.mutantCoverage.perTest[name] ?? {}).filter((id) => this.#alive.has(id));
  }

  #activate(id: string | null): void {
    theSwitch.activeMutant = id ?? undefined;
    theSwitch.hitCount = id === null ? undefined : 0;
  }
}

/** Once more what is done after and before each test. */
async function prepare({ suite, file, context }: RunnerTestCase): Promise<void> {
  const suites: RunnerTestSuite[] = [];
  for (let one = suite; one !== undefined; one = one.suite) suites.unshift(one);
  if (suites[0] !== file) suites.unshift(file);
  for (const one of suites.toReversed()) {
    for (const hook of TestRunner.getSuiteHooks(one).afterEach) await hook(context, one);
  }
  for (const one of suites) {
    for (const hook of TestRunner.getSuiteHooks(one).beforeEach) await hook(context, one);
  }
}

async function passes(run: () => unknown, timeout: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), timeout);
  });
  const work = (async () => {
    await run();
    return true;
  })();
  try {
    return await Promise.race([work, late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
