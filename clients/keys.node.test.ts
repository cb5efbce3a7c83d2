import { expect, inject, test } from "vitest";
import { graphcache } from "./client/graphcache.ts";
import { withIds } from "./question/as-sent.ts";
import { goldenQuestions } from "./question/golden-questions.ts";
import { introspection, keys } from "./question/schema.ts";
import { saidDuring, wantedKey } from "./said.ts";

const address = inject("address");

test("graphcache wants to be told keys of types without an id alone, which Revision is not", async () => {
  const said = await saidDuring(async () => {
    const client = graphcache(address, { schema: introspection });
    for (const question of goldenQuestions) await client.ask(withIds(question));
  });
  const wanted = new Set(said.map(wantedKey));
  expect(wanted).toContain("Period");
  expect(Object.keys(keys)).toEqual(expect.arrayContaining([...wanted]));
  expect(Object.keys(keys)).not.toContain("Revision");
});
