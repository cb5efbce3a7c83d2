import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import type { D1Client } from "../../drizzle/client/d1-client.ts";
import { type ApplyOptions, applyChangeset, total } from "../../src/changes/apply.ts";
import { RevisionConflict } from "../../src/changes/write/write.ts";
import { changedRows, contents, empty } from "./database.ts";
import { raa } from "./raa.ts";

const datasetFiles = import.meta.glob<unknown>(["../../dataset/*.json", "!../../dataset/changeset.schema.json"], {
  import: "default",
  eager: true,
});
const dataset = Object.entries(datasetFiles).map(([file, json]) => ({ file, json }));

beforeEach(empty);

async function apply(json: unknown, options: Partial<ApplyOptions> & { d1?: D1Client } = {}) {
  const { d1 = env.DB, ...rest } = options;
  return applied(d1, [{ file: "raa.json", json }], rest);
}

async function applied(d1: D1Client, documents: typeof dataset, options: Partial<ApplyOptions> = {}) {
  const now = "2026-11-24T12:00:00.000Z";
  const result = await applyChangeset(d1, documents, { author: "test", reason: "to see", now, ...options });
  if (result.outcome === "refused") throw new Error(JSON.stringify(result.faults, null, 1));
  const { revision, base, added, changed, unchanged } = result;
  return { revision, base, added: total(added), changed: total(changed), unchanged: total(unchanged), by: result };
}

test("loads the data set as revision 1, and a second time changes nothing", async () => {
  const first = await applied(env.DB, dataset);
  const before = await contents();
  const second = await applied(env.DB, dataset.toReversed());

  expect(first).toMatchObject({ revision: 1, base: 0, changed: 0, unchanged: 0 });
  expect(before.actors).toHaveLength(first.by.added.actors);
  expect(before.citations?.length).toBeGreaterThan(200);
  expect(second).toMatchObject({ revision: null, base: 1, added: 0, changed: 0, unchanged: first.added });
  expect(await contents()).toEqual(before);
});

test("a revision tells when, who and why", async () => {
  await apply(raa(), { author: "ada", reason: "RAA", now: "2026-01-02T03:04:05.000Z" });
  expect((await contents()).revisions).toEqual([
    { number: 1, at: "2026-01-02T03:04:05.000Z", author: "ada", reason: "RAA", open: 0, subject: null },
  ]);
});

test("keys a status and a membership by what they are", async () => {
  await apply(raa());
  const { alliance_statuses: statuses, memberships } = await contents();
  expect(statuses).toMatchObject([{ key: "japan-australia-raa/signed" }, { key: "japan-australia-raa/in_force" }]);
  expect(memberships).toMatchObject([
    {
      key: "japan-australia-raa/japan/member",
      from_edtf: "2022-01-06",
      from_latest: "2022-01-06",
      to_edtf: null,
      to_latest: "9999-12-31",
      rank: "NORMAL",
    },
    { key: "japan-australia-raa/australia/member" },
  ]);
});

test("a statement whose day is not known may be of any day, and its targets repeat that", async () => {
  await apply(raa());
  const { statements, statement_targets: targets } = await contents();
  expect(statements).toMatchObject([{ said_on: null, said_earliest: "0001-01-01", said_latest: "9999-12-31" }]);
  expect(targets).toMatchObject([{ said_earliest: "0001-01-01", stance: "NEUTRAL" }]);
});

test("a correction of one date changes one row, as revision 2", async () => {
  await apply(raa());
  const before = await contents();
  const corrected = raa();
  corrected.alliances[0]!.statuses[0]!.from = "2022-01";

  expect(await apply(corrected)).toMatchObject({ revision: 2, base: 1, added: 0, changed: 1, unchanged: 12 });
  const after = await contents();
  expect(changedRows(before, after)).toEqual(["alliance_statuses", "revisions"]);
  expect(after.alliance_statuses?.[0]).toMatchObject({
    id: 1,
    from_edtf: "2022-01",
    from_earliest: "2022-01-01",
    from_latest: "2022-01-31",
  });
});

test("rows that belong to a changed one are replaced as a whole", async () => {
  await apply(raa());
  const corrected = raa();
  Object.assign(corrected.actors[1]!, {
    aliases: [
      { name: "Nippon", sort: "VARIANT" },
      { name: "日本", language: "ja", sort: "NATIVE" },
    ],
  });

  expect(await apply(corrected)).toMatchObject({ added: 0, changed: 1 });
  expect((await contents()).aliases).toMatchObject([
    { actor_id: 2, name: "Nippon", language: null },
    { actor_id: 2, name: "日本" },
  ]);
});

test("an identifier moves from one actor to another", async () => {
  await apply(raa());
  const corrected = raa();
  corrected.actors[1]!.identifiers = [];
  Object.assign(corrected.actors[2]!, { identifiers: [{ scheme: "wikidata", value: "Q17" }] });
  expect(await apply(corrected)).toMatchObject({ changed: 2 });
  expect((await contents()).identifiers).toMatchObject([{ actor_id: 3, value: "Q17" }]);
});

test("what a change set leaves out stays, and what it names may be loaded already", async () => {
  await apply(raa());
  const change = {
    alliances: [{ ...raa().alliances[0]!, statuses: [], memberships: [] }],
    events: [{ ...raa().events[0]!, key: "again", versionOf: "raa-signing" }],
  };
  expect(await apply(change)).toMatchObject({ revision: 2, added: 1, changed: 0, unchanged: 1 });
  expect(await contents()).toMatchObject({ memberships: [{}, {}], events: [{}, { version_of_id: 1 }] });
});

test("a dry run counts and writes nothing", async () => {
  expect(await apply(raa(), { dryRun: true })).toMatchObject({ revision: null, added: 13 });
  expect((await contents()).actors).toEqual([]);
});

test("an empty change set makes no revision", async () => {
  expect(await apply({})).toMatchObject({ revision: null, base: 0 });
});

test("a row that the database refuses leaves everything as it was", async () => {
  const corrected = raa();
  corrected.actors[1]!.name = "Nippon";
  await apply(raa());
  const before = await contents();
  const refusal = "BEFORE INSERT ON events WHEN new.key = 'refused' BEGIN SELECT RAISE(ABORT, 'not this one'); END";
  await env.DB.prepare(`CREATE TRIGGER refuse ${refusal}`).run();
  corrected.events.push({ ...raa().events[0]!, key: "taken" }, { ...raa().events[0]!, key: "refused" });
  try {
    await expect(apply(corrected)).rejects.toThrow("not this one");
  } finally {
    await env.DB.prepare("DROP TRIGGER refuse").run();
  }
  expect(await contents()).toEqual(before);
  expect(await apply(corrected)).toMatchObject({ revision: 2, added: 2, changed: 1 });
});

test("of two writers at once the second is told so, and writes nothing", async () => {
  await apply(raa());
  const slow = raa();
  slow.actors[1]!.name = "Nippon";
  const quick = raa();
  quick.actors[2]!.name = "Commonwealth of Australia";
  let batches = 0;
  const overtaken: D1Client = {
    prepare: (sql) => env.DB.prepare(sql),
    batch: async (statements) => {
      batches += 1;
      if (batches === 3) await apply(quick);
      return env.DB.batch(statements);
    },
  };

  await expect(apply(slow, { d1: overtaken })).rejects.toThrow(RevisionConflict);
  const { actors, revisions } = await contents();
  expect(revisions).toHaveLength(2);
  expect(actors).toMatchObject([{}, { name: "Japan" }, { name: "Commonwealth of Australia" }, {}]);
  expect(await apply({ actors: [slow.actors[1]] })).toMatchObject({ revision: 3, changed: 1 });
});

test("loads more than one parameter of D1 can hold", async () => {
  const description = "岸".repeat(500);
  const actors = Array.from({ length: 6000 }, (_, index) => ({
    slug: `person-${index}`,
    type: "PERSON",
    name: `Person ${index}`,
    description,
  }));
  expect(await apply({ actors })).toMatchObject({ revision: 1, added: 6000 });
  expect(await apply({ actors })).toMatchObject({ revision: null, unchanged: 6000 });
});
