import { afterAll, beforeAll, vi } from "vitest";

/** Has the clock stand still in a file of tests, so that a token is as old as it says, however long the tests take. */
export function stillClock(): void {
  beforeAll(() => void vi.useFakeTimers({ now: new Date("2026-11-24T12:00:00Z"), toFake: ["Date"] }));
  afterAll(() => void vi.useRealTimers());
}
