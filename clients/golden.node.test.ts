import { describe, expect, inject, test } from "vitest";
import { apollo } from "./client/apollo.ts";
import type { CachingClient } from "./client/caching-client.ts";
import { graphcache } from "./client/graphcache.ts";
import { compiledByRelay } from "./client/relay-compiler.ts";
import { relay } from "./client/relay.ts";
import { relaySource } from "./client/relay-source.ts";
import { withIds, withTypes } from "./question/as-sent.ts";
import { goldenQuestions } from "./question/golden-questions.ts";
import { introspection, keys, possibleTypes, typePolicies } from "./question/schema.ts";
import { saidDuring, wantedKey } from "./said.ts";
import { rawAnswer } from "./service/raw-answer.ts";

const address = inject("address");
const identified = goldenQuestions.map(withIds);
const questions = [...goldenQuestions.map(withTypes), ...identified];
const compiled = compiledByRelay(Object.fromEntries(questions.map((one) => [one.name, relaySource(one)])));

/** As their manuals would have them told of the schema. */
const clients: Readonly<Record<string, () => CachingClient>> = {
  "Apollo Client": () => apollo(address, { possibleTypes, typePolicies }),
  graphcache: () => graphcache(address, { schema: introspection, keys }),
  Relay: () => relay(address, compiled),
};

test("every golden query is asked", () => {
  expect(goldenQuestions.length).toBeGreaterThan(30);
});

describe.each(Object.entries(clients))("%s", (name, make) => {
  test.each(questions.map((one) => [one.name, one] as const))("keeps the answer to %s", async (_name, question) => {
    const client = make();
    const raw = await rawAnswer(address, question);
    const said = await saidDuring(async () => {
      await client.ask(question);
      expect(await client.read(question)).toEqual(raw);
    });
    // Graphcache asks for the ids that a question leaves out.
    expect(said.filter((line) => Object.hasOwn(keys, wantedKey(line) ?? "Query"))).toEqual([]);
  });

  test("keeps all these answers at once", async () => {
    const client = make();
    const said = await saidDuring(async () => {
      for (const question of identified) await client.ask(question);
    });
    expect(said).toEqual([]);
    let kept = 0;
    for (const question of identified) {
      const read = await client.read(question);
      // Of a list without ids Apollo keeps what was said last, and asks again for the rest.
      if (name === "Apollo Client" && read === undefined) continue;
      // Relay gives more: fields of `... on Actor` of what is none, where another answer had them.
      expect({ [question.name]: read }).toMatchObject({ [question.name]: await rawAnswer(address, question) });
      kept += 1;
    }
    expect(kept).toBeGreaterThan(identified.length * 0.8);
  });
});
