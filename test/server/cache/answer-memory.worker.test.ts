import { expect, it } from "vitest";
import { answerMemory } from "../../../src/server/cache/answer-memory.ts";
import type { SharedCache, SharedEntry } from "../../../src/server/cache/shared-cache.ts";

/** A cache that notes what it is asked for. */
function notingCache(kept: Record<string, SharedEntry> = {}) {
  const asked: string[] = [];
  const cache: SharedCache = {
    match: async (key) => {
      asked.push(key);
      return kept[key] ?? null;
    },
    put: async (key, entry) => {
      kept[key] = entry;
    },
  };
  return { asked, kept, cache };
}

const answer = (body: string): SharedEntry => ({ body, policy: "public, no-cache" });

it("asks the cache for an answer once", async () => {
  const { asked, cache } = notingCache({ nato: answer("30 members") });
  const memory = answerMemory()(cache);
  expect(await memory.match("nato")).toEqual(answer("30 members"));
  expect(await memory.match("nato")).toEqual(answer("30 members"));
  expect(asked).toEqual(["nato"]);
});

it("knows what it has put without asking, and has it in the cache for other isolates", async () => {
  const { asked, kept, cache } = notingCache();
  const remembering = answerMemory();
  await remembering(cache).put("nato", answer("30 members"), 60);
  expect(await remembering(cache).match("nato")).toEqual(answer("30 members"));
  expect(asked).toEqual([]);
  expect(kept).toEqual({ nato: answer("30 members") });
});

it("asks again for what is not there", async () => {
  const { asked, kept, cache } = notingCache();
  const memory = answerMemory()(cache);
  expect(await memory.match("nato")).toBeNull();
  kept["nato"] = answer("32 members");
  expect(await memory.match("nato")).toEqual(answer("32 members"));
  expect(asked).toEqual(["nato", "nato"]);
});

it("leaves to the cache what is no answer, such as a document", async () => {
  const { asked, cache } = notingCache({ document: { body: "{ actor }", policy: "" } });
  const memory = answerMemory()(cache);
  await memory.match("document");
  await memory.match("document");
  await memory.put("other", { body: "{ alliance }", policy: "" }, 60);
  await memory.match("other");
  expect(asked).toEqual(["document", "document", "other"]);
});

it("remembers so many characters at most, those of the answers that were asked for last", async () => {
  const { asked, cache } = notingCache({ a: answer("12345"), b: answer("12345"), c: answer("1") });
  const memory = answerMemory(10)(cache);
  for (const key of ["a", "b", "a", "c", "a", "b"]) await memory.match(key);
  expect(asked).toEqual(["a", "b", "c", "b"]);
});
