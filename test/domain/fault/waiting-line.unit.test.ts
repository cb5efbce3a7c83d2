import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LOST_MS, WaitingLine } from "../../../src/domain/fault/waiting-line.ts";

let line: WaitingLine;
let begun: string[];

beforeEach(() => {
  vi.useFakeTimers();
  line = new WaitingLine(Date.now);
  begun = [];
});
afterEach(() => void vi.useRealTimers());

/** Enters the line; its work ends when it is told to. */
function enter(name: string, isGivenUp?: () => boolean) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const work = () => {
    begun.push(name);
    return promise;
  };
  const done = line.inTurn(work, isGivenUp);
  return { done, end: () => resolve(name), fail: reject };
}

const later = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe("a line of requests", () => {
  it("lets who comes first begin at once, without waiting", () => {
    enter("a");
    expect(begun).toEqual(["a"]);
  });

  it("lets one work at a time, in the order in which they came, however long each takes", async () => {
    const all = ["a", "b", "c", "d"].map((name) => enter(name));
    for (const [n, one] of all.entries()) {
      await later(10_000);
      expect(begun).toEqual(["a", "b", "c", "d"].slice(0, n + 1));
      one.end();
      expect(await one.done).toBe(begun.at(-1));
    }
  });

  it("goes on after who fails, and who fails is told why", async () => {
    const [a] = [enter("a"), enter("b")];
    a.fail(new Error("no"));
    await expect(a.done).rejects.toThrow("no");
    await later(10);
    expect(begun).toEqual(["a", "b"]);
  });

  it("lets the next begin soon, also where a hundred wait", async () => {
    const all = Array.from({ length: 100 }, (_, n) => enter(`${n}`));
    for (const [n, one] of all.entries()) {
      one.end();
      await later(10);
      expect(begun.length).toBeGreaterThan(Math.min(n + 1, all.length - 1));
    }
  });

  it("waits no longer for who is given up at work", async () => {
    let isGivenUp = false;
    enter("a", () => isGivenUp);
    enter("b");
    await later(5_000);
    expect(begun).toEqual(["a"]);
    isGivenUp = true;
    await later(200);
    expect(begun).toEqual(["a", "b"]);
  });

  it("has who is given up while waiting begin, and those behind it wait for who is at work", async () => {
    let isGivenUp = false;
    const a = enter("a");
    const b = enter("b", () => isGivenUp);
    enter("c");
    isGivenUp = true;
    await later(10);
    expect(begun).toEqual(["a", "b"]);
    b.end();
    await later(1_000);
    expect(begun).toEqual(["a", "b"]);
    a.end();
    await later(10);
    expect(begun).toEqual(["a", "b", "c"]);
  });

  it("takes out who is gone without a word, at work or waiting", async () => {
    // Their timers went with them.
    const timer = vi.spyOn(globalThis, "setInterval").mockReturnValueOnce(0 as never);
    enter("gone at work");
    const pause = vi.spyOn(globalThis, "setTimeout").mockReturnValueOnce(0 as never);
    enter("gone while waiting");
    enter("c");
    await later(LOST_MS - 50);
    expect(begun).toEqual(["gone at work"]);
    await later(100);
    expect(begun).toEqual(["gone at work", "c"]);
    expect([timer, pause].every((spy) => spy.mock.calls.length > 1)).toBe(true);
  });

  it("lets who was thought lost begin at once when it comes back", async () => {
    vi.spyOn(globalThis, "setInterval").mockReturnValueOnce(0 as never);
    enter("gone");
    let comeBack: () => void = () => undefined;
    vi.spyOn(globalThis, "setTimeout").mockImplementationOnce(((then: () => void) => (comeBack = then)) as never);
    const late = enter("late");
    const third = enter("third");
    await later(LOST_MS + 50);
    third.end();
    await third.done;
    comeBack();
    await later(0);
    expect(begun).toEqual(["gone", "third", "late"]);
    late.end();
    expect(await late.done).toBe("late");
  });

  it("takes nobody out because nobody was let run for a while", async () => {
    enter("a");
    enter("b");
    enter("c");
    await later(20);
    vi.setSystemTime(Date.now() + 60_000);
    await later(1_000);
    expect(begun).toEqual(["a"]);
  });
});
