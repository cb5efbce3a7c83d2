import { expect, it } from "vitest";
import { statusesAtLeast, statusLadder } from "../../src/domain/status-ladder.ts";

it("has the statuses that an alliance climbs through, lowest first", () => {
  expect(statusLadder).toEqual(["PROPOSED", "NEGOTIATING", "AGREED", "SIGNED", "RATIFIED", "IN_FORCE"]);
});

it("has above a status those after it, and above one off the ladder nothing", () => {
  expect(statusesAtLeast("PROPOSED")).toEqual(statusLadder);
  expect(statusesAtLeast("RATIFIED")).toEqual(["RATIFIED", "IN_FORCE"]);
  expect(statusesAtLeast("SUSPENDED")).toEqual(["SUSPENDED"]);
  expect(statusesAtLeast("TERMINATED")).toEqual(["TERMINATED"]);
});
