/**
 * `npm run bench [-- --rounds 9] [--quick] [--only entente,floor,raa-partners] [--size 100000] [--baseline]`: measures Entente, its
 * floors and its peers, and writes bench/RESULTS.md, the plots, docs/costs.md and the table of docs/speed.md; with --quick, --only or --size it only prints.
 */
import { parseArgs } from "node:util";
import { baselines, contenders } from "./contender/index.ts";
import { dataFolder } from "./data/folder.ts";
import { databaseOf, type Size, statementsIn } from "./data/database.ts";
import type { Entry } from "./measure/entry.ts";
import { measure, type Pass } from "./measure/pass.ts";
import { questions } from "./query/question.ts";
import { printReport, writeReport } from "./report/report.ts";

const SIZES: Size[] = ["shipped", 10_000, 100_000, 1_000_000];
/** After a pause it takes a moment until what was asked before is at hand again. */
const MILLISECONDS = { warmUp: 9000, settle: 250, alone: 200, together: 100 };
const GROWING = { warmUp: 2500, settle: 100, alone: 200, together: 0 };

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "9" },
    quick: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    size: { type: "string", default: "100000" },
    baseline: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const start = performance.now();
const tell = (line: string) =>
  console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(5)} s  ${line}`);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));

const { chosenContenders, chosenQuestions } = chosen(values.only);
const isWhole = !values.quick && values.only === "" && values.size === "100000";
const missing = chosenContenders.flatMap((contender) => {
  const reason = contender.missing?.() ?? null;
  return reason === null ? [] : [{ contender, reason }];
});
for (const { contender, reason } of missing) tell(`without ${contender.name}: ${reason}`);
const present = chosenContenders.filter((contender) => !missing.some((one) => one.contender === contender));
const common = {
  questions: chosenQuestions,
  rounds: values.quick ? 2 : Number(values.rounds),
  tell,
};
const statements: Record<string, number> = {};
const entries = await measureOver([values.size === "shipped" ? "shipped" : Number(values.size)], {
  ...common,
  contenders: present,
  milliseconds: values.quick ? { warmUp: 300, settle: 50, alone: 100, together: 50 } : MILLISECONDS,
});
const growing = isWhole
  ? await measureOver(SIZES, {
      ...common,
      contenders: present.filter(({ grows }) => grows),
      milliseconds: GROWING,
    })
  : [];
const report = {
  entries,
  growing,
  missing,
  statements,
  rounds: common.rounds,
  seconds: (performance.now() - start) / 1000,
};
if (isWhole) await writeReport(report);
printReport(report);
tell("done");
process.exit();

async function measureOver(sizes: readonly Size[], pass: Omit<Pass, "datas">): Promise<Entry[]> {
  const datas = [];
  for (const size of sizes) {
    tell(`data: ${size}`);
    const data = await databaseOf(dataFolder(), size);
    datas.push(data);
    statements[size] = statementsIn(data.file);
  }
  return measure({ ...pass, datas });
}

/** Names of contenders choose contenders, and names of questions questions. */
function chosen(only: string) {
  const names = only.split(",").filter((name) => name !== "");
  const all = [...contenders, ...(values.baseline ? baselines : [])];
  const known = [...all, ...questions].map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`--only takes some of ${known.join(", ")}, not ${unknown.join(", ")}`);
  const among = <T extends { name: string }>(all: readonly T[]): readonly T[] => {
    const some = all.filter(({ name }) => names.includes(name));
    return some.length === 0 ? all : some;
  };
  return { chosenContenders: among(all), chosenQuestions: among(questions) };
}
