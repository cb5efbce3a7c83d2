import { execSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { codeBlocks, exampleReason, printedIn } from "./code-block.ts";
import { isSession, SESSION_PAGES, steady } from "./session.ts";

const root = join(import.meta.dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };

/** Runs a command as a page has it, beside a database of its own, and gives what it says. */
function said(command: string, folder: string): string {
  const [, script, options = ""] = /^npm run (?<script>\S+)(?: -- (?<options>.*))?$/.exec(command) ?? [];
  if (script === undefined) return execSync(command, { cwd: root, encoding: "utf8" });
  const [, ...words] = scripts[script]!.replace(/(\S+\.ts)$/, (file) => join(root, file)).split(" ");
  const args = [
    ...words,
    ...options.split(" ").filter((option) => option !== ""),
    "--persist-to",
    join(folder, "state"),
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  return `${stdout}${stderr}`;
}

describe.each(SESSION_PAGES)("%s", (page) => {
  test("prints what its commands say, one after the other", () => {
    const folder = mkdtempSync(join(tmpdir(), "entente-docs-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    said("npm run load", folder);
    const sessions = codeBlocks(page, readFileSync(join(root, page), "utf8"))
      .filter((block) => isSession(block) && exampleReason(block) === null)
      .flatMap(printedIn);
    expect(sessions.length).toBeGreaterThan(0);
    for (const { command, answer } of sessions)
      expect({ command, said: steady(said(command, folder)) }).toEqual({ command, said: steady(answer) });
  });
});
