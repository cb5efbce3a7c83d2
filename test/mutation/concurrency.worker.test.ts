import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { loadDataset } from "../load-dataset.ts";
import { ask } from "../ask.ts";
import { faulty } from "../faulty-database.ts";
import { revise } from "../../src/changes/write/revision.ts";
import { isWrite, made, send as sendOnce } from "./faulty-write.ts";
import { idOf, mutate as send } from "./send.ts";

beforeAll(loadDataset);

vi.setConfig({ testTimeout: 120_000 });

// Who waits longest waits for all the others.
const patient = { settings: { LIMIT_DEADLINE_MS: 120_000 } };
const mutate = (call: string) => send(call, {}, patient);

const WRITERS = 50;
const each = <T>(write: (n: number) => Promise<T>, writers = WRITERS) =>
  Promise.all(Array.from({ length: writers }, (_, n) => write(n)));
const newest = async () => Number(await env.DB.prepare("select max(number) as n from revisions").first("n"));

describe(`${WRITERS} writers at once on one node`, () => {
  it("that all saw the same revision: one is first, and each other gets CONFLICT with what the first wrote", async () => {
    const base = await newest();
    const answers = await each((n) =>
      mutate(`editActor(id: "japan", input: { name: "Japan ${n}" }, ifRevision: ${base}, reason: "r")`),
    );
    const winners = answers.filter(({ revision }) => revision !== null);
    expect(winners).toHaveLength(1);
    const { name } = winners[0]!.node!;
    for (const { revision, errors } of answers.filter((answer) => answer !== winners[0])) {
      expect(revision).toBeNull();
      expect(errors).toMatchObject([
        {
          code: "CONFLICT",
          path: ["ifRevision"],
          changes: [{ revision: { number: base + 1 }, fields: [{ name: "name", after: name }] }],
        },
      ]);
    }
    expect(await newest()).toBe(base + 1);
    expect((await ask(`{ actor(slug: "japan") { name } }`)).data).toEqual({ actor: { name } });
  });

  it("that each add a name (forty of them: it may have fifty): all are written, one after the other", async () => {
    const japan = await idOf('actor(slug: "japan")');
    const base = await newest();
    const answers = await each(
      (n) => mutate(`addAlias(of: "${japan}", input: { name: "Name ${n}", sort: VARIANT }, reason: "r")`),
      40,
    );
    for (const { errors } of answers) expect(errors).toEqual([]);
    const { data } = await ask<{ actor: { aliases: { name: string }[] } }>(
      `{ actor(slug: "japan") { aliases { name } } }`,
    );
    const names = data.actor.aliases.map(({ name }) => name).filter((name) => name.startsWith("Name "));
    expect(new Set(names)).toEqual(new Set(answers.map((_, n) => `Name ${n}`)));
    expect(names).toHaveLength(answers.length);
    expect(await newest()).toBe(base + answers.length);
  });
});

const add = (slug: string) => `addActor(input: { slug: "${slug}", type: STATE, name: "${slug}" }, reason: "r")`;

describe("twenty writers at once of different things", () => {
  it("of one isolate wait for each other: each plans and writes once", async () => {
    const { database, calls } = faulty(() => undefined);
    const base = await newest();
    const answers = await each((n) => send(add(`in-line-${n}`), {}, { ...patient, database }), 20);
    // In the order in which they came.
    expect(answers.map(({ revision }) => revision?.number)).toEqual(answers.map((_, n) => base + 1 + n));
    expect(calls.filter(isWrite)).toHaveLength(20);
  });

  it("of as many isolates come apart: all are written", async () => {
    const base = await newest();
    const answers = await each(
      (n) => send(add(`apart-${n}`), {}, { ...patient, database: faulty(() => undefined).database }),
      20,
    );
    const revisions = answers.map(({ revision }) => Number(revision?.number)).toSorted((a, b) => a - b);
    expect(revisions).toEqual(answers.map((_, n) => base + 1 + n));
  });
});

describe("a writer whom others are ahead of", () => {
  /** D1 in which another revision is made right before each of so many writes. */
  function outrun(times: number) {
    let left = times;
    return faulty((_, text) => {
      if (!isWrite(text) || (left -= 1) < 0) return undefined;
      return async (call) => {
        await revise(env.DB, { at: "2026-11-24T00:00:00.000Z", author: "another", reason: "r" }, []);
        return call();
      };
    });
  }

  it("twenty times in a row is written", async () => {
    const base = await newest();
    const { revision } = await send(add("outrun"), {}, { ...patient, database: outrun(20).database });
    expect(revision?.number).toBe(base + 21);
  });

  it("for as long as there is time is told that nothing was done, and is written when it is sent again", async () => {
    const call = `addActor(input: { slug: "late", type: STATE, name: "Late" }, idempotencyKey: "late", reason: "late")`;
    const { status, data, errors } = await sendOnce(call, outrun(Infinity).database, { LIMIT_DEADLINE_MS: 500 });
    expect({ status, data }).toEqual({ status: 503, data: undefined });
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining("Nothing was done") as string,
        extensions: { code: "DEADLINE_EXCEEDED", retryable: true },
      },
    ]);
    expect((await made("late"))?.n).toBe(0);
    expect((await mutate(call)).revision?.reason).toBe("late");
  });
});
