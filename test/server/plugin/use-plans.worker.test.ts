import { usualSettings } from "../../../src/server/settings.ts";
import { execute, type ExecutionArgs } from "graphql";
import type { PlanUse } from "../../../src/domain/plan-use.ts";
import { describe, expect, it } from "vitest";
import { usePlans } from "../../../src/server/plugin/use-plans.ts";
import { bareYoga } from "./bare-yoga.ts";

const ada = { name: "Ada", subject: "ada", role: "editor" } as const;

/** A context with a method, which Yoga's copies of contexts lose. */
class Resolving {
  readonly given: unknown[];
  readonly today: () => string;

  constructor(given: unknown[], today: () => string) {
    this.given = given;
    this.today = today;
  }

  day() {
    return this.today();
  }
}

function bare(run: (context: Resolving) => void, plans = true) {
  const stages: Record<string, unknown>[] = [];
  const executing = async (args: ExecutionArgs, told: (use: PlanUse) => void) => {
    run(args.contextValue as Resolving);
    told("hit");
    return await execute({ ...args, rootValue: { one: 1 } });
  };
  const watching = {
    onExecute: ({ args }: { args: { contextValue: Record<string, unknown> } }) => void stages.push(args.contextValue),
  };
  const yoga = bareYoga({
    plugins: [watching],
    given: { identity: ada, pin: { revision: 7, lineage: "0f".repeat(12), isOfLineage: false } },
    executing: [usePlans(executing, { ...usualSettings, plans })],
    state: {
      now: Date.parse("2026-11-24T00:00:00Z"),
      elapsed: () => 4,
      resolverContext: (identity, revision, today) => new Resolving([identity, revision], today),
    },
  });
  return { ...yoga, stages };
}

describe("what is executed", () => {
  it("is given a context of its own, with whom, as of when, and the day", async () => {
    const seen: unknown[] = [];
    const { post, stages } = bare((context) => seen.push(...context.given, context.day()));
    expect(await (await post({ query: "{ one }" })).json()).toEqual({ data: { one: 1 } });
    expect(seen).toEqual([ada, 7, "2026-11-24"]);
    const { startedAt, usesToday } = stages[0]!["execution"] as { startedAt: number; usesToday: () => boolean };
    expect([startedAt, usesToday()]).toEqual([4, true]);
  });

  it("is not of today where nobody asked for the day", async () => {
    const { post, stages } = bare(() => undefined);
    await post({ query: "{ one }" });
    expect((stages[0]!["execution"] as { usesToday: () => boolean }).usesToday()).toBe(false);
  });
});

describe("plans", () => {
  const useOf = (stages: Record<string, unknown>[]) =>
    (stages[0]!["execution"] as { planUse: () => PlanUse | null }).planUse();

  it("are told of as what executes tells of them", async () => {
    const { post, stages } = bare(() => undefined);
    await post({ query: "{ one }" });
    expect(useOf(stages)).toBe("hit");
  });

  it("are not asked where they are switched off", async () => {
    const seen: unknown[] = [];
    const { post, stages } = bare((context) => seen.push(context), false);
    expect(await (await post({ query: "{ one }" })).json()).toEqual({ data: { one: null } });
    expect([seen, useOf(stages)]).toEqual([[], "off"]);
  });
});

describe("a subscription", () => {
  it("is given the same context", async () => {
    const { post } = bare(() => undefined);
    const response = await post({ query: "subscription { numbers(to: 1) }" }, { accept: "text/event-stream" });
    // Nothing resolves it here: that is told by graphql-js, which was asked.
    expect(await response.text()).toContain("Subscription field must return Async Iterable");
  });
});
