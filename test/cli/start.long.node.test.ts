import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { globSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

let state: string;
beforeAll(() => {
  state = mkdtempSync(join(tmpdir(), "entente-served-"));
});
afterAll(() => rmSync(state, { recursive: true, force: true }));

interface Process {
  id: number;
  group: number;
  parent: number;
  command: string;
}

function processes(): Process[] {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,pgid=,ppid=,stat=,args="], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => {
    const [, id, group, parent, status, command] = /^ *(\d+) +(\d+) +(\d+) +(\S+) (.*)$/.exec(line) ?? [];
    // What has ended and is not yet noted by its parent runs no more.
    if (command === undefined || status!.startsWith("Z")) return [];
    return [{ id: Number(id), group: Number(group), parent: Number(parent), command }];
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** `npm start` that answers. */
async function started() {
  const port = await freePort();
  const child = spawn(process.execPath, ["cli/command/start.mjs", "--port", `${port}`, "--persist-to", state], {
    cwd: root,
  });
  let said = "";
  const greeted = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("Ctrl-C")) resolve();
    });
  });
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, "exit") as Promise<[number | null, string | null]>;
  await Promise.race([
    greeted,
    ended.then(() => {
      throw new Error(said);
    }),
  ]);
  const wrangler = processes().find(({ parent, command }) => parent === child.pid && command.includes("wrangler"))!;
  const group = () => processes().filter((one) => one.group === wrangler.id);
  return { child, port, ended, said: () => said, group };
}

async function untilEmpty(group: () => Process[]): Promise<void> {
  while (group().length > 0) await new Promise((resolve) => setTimeout(resolve, 100));
}

describe("what npm start serves", () => {
  it("is the service alone: no explorer of databases beside it, no store of what was asked, nothing for others to read", async () => {
    const { child, port, ended, group } = await started();
    try {
      for (const path of ["/cdn-cgi/explorer", "/cdn-cgi/local/explorer", "/cdn-cgi/local/explorer/api/d1/database"]) {
        const { status } = await fetch(`http://127.0.0.1:${port}${path}`);
        expect({ path, status }).toEqual({ path, status: 404 });
      }
      for (let n = 0; n < 20; n += 1) await fetch(`http://127.0.0.1:${port}/graphql?query={dataset{revision}}`);
    } finally {
      child.kill("SIGTERM");
      await ended;
      await untilEmpty(group);
    }
    for (const path of ["v3", "in-use"]) expect(statSync(join(state, path)).mode & 0o777).toBe(0o700);
    const stores = globSync("v3/*", { cwd: state }).map((path) => path.replaceAll("\\", "/"));
    expect(stores.filter((path) => !["v3/cache", "v3/d1"].includes(path))).toEqual([]);
  });
});

describe("npm start", () => {
  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("ends well by %s, with all that it has started", async (signal) => {
    const { child, ended, group } = await started();
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    await untilEmpty(group);
  });

  it("that is killed without a word leaves nothing running", async () => {
    const { child, ended, group } = await started();
    child.kill("SIGKILL");
    expect(await ended).toEqual([null, "SIGKILL"]);
    await untilEmpty(group);
  });

  it.each<[which: string, is: (one: Process, port: number) => boolean, says: RegExp]>([
    ["wrangler is killed", ({ command }) => command.includes("wrangler.js"), /^Entente ended by itself.*$/m],
    [
      "what wrangler runs in is killed",
      ({ command }) => command.includes("wrangler-dist"),
      /^Entente ended by itself.*$/m,
    ],
    [
      "what listens on its port is killed",
      ({ command }, port) => command.includes("workerd") && command.includes(`:${port} `),
      /^Entente (?:ended by itself|no longer answers).*$/m,
    ],
  ])("ends with a line where %s, and leaves nothing running", async (_, is, says) => {
    const { port, ended, said, group } = await started();
    process.kill(group().find((one) => is(one, port))!.id, "SIGKILL");
    expect((await ended)[0]).toBe(1);
    expect(said()).toMatch(says);
    await untilEmpty(group);
  });
});
