import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { localSettings, localToken } from "../../cli/local/local-identity.ts";
import { type IdentitySettings, readIdentitySettings } from "../../src/server/auth/identity-settings.ts";
import { settings } from "../../src/server/settings.ts";
import { checkToken } from "../../src/server/auth/token.ts";
import type { PublicKeys } from "../../src/server/auth/public-keys.ts";

const root = join(import.meta.dirname, "../..");
const moment = () => ({ now: Date.now(), waitUntil: () => undefined });

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-token-"));
  file = join(folder, "nested/key.json");
});

afterEach(() => rmSync(folder, { recursive: true }));

async function claimsOf(token: string, env: object) {
  const read = readIdentitySettings(env) as IdentitySettings;
  return checkToken(token, read, (header) => (read.keys as PublicKeys)(header), moment());
}

test("a local token is good at the local Worker, for its name, role and hours", async () => {
  const env = await localSettings(file);
  const claims = await claimsOf(await localToken({ name: "Ada", role: "editor", hours: 0.5 }, file), env);
  expect(claims).toMatchObject({ name: "Ada", role: "editor", sub: "local:Ada", exp: claims.iat! + 1800 });
});

test("the local Worker's settings are all set, so that none of a deployed one's is left", async () => {
  const ofIdentity = Object.keys(settings).filter((name) => name.startsWith("AUTH_"));
  expect(Object.keys(await localSettings(file)).toSorted()).toEqual(ofIdentity.toSorted());
});

test("the key is made once, and for its owner's eyes only", async () => {
  const [first, second] = [await localSettings(file), await localSettings(file)];
  expect(second).toEqual(first);
  expect(first["AUTH_JWKS"]).not.toContain('"d"');
  // Windows has no such modes.
  expect(process.platform === "win32" || (statSync(file).mode & 0o777) === 0o600).toBe(true);
});

test("another machine's token is refused", async () => {
  const token = await localToken({ name: "Eve", role: "admin", hours: 1 }, join(folder, "other.json"));
  await expect(claimsOf(token, await localSettings(file))).rejects.toThrow("The token's key is none");
});

test("a key file that holds no key is told", async () => {
  const spoilt = join(folder, "spoilt.json");
  writeFileSync(spoilt, "{");
  await expect(localSettings(spoilt)).rejects.toThrow(`${spoilt} holds no key: delete it, and a new one is made`);
});

function run(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["cli/command/token.ts", ...options], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("the command prints the token and nothing else", () => {
  const { status, stdout, stderr } = run("--role", "editor", "--name", "Ada", "--hours", "2");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  expect(stderr).toContain("Ada may act as editor until");
  expect(stderr).not.toContain(stdout.trim());
});

test.each([
  [["--role", "boss"], '--role takes one of reader, editor, admin, not "boss"'],
  [["--hours", "0"], '--hours takes a number up to 720, not "0"'],
  [["--hours", "week"], '--hours takes a number up to 720, not "week"'],
  [["--name", " "], "--name takes 1 to 200 characters on one line"],
])("the command refuses %j in one line", (options, line) => {
  expect(run(...options)).toEqual({ status: 1, stdout: "", stderr: `${line}\n` });
});
