import { env } from "cloudflare:workers";
import { expect } from "vitest";
import { contents } from "../changes/database.ts";
import { type Answer, post } from "./send.ts";

/** Calls that each write several rows, told apart by a name, which is their reason; with a key or without. */
export const writes: Record<string, (name: string, key?: string) => string> = {
  applyChangeset: (name, key = `idempotencyKey: "${name}", `) =>
    `applyChangeset(input: { actors: [{ slug: "${name}", type: STATE, name: "${name}" }], memberships: [{ alliance: "quad", actor: "${name}", role: OBSERVER, citations: [{ article: "china-responds-nato-in-asia" }] }] }, ${key}reason: "${name}")`,
  editAlliance: (name, key = `idempotencyKey: "${name}", `) =>
    `editAlliance(id: "nato", input: { name: "${name}" }, ${key}reason: "${name}")`,
  editActor: (name, key = `idempotencyKey: "${name}", `) =>
    `editActor(id: "japan", input: { name: "${name}", aliases: [] }, ${key}reason: "${name}")`,
};

export const send = (call: string, database: D1Database, settings: object = {}): Promise<Answer> =>
  post("editor", `mutation { answer: ${call} { revision { number } errors { code } } }`, {}, database, settings);

/** That no revision is open, none is numbered twice or left out, and the history is as the tables are. */
export async function isWhole(): Promise<boolean> {
  const { revisions } = await contents();
  const numbers = (revisions as { number: number; open: number }[]).map(
    ({ number, open }, index) => number === index + 1 && open === 0,
  );
  const tables = ["actors", "memberships", "aliases", "citations"];
  const results = await env.DB.batch<{ n: number }>(
    tables.map((table) =>
      env.DB.prepare(
        `select (select count(*) from ${table}) - (select count(*) from ${table}_history where to_revision is null) as n`,
      ),
    ),
  );
  return numbers.every(Boolean) && results.every(({ results: [row] }) => row?.n === 0);
}

/** How often something was done for this reason, and in which revision last. */
export const made = (reason: string) =>
  env.DB.prepare("select count(*) as n, max(number) as number from revisions where reason = ?")
    .bind(reason)
    .first<{ n: number; number: number }>();

/** Whether a call writes a change set. */
export const isWrite = (text: string) => text.includes("INSERT INTO revisions");
/** That it is told as what the fault left of it: by 503, or as done but for reading the revision, which may be null. */
export async function expectUnanswered(
  { status, data, errors }: Answer,
  { name, code, isSent }: { name: string; code: string; isSent: boolean },
): Promise<void> {
  expect(errors?.[0]?.extensions.code).toBe(code);
  expect(errors?.[0]?.message).toContain(isSent ? "under the same idempotencyKey" : "Nothing was done");
  const revision = await made(name);
  expect(revision?.n).toBeLessThanOrEqual(isSent ? 1 : 0);
  if (status !== 200) expect(status).toBe(503);
  else expect({ data, made: revision?.n }).toEqual({ data: { answer: { revision: null, errors: [] } }, made: 1 });
  expect(await isWhole()).toBe(true);
}
