import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

const root = join(import.meta.dirname, "../..");

function start(folder: string, ...options: string[]) {
  const { status, stderr } = spawnSync(process.execPath, ["cli/command/start.mjs", ...options], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, said: stderr.trim() };
}

test("says in one line that it is not installed", () => {
  const folder = mkdtempSync(join(tmpdir(), "entente-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(root, "cli"), join(folder, "cli"), { recursive: true });
  expect(start(folder)).toEqual({ status: 1, said: "Entente is not installed: run npm ci first" });
});

test("says in one line that the port is taken, and how to choose another", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  expect(start(root, "--port", `${address.port}`)).toEqual({
    status: 1,
    said: `Port ${address.port} is in use: choose another with npm start -- --port ${address.port + 1}`,
  });
});

test.each(["0", "65536", "http", "-1", "80.5"])("refuses the port %s", (port) => {
  expect(start(root, `--port=${port}`)).toEqual({
    status: 1,
    said: `--port takes a number from 1 to 65535, not "${port}"`,
  });
});
