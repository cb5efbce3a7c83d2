import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

const root = join(import.meta.dirname, "../..");

/** The last line of the report of an import: what was added, changed, left alone and refused. */
function imported(path: string, folder: string, rejects: string): { said: string; refused: number } {
  const args = ["cli/command/import.ts", path, "--persist-to", folder, "--rejects", rejects];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const said = stdout.trim().split("\n").at(-1) ?? "";
  return { said, refused: Number(/(\d[\d,]*) refused$/.exec(said)?.[1]?.replaceAll(",", "")) };
}

// The files of others lie beside the project for those who have them: they may not be shipped.
describe.each([["archigos", 3409]])("%s", (name, rows) => {
  const path = join(root, "../shared/data", name);
  const absent = !existsSync(path);

  it.skipIf(absent)(
    `is taken over but for one row in a hundred at most, and a second time nothing changes${absent ? ` (skipped: there is no ../shared/data/${name})` : ""}`,
    () => {
      const folder = mkdtempSync(join(tmpdir(), "entente-whole-"));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      const rejects = join(folder, "rejects.ndjson");
      const first = imported(path, join(folder, "db"), rejects);
      expect(first.refused).toBeLessThanOrEqual(rows / 100);
      const told = readFileSync(rejects, "utf8").split("\n").filter(Boolean);
      expect(told).toHaveLength(first.refused);
      for (const line of told) {
        const place = { file: expect.any(String) as string, line: expect.any(Number) as number };
        expect(JSON.parse(line)).toEqual({ ...place, reason: expect.any(String) as string });
      }
      const second = imported(path, join(folder, "db"), rejects);
      expect(second.said).toContain(": 0 added, 0 changed, ");
      expect(second.refused).toBe(first.refused);
    },
  );
});
