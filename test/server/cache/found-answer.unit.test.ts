import { beforeEach, describe, expect, it } from "vitest";
import { revisionClock } from "../../../src/server/cache/revision-clock.ts";
import { sharedAnswers, type SharedQuery } from "../../../src/server/cache/shared-answer.ts";
import type { SharedCache, SharedEntry } from "../../../src/server/cache/shared-cache.ts";

const NOW = Date.parse("2026-11-24T23:59:30Z");
const IMMUTABLE = "public, max-age=31536000, immutable";

let kept: Map<string, SharedEntry & { seconds: number }>;
let revision: { lineage: string; newest: number; at: string };
let ask: (query?: Partial<SharedQuery>) => ReturnType<ReturnType<typeof sharedAnswers>>;
let behind: Promise<unknown>[];

const waitUntil = (work: Promise<unknown>) => void behind.push(work);

beforeEach(() => {
  [kept, behind] = [new Map(), []];
  revision = { lineage: "0f".repeat(12), newest: 7, at: "2026-11-24T00:00:00Z" };
  const cache: SharedCache = {
    match: async (key) => {
      const entry = kept.get(key);
      return entry === undefined ? null : { body: entry.body, policy: entry.policy };
    },
    put: async (key, entry, seconds) => void kept.set(key, { ...entry, seconds }),
  };
  const read = async () => ({ oldest: 1, bookmark: null, ...revision });
  const found = sharedAnswers(revisionClock(0), "50000");
  ask = (query = {}) =>
    found({
      digest: "5a7c",
      operationName: null,
      variables: {},
      pin: null,
      isOfLineage: true,
      day: "2026-11-24",
      version: "",
      mediaType: "application/json",
      coding: null,
      ifNoneMatch: null,
      now: NOW,
      revisions: read,
      read,
      cache,
      ...query,
    });
});

/** Works an answer out, and waits until it is shared. */
async function work(query: Partial<SharedQuery> = {}, usesToday = false) {
  const found = await ask(query);
  const policy = found.share("{}", usesToday, waitUntil);
  await Promise.all(behind);
  return { etag: found.etag, policy };
}

describe("an answer that nobody has asked for", () => {
  it("is to be worked out, and shared for the day", async () => {
    expect(await ask()).toMatchObject({ answer: null, isKnown: false });
    const { policy } = await work();
    expect(policy).toBe("public, no-cache");
    expect([...kept.values()]).toEqual([{ body: "{}", policy, seconds: 30 }]);
    expect(await ask()).toMatchObject({ answer: { body: "{}", policy }, isKnown: false });
  });

  it("is not shared where something was written meanwhile", async () => {
    for (const meanwhile of [{ newest: 8 }, { at: "2026-11-24T00:00:01Z" }, { lineage: "f0".repeat(12) }]) {
      const found = await ask();
      revision = { ...revision, ...meanwhile };
      found.share("{}", false, waitUntil);
      await Promise.all(behind);
      expect(kept.size).toBe(0);
    }
  });

  it("is shared where it is pinned, whatever was written", async () => {
    const found = await ask({ pin: 3 });
    revision = { ...revision, newest: 8, at: "2026-11-24T00:00:01Z" };
    expect(found.share("{}", false, waitUntil)).toBe(IMMUTABLE);
    await Promise.all(behind);
    expect(await ask({ pin: 3 })).toMatchObject({ answer: { body: "{}", policy: IMMUTABLE } });
  });
});

describe("an answer of a database that is restored", () => {
  const restore = () => (revision = { ...revision, lineage: "f0".repeat(12) });

  it.each([{}, { pin: 3 }])("is not that of the revisions that were lost: %j", async (query) => {
    const { etag } = await work(query);
    restore();
    expect(await ask({ ...query, ifNoneMatch: etag })).toMatchObject({ answer: null, isKnown: false });
  });

  it.each([{}, { pin: 3 }])("is not shared where it was restored meanwhile: %j", async (query) => {
    const found = await ask(query);
    restore();
    found.share("{}", false, waitUntil);
    await Promise.all(behind);
    expect(kept.size).toBe(0);
  });
});

describe("the policy of a shared answer", () => {
  it("that is pinned holds for good where the lineage is named, and else until it is asked for again", async () => {
    expect((await work({ pin: 3, isOfLineage: false })).policy).toBe("public, no-cache");
    expect((await ask({ pin: 3, isOfLineage: false })).answer?.policy).toBe("public, no-cache");
    expect((await ask({ pin: 3 })).answer?.policy).toBe(IMMUTABLE);
  });

  it("of today that is pinned lasts from when it is given, not from when it was made", async () => {
    expect((await work({ pin: 3 }, true)).policy).toBe("public, max-age=30");
    expect((await ask({ pin: 3, now: NOW + 20_000 })).answer?.policy).toBe("public, max-age=10");
  });
});

describe("a client that has the answer", () => {
  it("is told so before the cache is asked", async () => {
    const { etag } = await ask();
    const cache = { match: () => Promise.reject(new Error("asked")), put: async () => undefined };
    expect(await ask({ ifNoneMatch: etag, cache })).toMatchObject({ etag, answer: null, isKnown: true });
  });

  it("need not say which where there is one", async () => {
    expect(await ask({ ifNoneMatch: "*" })).toMatchObject({ isKnown: false });
    await work();
    expect(await ask({ ifNoneMatch: "*" })).toMatchObject({ answer: null, isKnown: true });
  });

  it("has no other media type's, and no other revision's", async () => {
    const { etag } = await ask();
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect((await ask({ mediaType: "application/graphql-response+json" })).etag).toBe(etag.replace(/"$/, '-g"'));
    expect((await ask({ pin: 7 })).etag).not.toBe(etag);
    revision = { ...revision, newest: 8 };
    expect((await ask()).etag).not.toBe(etag);
  });

  it("has the answer of a pinned revision for good", async () => {
    const { etag } = await ask({ pin: 3 });
    expect((await ask({ pin: 4 })).etag).not.toBe(etag);
    revision = { ...revision, newest: 8, at: "2026-11-24T00:00:01Z" };
    expect((await ask({ pin: 3 })).etag).toBe(etag);
  });
});
