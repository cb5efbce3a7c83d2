import { NO_PIN } from "../../../src/server/cache/pinned-revision.ts";
import { describe, expect, it } from "vitest";
import { revisionClock } from "../../../src/server/cache/revision-clock.ts";
import type { SharedEntry } from "../../../src/server/cache/shared-cache.ts";
import { usualSettings } from "../../../src/server/settings.ts";
import { useSharedAnswer } from "../../../src/server/plugin/use-shared-answer.ts";
import { bareYoga, NUMBERS } from "./bare-yoga.ts";
import { useDocumentCache } from "../../../src/server/plugin/use-document-cache.ts";
import { documentCache } from "../../../src/server/document/document-cache.ts";

function bare(given: object = {}, kept: SharedEntry | null = null, settings = usualSettings) {
  const keys: string[] = [];
  const yoga = bareYoga({
    plugins: [
      useDocumentCache(documentCache(NUMBERS, usualSettings.document)),
      useSharedAnswer(revisionClock(0), settings),
    ],
    given: { warnings: [], identity: null, named: { isById: false }, pin: NO_PIN, ...given },
    state: {
      now: Date.parse("2026-11-24T00:00:00Z"),
      read: async () => ({ oldest: 1, newest: 7, at: "", lineage: "0f".repeat(12), bookmark: null }),
      cache: { match: async (key) => (keys.push(key), kept), put: async () => undefined },
    },
  });
  return { ...yoga, keys };
}

describe("an answer that is shared", () => {
  it("is looked for before anything is executed, and found", async () => {
    const { get, contexts } = bare({}, { body: "{}", policy: "public, no-cache" });
    await get("{ one }");
    expect(contexts).toEqual([]);
  });

  it("is worked out where there is none", async () => {
    const { get, contexts, keys } = bare();
    await get("{ one }");
    expect(contexts[0]).toMatchObject({ found: { answer: null, isKnown: false } });
    expect(keys).toHaveLength(1);
  });

  it("is known to who has it", async () => {
    const { get, contexts } = bare();
    await get("{ one }");
    const { etag } = contexts[0]!["found"] as { etag: string };
    await get("{ one }", { "if-none-match": etag });
    expect(contexts).toHaveLength(1);
  });

  it.each<[string, object, string, string, object]>([
    ["somebody with an identity", { identity: { role: "reader" } }, "GET", "{ one }", {}],
    ["an operation of a batch", { turn: { pass: () => undefined } }, "GET", "{ one }", {}],
    ["who wants events", {}, "GET", "{ one }", { accept: "text/event-stream" }],
    ["a document that is sent by POST", {}, "POST", "{ one }", {}],
    ["a mutation", { named: { isById: true } }, "POST", "mutation { one }", {}],
  ])("is not for %s", async (_, given, method, query, headers) => {
    const { get, post, contexts, keys } = bare(given);
    await (method === "GET" ? get(query, headers as never) : post({ query }, headers as never));
    expect(contexts[0]).toMatchObject({ found: null });
    expect(keys).toEqual([]);
  });

  it("is there for nobody where that is set", async () => {
    const { get, keys } = bare({}, null, { ...usualSettings, cacheAnswers: false });
    await get("{ one }");
    expect(keys).toEqual([]);
  });

  it("is no subscription's", async () => {
    const { post, contexts } = bare();
    await (await post({ query: "subscription { numbers(to: 1) }" }, { accept: "text/event-stream" })).text();
    expect(contexts[0]).toMatchObject({ found: null });
  });
});
