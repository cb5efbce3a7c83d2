import { NO_PIN } from "../../../src/server/cache/pinned-revision.ts";
import { describe, expect, it } from "vitest";
import { Unavailable } from "../../../src/domain/fault/unavailable.ts";
import { useOutcome } from "../../../src/server/plugin/use-outcome.ts";
import { bareYoga } from "./bare-yoga.ts";

const cost = { requested: 1, limit: 2, remaining: 1 };

describe("an answer", () => {
  it("tells its cost and its pin", async () => {
    const { post } = bareYoga({
      plugins: [useOutcome()],
      given: { cost, pin: { revision: 7, lineage: "0f".repeat(12), isOfLineage: false } },
    });
    expect(await (await post({ query: "{ one }" })).json()).toEqual({
      data: { one: 1 },
      extensions: { cost, revision: 7, lineage: "0f".repeat(12) },
    });
  });

  it("tells no pin where there is none, nor anything where it is refused", async () => {
    const { post } = bareYoga({ plugins: [useOutcome()], given: { cost, pin: NO_PIN } });
    expect(await (await post({ query: "{ one }" })).json()).toEqual({ data: { one: 1 }, extensions: { cost } });
    expect(await (await post({ query: "{ two }" })).json()).not.toHaveProperty("extensions");
  });

  it("tells its cost in each event", async () => {
    const { post } = bareYoga({ plugins: [useOutcome()], given: { cost, pin: NO_PIN } });
    const text = await (
      await post({ query: "subscription { numbers(to: 2) }" }, { accept: "text/event-stream" })
    ).text();
    expect(text.match(/"remaining":1/g)).toHaveLength(2);
  });

  it("is nothing where the database was lost", async () => {
    const lost = {
      onExecute: ({ setExecuteFn }: { setExecuteFn: (run: () => object) => void }) =>
        setExecuteFn(() => ({
          data: { one: null },
          errors: [{ originalError: new Unavailable("UNAVAILABLE", false) }],
        })),
    };
    const { post } = bareYoga({ plugins: [useOutcome()], given: { cost, pin: NO_PIN }, executing: [lost] });
    expect(await (await post({ query: "{ one }" })).json()).toMatchObject({ data: null });
  });
});
