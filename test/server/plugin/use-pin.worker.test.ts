import { describe, expect, it } from "vitest";
import { documentCache } from "../../../src/server/document/document-cache.ts";
import { revisionClock, type RevisionRange } from "../../../src/server/cache/revision-clock.ts";
import { usualSettings } from "../../../src/server/settings.ts";
import { useDocumentCache } from "../../../src/server/plugin/use-document-cache.ts";
import { usePin } from "../../../src/server/plugin/use-pin.ts";
import { bareYoga, NUMBERS } from "./bare-yoga.ts";

function bare(ranges: RevisionRange[]) {
  const read = async () => ranges.shift()!;
  const documents = documentCache(NUMBERS, usualSettings.document);
  return bareYoga({
    plugins: [useDocumentCache(documents), usePin(revisionClock(60_000))],
    given: { address: null },
    state: { read, now: 1 },
  });
}

const range = (newest: number): RevisionRange => ({
  oldest: 2,
  newest,
  at: "",
  lineage: "0f".repeat(12),
  bookmark: null,
});

describe("a pin", () => {
  it("is null where none is asked for, and nothing is read", async () => {
    const { post, contexts } = bare([]);
    await post({ query: "{ one }" });
    expect(contexts[0]).toMatchObject({ pin: { revision: null, lineage: null } });
  });

  it("is read from extensions or header, and looked for anew where it is newer than what is known", async () => {
    const { post, contexts } = bare([range(3), range(4)]);
    await post({ query: "{ one }", extensions: { revision: 3 } });
    await post({ query: "{ one }" }, { "entente-revision": "4" });
    expect(contexts).toMatchObject([3, 4].map((revision) => ({ pin: { revision } })));
  });

  it("to a lineage is looked for anew where what is known is of another: the data was restored", async () => {
    const { post, contexts } = bare([range(3), { ...range(3), lineage: "f0".repeat(12) }]);
    await post({ query: "{ one }", extensions: { revision: 3 } });
    await post({ query: "{ one }", extensions: { revision: 3, lineage: "f0".repeat(12) } });
    expect(contexts).toMatchObject(["0f", "f0"].map((half) => ({ pin: { lineage: half.repeat(12) } })));
  });

  it.each([
    ["{ one }", 1],
    ["{ one }", 9],
    ["mutation { one }", 2],
  ])("of %s to %d is 400 under either media type", async (query, revision) => {
    const { post, contexts } = bare([range(3), range(3)]);
    expect((await post({ query, extensions: { revision } }, { accept: "application/json" })).status).toBe(400);
    expect(contexts).toEqual([]);
  });
});
