import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { readActors } from "../../cli/import/read-actors.ts";
import { generate } from "../../cli/command/generate.ts";
import { loadDataset } from "../../cli/command/load.ts";
import { withLocalDatabase } from "../../cli/local/local-database.ts";
import { textIndexes } from "../../drizzle/search/index-name.ts";
import { applyChangeset } from "../../src/changes/apply.ts";
import { copyLoaded } from "../prepared/loaded.ts";
import type { ActorInput } from "../../src/nouns/actor.ts";

let persistTo: string;
beforeAll(async () => {
  persistTo = mkdtempSync(join(tmpdir(), "entente-load-"));
  await copyLoaded(persistTo);
  return () => rmSync(persistTo, { recursive: true });
});

function japan(): Promise<ActorInput | undefined> {
  return withLocalDatabase(persistTo, async (d1) => (await readActors(d1, { slugs: ["japan"] }))[0]);
}

async function say(actor: ActorInput, reason: string, subject?: string): Promise<void> {
  const now = "2026-11-24T00:00:00.000Z";
  await withLocalDatabase(persistTo, (d1) =>
    applyChangeset(d1, [{ file: "", json: { actors: [actor] } }], { author: "test", subject, reason, now }),
  );
}

/** Of what each full-text index is made of. */
function pieces(): Promise<number[]> {
  return withLocalDatabase(persistTo, async (d1) => {
    const counts = textIndexes.map((index) =>
      d1.prepare(`SELECT count(DISTINCT segid) AS pieces FROM ${index}_idx`).first<number>("pieces"),
    );
    return (await Promise.all(counts)) as number[];
  });
}

test("full-text indexes are of one piece after a data set was loaded, though writing makes many", async () => {
  expect(await pieces()).toEqual([1, 1, 1, 1]);
  const shipped = (await japan())!;
  onTestFinished(() => say(shipped, "Undo"));
  await say({ ...shipped, name: "Nippon" }, "A correction");
  expect(Math.max(...(await pieces()))).toBeGreaterThan(1);
  await loadDataset({ persistTo, quiet: true });
  expect(await pieces()).toEqual([1, 1, 1, 1]);
});

test("a start leaves alone what was corrected since the data set was loaded, as long as that is the same", async () => {
  const shipped = (await japan())!;
  onTestFinished(() => say(shipped, "Undo"));
  await say({ ...shipped, name: "Nippon" }, "A correction");
  expect(await loadDataset({ persistTo, ifChanged: true, quiet: true })).toBeNull();
  expect((await japan())?.name).toBe("Nippon");
});

test("a data set that has changed is loaded, and takes away nothing that an import added to its actors", async () => {
  const shipped = (await japan())!;
  const added = {
    isoAlpha3: "JPN",
    aliases: [...(shipped.aliases ?? []), { name: "Yamato", sort: "FORMER" as const }],
    identifiers: [...(shipped.identifiers ?? []), { scheme: "cow", value: "740" }],
  };
  await say({ ...shipped, ...added, name: "Nippon" }, "Load the data set, SHA-256 of another one");
  expect(await loadDataset({ persistTo, ifChanged: true, quiet: true })).toMatchObject({ outcome: "applied" });
  expect(await japan()).toEqual({ ...shipped, ...added });
  expect(await loadDataset({ persistTo, ifChanged: true, quiet: true })).toBeNull();
});

test("a data set that is loaded again in full changes nothing after an import added to its actors", async () => {
  const loaded = (await japan())!;
  await say({ ...loaded, identifiers: [...(loaded.identifiers ?? []), { scheme: "drill", value: "1" }] }, "An import");
  expect(await loadDataset({ persistTo, quiet: true })).toMatchObject({ outcome: "applied", revision: null });
});

test("what an editor has corrected is taken back only by who says so, and is told before", async () => {
  const shipped = (await japan())!;
  await say({ ...shipped, name: "Nippon" }, "A correction", "ada");
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  onTestFinished(() => told.mockRestore());
  expect(await loadDataset({ persistTo, quiet: true })).toMatchObject({
    outcome: "kept",
    edits: [{ name: "japan", editor: "test", fields: [{ name: "name", before: "Nippon", after: "Japan" }] }],
  });
  expect(told.mock.calls.join()).toMatch(/actor japan \(test, revision \d+\): name: Nippon → Japan/);
  expect((await japan())?.name).toBe("Nippon");
  await expect(generate({ statements: 1, seed: 1, persistTo })).rejects.toThrow("nothing was generated");
  expect(await loadDataset({ persistTo, quiet: true, overEdits: true })).toMatchObject({ outcome: "applied" });
  expect((await japan())?.name).toBe("Japan");
  // What was taken back knowingly is no longer in the way.
  expect(await loadDataset({ persistTo, quiet: true })).toMatchObject({ outcome: "applied", revision: null });
});
