/**
 * `npm run bench [-- --rounds 9] [--quick] [--only entente,floor,raa-partners] [--size 100000] [--baseline] [--memberships DIR]`: measures Entente, its
 * floors and its peers, over statements and over memberships, and writes bench/RESULTS.md, the plots, docs/costs.md and the table of docs/speed.md; with --quick, --only or --size it only prints.
 */
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { baselines, contenders } from "./contender/index.ts";
import { dataFolder } from "./data/folder.ts";
import { type Data, databaseOf, givenDatabase, type Size, statementsIn } from "./data/database.ts";
import type { Entry } from "./measure/entry.ts";
import { measure, type Pass } from "./measure/pass.ts";
import { membershipQuestions, type Question, questions } from "./query/question.ts";
import { printReport, writeReport } from "./report/report.ts";

const SIZES: Size[] = ["shipped", 10_000, 100_000, 1_000_000];
const MEMBERSHIPS: Size = "memberships-120000";
/** After a pause it takes a moment until what was asked before is at hand again. */
const MILLISECONDS = { warmUp: 9000, settle: 250, alone: 200, together: 100 };
const GROWING = { warmUp: 2500, settle: 100, alone: 200, together: 0 };

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "9" },
    quick: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    size: { type: "string", default: "100000" },
    memberships: { type: "string", multiple: true, default: [] },
    baseline: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const start = performance.now();
const tell = (line: string) =>
  console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(5)} s  ${line}`);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));

const { chosenContenders, chosenQuestions, chosenOfMemberships } = chosen(values.only);
const isWhole = !values.quick && values.only === "" && values.size === "100000";
const missing = chosenContenders.flatMap((contender) => {
  const reason = contender.missing?.() ?? null;
  return reason === null ? [] : [{ contender, reason }];
});
for (const { contender, reason } of missing) tell(`without ${contender.name}: ${reason}`);
const present = chosenContenders.filter((contender) => !missing.some((one) => one.contender === contender));
const common = {
  rounds: values.quick ? 2 : Number(values.rounds),
  tell,
};
const milliseconds = values.quick ? { warmUp: 300, settle: 50, alone: 100, together: 50 } : MILLISECONDS;
const statements: Record<string, number> = {};
const size = values.size === "shipped" ? "shipped" : Number(values.size);
const entries =
  chosenQuestions.length === 0
    ? []
    : await measureOver([await dataOf(size)], {
        ...common,
        questions: chosenQuestions,
        contenders: present,
        milliseconds,
      });
const growing = isWhole
  ? await measureOver(await datasOf(SIZES), {
      ...common,
      questions: chosenQuestions,
      contenders: present.filter(({ grows }) => grows),
      milliseconds: GROWING,
    })
  : [];
const memberships = [];
if (chosenOfMemberships.length > 0) {
  const generated = { title: "120,000 generated memberships", data: await dataOf(MEMBERSHIPS) };
  const given = await Promise.all(
    values.memberships.map(async (folder) => ({ title: basename(folder), data: await givenDatabase(folder) })),
  );
  for (const { title, data } of [generated, ...given]) {
    const measured = await measureOver([data], {
      ...common,
      questions: chosenOfMemberships,
      contenders: present.filter((contender) => contender.memberships),
      milliseconds,
    });
    memberships.push({ title, entries: measured });
  }
}
const report = {
  entries,
  growing,
  memberships,
  missing,
  statements,
  rounds: common.rounds,
  seconds: (performance.now() - start) / 1000,
};
if (isWhole) await writeReport(report);
printReport(report);
tell("done");
process.exit();

function measureOver(datas: readonly Data[], pass: Omit<Pass, "datas">): Promise<Entry[]> {
  for (const data of datas) statements[data.size] = statementsIn(data.file);
  return measure({ ...pass, datas });
}

async function datasOf(sizes: readonly Size[]): Promise<Data[]> {
  const datas = [];
  for (const size of sizes) datas.push(await dataOf(size));
  return datas;
}

function dataOf(size: Size): Promise<Data> {
  tell(`data: ${size}`);
  return databaseOf(dataFolder(), size);
}

/** Names of contenders choose contenders, and names of questions questions. */
function chosen(only: string) {
  const names = only.split(",").filter((name) => name !== "");
  const all = [...contenders, ...(values.baseline ? baselines : [])];
  const known = [...all, ...questions, ...membershipQuestions].map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`--only takes some of ${known.join(", ")}, not ${unknown.join(", ")}`);
  const among = <T extends { name: string }>(some: readonly T[]): readonly T[] =>
    some.filter(({ name }) => names.includes(name));
  const [someContenders, someQuestions] = [among(all), among([...questions, ...membershipQuestions])];
  const isAsked = (question: Question) => someQuestions.length === 0 || someQuestions.includes(question);
  return {
    chosenContenders: someContenders.length === 0 ? all : someContenders,
    chosenQuestions: questions.filter(isAsked),
    chosenOfMemberships: membershipQuestions.filter(isAsked),
  };
}
