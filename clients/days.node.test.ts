import { describe, expect, inject, test } from "vitest";
import { apollo } from "./client/apollo.ts";
import type { CachingClient } from "./client/caching-client.ts";
import { graphcache } from "./client/graphcache.ts";
import { compiledByRelay } from "./client/relay-compiler.ts";
import { relay } from "./client/relay.ts";
import { relaySource } from "./client/relay-source.ts";
import { twoDays } from "./question/days.ts";
import { saidDuring, wantedKey } from "./said.ts";
import { rawAnswer } from "./service/raw-answer.ts";

const address = inject("address");
const questions = twoDays.flatMap(({ together, early, late }) => [together, early, late]);
const compiled = compiledByRelay(Object.fromEntries(questions.map((one) => [one.name, relaySource(one)])));

/** As they are when nobody has told them anything. */
const clients: Readonly<Record<string, () => CachingClient>> = {
  "Apollo Client": () => apollo(address),
  graphcache: () => graphcache(address),
  Relay: () => relay(address, compiled),
};

const named = twoDays.map((one) => [one.name, one] as const);

test.each(named)("%s are told otherwise on the other day", async (_name, { early, late }) => {
  expect(await rawAnswer(address, early)).not.toEqual(await rawAnswer(address, late));
});

describe.each(Object.entries(clients))("%s", (_name, make) => {
  test.each(named)("keeps two days of one answer apart: %s", async (_name, { together }) => {
    const client = make();
    const raw = await rawAnswer(address, together);
    const said = await saidDuring(async () => {
      await client.ask(together);
      expect(await client.read(together)).toEqual(raw);
    });
    expect(said.filter((line) => wantedKey(line) === null)).toEqual([]);
  });

  test.each(named)("keeps two days of two answers apart: %s", async (_name, { early, late }) => {
    const client = make();
    const said = await saidDuring(async () => {
      await client.ask(early);
      await client.ask(late);
    });
    expect(await client.read(early)).toEqual(await rawAnswer(address, early));
    expect(await client.read(late)).toEqual(await rawAnswer(address, late));
    expect(said.filter((line) => wantedKey(line) === null)).toEqual([]);
  });
});
