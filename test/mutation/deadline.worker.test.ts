import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { usualSettings } from "../../src/server/settings.ts";
import { faulty, faultyAt, hanging, taking } from "../faulty-database.ts";
import { holdClock, later, whileTimePasses } from "../held-clock.ts";
import { loadDataset } from "../load-dataset.ts";
import { expectUnanswered, isWrite, made, send, writes } from "./faulty-write.ts";
import { mutate } from "./send.ts";

beforeAll(loadDataset);
beforeEach(() => {
  holdClock();
  vi.spyOn(console, "log").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
});

const SHORT = { LIMIT_DEADLINE_MS: 1_000 };
const write = writes["applyChangeset"]!;

describe("a mutation", () => {
  it.each(["before", "after"] as const)(
    "that D1 hangs at, at whatever call, %s doing it: it says in time what is known, and is done once when sent again",
    async (when) => {
      for (let n = 1; ; n += 1) {
        const name = `hanging-${when}-${n}`;
        const { database, calls } = faultyAt(n, hanging(when));
        const start = Date.now();
        const answer = await whileTimePasses(send(write(name), database, SHORT));
        if (answer.status === 200) break;
        expect(Date.now() - start).toBe(SHORT.LIMIT_DEADLINE_MS);
        await expectUnanswered(answer, { name, code: "DEADLINE_EXCEEDED", isSent: calls.some(isWrite) });
        expect(calls).toHaveLength(n);
        const again = await mutate(write(name));
        expect(again.revision?.reason).toBe(name);
        expect((await made(name))?.n).toBe(1);
      }
    },
  );

  it("that D1 takes a second for each call of is told after three seconds, and sends no more after that", async () => {
    const { database, calls } = faulty(() => taking(1_000));
    const start = Date.now();
    const answer = await whileTimePasses(send(write("slow"), database));
    expect(Date.now() - start).toBe(usualSettings.deadlineMs);
    await later(1_500);
    await expectUnanswered(answer, { name: "slow", code: "DEADLINE_EXCEEDED", isSent: calls.some(isWrite) });
    const sent = calls.length;
    await later(1_500);
    expect(calls).toHaveLength(sent);
    expect((await mutate(write("slow"))).revision?.reason).toBe("slow");
    expect((await made("slow"))?.n).toBe(1);
  });
});
