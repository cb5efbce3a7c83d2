import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { groups, helpText } from "../../cli/command/help.ts";

const root = join(import.meta.dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };

test("every script has a line, and every line a script", () => {
  const told = Object.values(groups).flatMap((lines) => Object.keys(lines));
  expect(told.toSorted()).toEqual(Object.keys(scripts).toSorted());
});

test.each(Object.keys(groups["To use Entente"]!))(
  "npm run %s -- --help says how it is used, and does nothing",
  (script) => {
    const [, command] = /(cli\/\S+)/.exec(scripts[script]!)!;
    for (const option of ["--help", "-h"]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [command!, option], {
        cwd: root,
        encoding: "utf8",
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toMatch(script === "start" ? /^npm start / : new RegExp(`^npm run ${script}`));
      expect(stdout).not.toContain("*");
    }
  },
);

test("is printed, users' scripts first", () => {
  const { stdout } = spawnSync(process.execPath, ["cli/command/help.ts"], { cwd: root, encoding: "utf8" });
  expect(stdout.trim()).toBe(helpText());
  expect(stdout.startsWith("To use Entente\n  npm run start ")).toBe(true);
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
});
