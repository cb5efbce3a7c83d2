import { describe, expect, it } from "vitest";
import { takeOption } from "../../cli/local/own-option.ts";

const take = (...args: string[]) => takeOption(args, "dataset", "a folder");

describe("an option of ours beside those of another program", () => {
  it.each([
    [[], undefined],
    [["--dataset", "facts"], "facts"],
    [["--dataset=facts"], "facts"],
    [["--dataset=-facts"], "-facts"],
    [["--dataset", "older", "--dataset", "facts"], "facts"],
  ])("is taken out: %j", (own, value) => {
    expect(take("--env", "staging", ...own, "--dry-run", "x")).toEqual({
      value,
      rest: ["--env", "staging", "--dry-run", "x"],
    });
  });

  it.each([[["--dataset"]], [["--dataset="]], [["--dataset", ""]], [["--dataset", "--dry-run"]]])(
    "is refused without a value: %j",
    (own) => expect(() => take("--env", "staging", ...own)).toThrow("--dataset takes a folder"),
  );

  it("is not what comes after two dashes", () => {
    expect(take("x", "--", "--dataset", "facts")).toEqual({
      value: undefined,
      rest: ["x", "--", "--dataset", "facts"],
    });
  });
});
