import { expect, it } from "vitest";
import { killWrites } from "../../cli/drill/kill-writes.ts";

it("a service that is killed in the middle of writes has nothing torn, doubled or lost", async () => {
  const report = await killWrites(3);
  expect(report.kills).toBe(3);
  expect(report.inFlight).toBeGreaterThan(0);
  // What was in flight was sent again, and answered.
  expect(report.acknowledged).toBe(report.sent);
}, 300_000);
