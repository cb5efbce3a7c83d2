import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { loadDataset } from "../load-dataset.ts";
import { ask } from "../ask.ts";
import { idOf, mutate as send } from "./send.ts";

beforeAll(loadDataset);

// Who comes second plans anew, so that the work grows with the square of the writers.
vi.setConfig({ testTimeout: 120_000 });

// Who waits longest waits for all the others.
const mutate = (call: string) => send(call, {}, { settings: { LIMIT_DEADLINE_MS: 120_000 } });

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

  it("that each add a name: none is lost, and who is told CONFLICT has written nothing", async () => {
    const japan = await idOf('actor(slug: "japan")');
    const base = await newest();
    const answers = await each((n) =>
      mutate(`addAlias(of: "${japan}", input: { name: "Name ${n}", sort: VARIANT }, reason: "r")`),
    );
    const written = answers.flatMap(({ revision }, n) => (revision === null ? [] : [`Name ${n}`]));
    for (const { revision, errors } of answers) expect(revision === null).toBe(errors[0]?.code === "CONFLICT");
    const { data } = await ask<{ actor: { aliases: { name: string }[] } }>(
      `{ actor(slug: "japan") { aliases { name } } }`,
    );
    const names = data.actor.aliases.map(({ name }) => name).filter((name) => name.startsWith("Name "));
    expect(names.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(written.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(written.length).toBeGreaterThanOrEqual(12);
    expect(await newest()).toBe(base + written.length);
  });

  it("that go on until they are through (twenty of them): each name is there once", async () => {
    const japan = await idOf('actor(slug: "japan")');
    await each(async (n) => {
      for (;;) {
        const { revision } = await mutate(
          `addAlias(of: "${japan}", input: { name: "Again ${n}", sort: VARIANT }, idempotencyKey: "again-${n}", reason: "r")`,
        );
        if (revision !== null) return;
      }
    }, 20);
    const { results } = await env.DB.prepare(
      "select name, count(*) as n from aliases where name like 'Again %' group by name",
    ).all<{ n: number }>();
    expect(results).toHaveLength(20);
    expect(results.every(({ n }) => n === 1)).toBe(true);
  });
});
