import { describe, expect, it } from "vitest";
import { policyOf, secondsLeftOfDay, VARY } from "../../../src/server/cache/cache-control.ts";

describe("what a client may do with a shared answer", () => {
  const now = Date.parse("2026-11-24T23:59:30Z");

  it.each([
    ["of the present: ask each time", { isFixed: false, usesToday: false }, "public, no-cache"],
    ["of the present and of today: the same", { isFixed: false, usesToday: true }, "public, no-cache"],
    ["that is pinned: keep it for good", { isFixed: true, usesToday: false }, "public, max-age=31536000, immutable"],
    ["that is pinned and of today: keep it for the day", { isFixed: true, usesToday: true }, "public, max-age=30"],
  ])("%s", (_, lifetime, policy) => {
    expect(policyOf({ ...lifetime, now })).toBe(policy);
  });

  it("depends on these headers of the request", () => {
    expect(VARY).toBe("Accept, Accept-Encoding, Authorization, Entente-Bookmark, Entente-Lineage, Entente-Revision");
  });
});

describe("the seconds until the UTC day ends", () => {
  it.each([
    ["2026-11-24T00:00:00Z", 86_400],
    ["2026-11-24T23:59:30.001Z", 29],
    ["2026-11-24T23:59:59Z", 1],
    ["2026-11-24T23:59:59.999Z", 1],
  ])("at %s are %d, and never none", (time, seconds) => {
    expect(secondsLeftOfDay(Date.parse(time))).toBe(seconds);
  });
});
