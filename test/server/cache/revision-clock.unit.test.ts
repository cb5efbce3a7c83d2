import { beforeEach, describe, expect, it } from "vitest";
import { type RevisionClock, revisionClock } from "../../../src/server/cache/revision-clock.ts";

const rangeTo = (newest: number) => ({
  oldest: 1,
  newest,
  at: "2026-11-24T00:00:00Z",
  lineage: "0f".repeat(12),
  bookmark: null,
});

let newest: number;
let reads: number;
let clock: RevisionClock;

const read = async () => {
  reads += 1;
  return rangeTo(newest);
};
const at = async (now: number) => (await clock.range(read, now)).newest;

beforeEach(() => {
  [newest, reads] = [7, 0];
  clock = revisionClock(1000);
});

describe("the newest revision", () => {
  it("is believed for as long as is said, and then read again", async () => {
    expect(await at(5000)).toBe(7);
    newest = 8;
    expect(await at(5000)).toBe(7);
    expect(await at(5999)).toBe(7);
    expect(reads).toBe(1);
    expect(await at(6000)).toBe(8);
    expect(await at(6999)).toBe(8);
    expect(reads).toBe(2);
  });

  it("is not believed before it was read: a clock was set back", async () => {
    await at(5000);
    newest = 8;
    expect(await at(4999)).toBe(8);
  });

  it("is read each time where nothing is to be stale", async () => {
    clock = revisionClock(0);
    await at(5000);
    newest = 8;
    expect(await at(5000)).toBe(8);
  });

  it("is read again after a write", async () => {
    await at(5000);
    newest = 8;
    clock.forget();
    expect(await at(5000)).toBe(8);
  });

  it("is read when it is to be that of now, and believed by others from then on", async () => {
    await at(5000);
    newest = 8;
    expect((await clock.renewed(read, 5000)).newest).toBe(8);
    expect(await at(5500)).toBe(8);
    expect(reads).toBe(2);
  });

  it("stays the one that a later request was told, whoever reads for longer", async () => {
    await at(5000);
    newest = 9;
    await clock.renewed(read, 5500);
    newest = 8;
    expect((await clock.renewed(read, 5400)).newest).toBe(8);
    expect(await at(5600)).toBe(9);
  });
});
