import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { usageOf } from "../../cli/command/usage.ts";
import { groups, helpText } from "../../cli/command/help.ts";

const root = join(import.meta.dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };

test("every script has a line, and every line a script", () => {
  const told = Object.values(groups).flatMap((lines) => Object.keys(lines));
  expect(told.toSorted()).toEqual(Object.keys(scripts).toSorted());
});

const fileOf = (script: string) => join(root, /cli\/\S+/.exec(scripts[script]!)![0].replace(".mjs", ".ts"));

test.each(Object.keys(groups["To use Entente"]!))("npm run %s -- --help has something to say", (script) => {
  expect(readFileSync(fileOf(script), "utf8")).toContain("isHelped(import.meta.filename)");
  const usage = usageOf(fileOf(script));
  expect(usage).toMatch(script === "start" ? /^npm start / : new RegExp(`^npm run ${script} .*: `));
  expect(usage).not.toMatch(/[*`\n]/);
});

test.each(["--help", "-h"])("a command that is asked %s says how it is used, and does nothing", (option) => {
  const options = { cwd: root, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileOf("restore"), "file.gz", option], options);
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${usageOf(fileOf("restore"))}\n`, stderr: "" });
});

test("is printed, users' scripts first", () => {
  const { stdout } = spawnSync(process.execPath, ["cli/command/help.ts"], { cwd: root, encoding: "utf8" });
  expect(stdout.trim()).toBe(helpText());
  expect(stdout.startsWith("To use Entente\n  npm run start ")).toBe(true);
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
});
