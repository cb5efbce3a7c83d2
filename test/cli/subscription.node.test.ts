import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { bundleWorker } from "../../cli/build/bundled-worker.ts";
import { servingOptions } from "../../cli/build/bundle-options.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-subscription-"));
let miniflare: Miniflare;
let origin: URL;

beforeAll(async () => {
  const file = bundleWorker(join(folder, "bundle"), "test/server/ticking-worker.ts");
  miniflare = new Miniflare(servingOptions({ file, persistTo: folder, variables: {} }));
  origin = await miniflare.ready;
});

afterAll(async () => {
  await miniflare.dispose();
  rmSync(folder, { recursive: true });
});

const watched = async () =>
  await (await fetch(new URL("/watch", origin))).json<{ ended: number; lines: Record<string, unknown>[] }>();

it("a subscription over a socket is ended and logged when the client goes", async () => {
  const socket = connect(Number(origin.port), origin.hostname);
  let received = "";
  socket.on("data", (chunk) => (received += chunk.toString()));
  const body = JSON.stringify({ query: "subscription { ticks { value } }" });
  const head = ["content-type: application/json", "accept: text/event-stream", `content-length: ${body.length}`];
  socket.write(`POST /graphql HTTP/1.1\r\nhost: ${origin.host}\r\n${head.join("\r\n")}\r\n\r\n${body}`);
  await vi.waitFor(() => expect(received).toContain('"value":3'), { timeout: 20_000 });
  expect(received).toContain("text/event-stream");
  expect(await watched()).toEqual({ ended: 0, lines: [] });
  socket.destroy();
  await vi.waitFor(async () => expect((await watched()).ended).toBe(1), { timeout: 20_000 });
  expect((await watched()).lines).toMatchObject([{ outcome: "ok", cost: 1 }]);
});
