import { env } from "cloudflare:workers";
import { beforeAll, expect, it } from "vitest";
import { faulty, lost } from "../faulty-database.ts";
import { loadDataset } from "../load-dataset.ts";
import { idOf, mutate } from "./send.ts";

beforeAll(loadDataset);

/** D1 that loses the connection at the first write, and does the write only after its receipt has been looked for. */
function committingLate() {
  let commit: (() => Promise<unknown>) | undefined;
  return faulty((_, text) => {
    if (commit === undefined && text.includes("INSERT INTO revisions")) {
      return async (call) => {
        commit = call;
        throw new Error(lost);
      };
    }
    if (commit !== undefined && text.includes("FROM receipts")) {
      return async (call) => {
        const found = await call();
        await commit?.();
        commit = async () => undefined;
        return found;
      };
    }
    return undefined;
  });
}

const newest = async () => Number(await env.DB.prepare("select max(number) as n from revisions").first("n"));

const writes: [string, (base: number) => Promise<string> | string][] = [
  ["an edit", () => `editActor(id: "japan", input: { name: "Nihon" }, reason: "r")`],
  [
    "an edit of what nobody has changed since",
    (base) => `editActor(id: "china", input: { name: "PRC" }, ifRevision: ${base}, reason: "r")`,
  ],
  [
    "what it would itself be in the way of",
    () => `addActor(input: { slug: "fiji", type: STATE, name: "Fiji" }, reason: "r")`,
  ],
  ["what it would not find any more", async () => `retract(id: "${await idOf('actor(slug: "fiji")')}", reason: "r")`],
];

it.each(writes)("a write that is done after it was thought lost is done once: %s", async (_, write) => {
  const base = await newest();
  const { database, calls } = committingLate();
  const { revision, errors } = await mutate(await write(base), {}, { database });
  expect(errors).toEqual([]);
  expect(revision?.number).toBe(base + 1);
  expect(await newest()).toBe(base + 1);
  expect(calls.filter((text) => text.includes("FROM receipts")).length).toBeGreaterThan(1);
});
