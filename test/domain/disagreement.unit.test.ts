import { describe, expect, it } from "vitest";
import { reasonFor } from "../../src/domain/disagreement.ts";

describe("the reason why a claim is used", () => {
  it("is its rank, where it is preferred", () => {
    expect(reasonFor("MEMBERSHIP", ["NORMAL", "PREFERRED"])).toMatch(/^PREFERRED wins: .* leave out the NORMAL ones/);
    expect(reasonFor("EVENT", ["PREFERRED", "NORMAL"])).toMatch(/^PREFERRED wins: .* the version to go by/);
  });

  it("says that a deprecated claim is kept only", () => {
    expect(reasonFor("EVENT", ["PREFERRED", "DEPRECATED"])).toContain(". The DEPRECATED claim is known to be wrong");
    expect(reasonFor("OFFICE", ["NORMAL", "DEPRECATED", "DEPRECATED"])).toBe(
      "The NORMAL claim is the only one left. The DEPRECATED claims are known to be wrong or were withdrawn, and are kept with their sources only.",
    );
    expect(reasonFor("OFFICE", ["DEPRECATED", "DEPRECATED"])).toMatch(/^No claim is used\. /);
  });

  it("is that none is preferred, where all are alike", () => {
    expect(reasonFor("ALLIANCE_STATUS", ["NORMAL", "NORMAL"])).toBe(
      "No claim is PREFERRED: the NORMAL ones count alike, and answers use each of them.",
    );
  });
});
