import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { batchesOf } from "../../cli/import/destination/batch.ts";
import { d1Destination } from "../../cli/import/destination/d1-destination.ts";
import type { Destination } from "../../cli/import/destination/destination.ts";
import { readNative } from "../../cli/import/native/native.ts";
import { isRefusal, type Piece, rowsOf } from "../../cli/import/file/piece.ts";
import { run } from "../../cli/import/run.ts";
import { contents, empty } from "../changes/database.ts";
import { raa } from "../changes/raa.ts";

const destination = d1Destination(env.DB, { author: "test", now: () => "2026-11-24T00:00:00.000Z" });

beforeEach(empty);

function piecesOf(json: unknown): Piece[] {
  const text = JSON.stringify(json, null, 2);
  return [...readNative([{ file: "facts.json", bytes: Buffer.from(text) }])].filter(
    (read): read is Piece => !isRefusal(read),
  );
}

/** A destination that is cut off before its nth change set. */
function cutOff(n: number): Destination {
  let left = n;
  return {
    ...destination,
    apply: (changeset, reason) =>
      (left -= 1) < 0 ? Promise.reject(new Error("cut off")) : destination.apply(changeset, reason),
  };
}

const imported = (pieces: Piece[], size: number, to: Pick<Destination, "apply"> = destination) =>
  run(to, pieces, { source: "facts", size });

describe("an import", () => {
  it("makes each batch a revision, and a second time none", async () => {
    const pieces = piecesOf(raa());
    const first = await imported(pieces, 5);
    expect(first).toMatchObject({ changed: 0, unchanged: 0, refusals: [], revisions: [1, first.batches] });
    expect(first.batches).toBeGreaterThan(2);
    const before = await contents();
    expect(await imported(pieces, 5)).toMatchObject({ added: 0, changed: 0, revisions: null });
    expect(await contents()).toEqual(before);
  });

  it("ends the same however big its batches are, but for its revisions", async () => {
    await imported(piecesOf(raa()), 1000);
    const { revisions: _, ...whole } = await contents();
    await empty();
    await imported(piecesOf(raa()), 2);
    const { revisions: __, ...inParts } = await contents();
    expect(inParts).toEqual(whole);
  });

  it("cut off after any batch and run again ends as one that was not", async () => {
    const pieces = piecesOf(raa());
    const { batches } = await imported(pieces, 4);
    const wanted = await contents();
    for (let after = 0; after < batches; after += 1) {
      await empty();
      await expect(imported(pieces, 4, cutOff(after))).rejects.toThrow("cut off");
      expect((await contents()).revisions).toHaveLength(after);
      await imported(pieces, 4);
      expect(await contents()).toEqual(wanted);
    }
  });

  it("refuses what is faulty with its line, takes out what refers to it, and keeps the rest", async () => {
    const json = raa() as Record<string, object[]>;
    json["actors"]?.push({ slug: "atlantis", type: "ISLAND", name: "Atlantis" });
    json["events"] = [
      ...(json["events"] ?? []),
      {
        key: "atlantis-visit",
        kind: "VISIT",
        title: "A visit",
        date: "2022",
        participants: [{ actor: "atlantis", role: "HOST" }],
        citations: [{ article: raa().articles[0]!.slug }],
      },
    ];
    const all = piecesOf(raa()).reduce((sum, piece) => sum + rowsOf(piece), 0);
    const { added, refusals } = await imported(piecesOf(json), 1000);
    expect(added).toBe(all);
    expect(refusals.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("type: must be one of STATE"),
      expect.stringContaining("there is no actor with the slug atlantis"),
    ]);
    const lines = JSON.stringify(json, null, 2).split("\n");
    for (const { file, line } of refusals) {
      expect(file).toBe("facts.json");
      expect(lines[line - 1]?.trim()).toBe("{");
      expect(lines[line]).toMatch(/atlantis/);
    }
  });

  it("refuses one membership of an alliance and keeps the alliance", async () => {
    const json = raa();
    json.alliances[0]!.memberships[0]!.from = "2022-02-30";
    const { refusals } = await imported(piecesOf(json), 1000);
    expect(refusals).toMatchObject([{ reason: expect.stringContaining("February 2022 has 28 days") as string }]);
    expect((await contents()).memberships).toHaveLength(raa().alliances[0]!.memberships.length - 1);
    expect((await contents()).alliances).toHaveLength(1);
  });
});

describe("batches", () => {
  it("have no more rows than they may, and all there are in their order", () => {
    const origin = { file: "a", line: 1 };
    const memberships = Array.from({ length: 25 }, (_, index) => ({ json: index, origin }));
    const pieces: Piece[] = [
      { list: "actors", json: {}, origin },
      { list: "alliances", json: {}, origin, statuses: [{ json: "s", origin }], memberships },
    ];
    const batches = [...batchesOf(pieces, { rows: 10 })];
    for (const batch of batches) expect(batch.reduce((sum, piece) => sum + rowsOf(piece), 0)).toBeLessThanOrEqual(10);
    const found = batches.flat().flatMap(({ statuses = [], memberships = [] }) => [...statuses, ...memberships]);
    expect(found.map(({ json }) => json)).toEqual(["s", ...memberships.map(({ json }) => json)]);
  });
});
