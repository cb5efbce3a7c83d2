import { beforeAll, describe, expect, it } from "vitest";
import { liveTables } from "../../drizzle/history/live-table.ts";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import { run } from "../revise.ts";
import { known, randomChange, randomNumbers } from "./random-change.ts";

const questions = import.meta.glob<string>("../queries/*.graphql", { query: "?raw", import: "default", eager: true });
const variables = import.meta.glob<Record<string, unknown>>("../queries/*.variables.json", {
  import: "default",
  eager: true,
});

/** `VITE_HISTORY_CHANGES=1000 npx vitest run test/history/pinned-queries.worker.test.ts` makes more of them. */
const CHANGES = Number(import.meta.env["VITE_HISTORY_CHANGES"] ?? 100);

/** What only the present can be asked. */
const ofThePresent = /\b(?:search|resolve)\(/;

const answers = new Map<string, string>();
const answer = async (file: string, revision?: number) => {
  const { data, errors } = await ask(
    questions[file] ?? "",
    variables[file.replace(".graphql", ".variables.json")],
    revision,
  );
  expect(errors).toBeUndefined();
  return JSON.stringify(data);
};

const files = Object.keys(questions).filter((file) => !ofThePresent.test(questions[file] ?? ""));

beforeAll(async () => {
  await loadDataset();
  for (const file of files) answers.set(file, await answer(file));
  const random = randomNumbers(1);
  for (let n = 0; n < CHANGES; n++) await run(await randomChange(random));
}, 600_000);

describe(`each golden query, pinned, after ${CHANGES} changes`, () => {
  it.each(files)("gives the same bytes: %s", async (file) => {
    expect(await answer(file, 1)).toBe(answers.get(file));
  });

  it("though the present has changed", async () => {
    const changed = [];
    for (const file of files) if ((await answer(file)) !== answers.get(file)) changed.push(file);
    expect(changed.length).toBeGreaterThan(files.length / 2);
  });

  it("with changes of every table", () => {
    expect(known).toEqual(liveTables.map(({ name }) => name));
  });
});
