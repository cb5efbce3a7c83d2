import { mkdtempSync, rmSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { Miniflare } from "miniflare";
import { afterAll, beforeAll, expect, it } from "vitest";
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
  const counting = new Promise<void>((resolve, reject) => {
    socket.on("error", reject).on("close", () => reject(new Error(received)));
    socket.on("data", (chunk) => {
      received += chunk.toString();
      if (received.includes('"value":3')) resolve();
    });
  });
  const body = JSON.stringify({ query: "subscription { ticks { value } }" });
  const head = ["content-type: application/json", "accept: text/event-stream", `content-length: ${body.length}`];
  socket.write(`POST /graphql HTTP/1.1\r\nhost: ${origin.host}\r\n${head.join("\r\n")}\r\n\r\n${body}`);
  await counting;
  expect(received).toContain("text/event-stream");
  expect(await watched()).toEqual({ ended: 0, lines: [] });
  socket.destroy();
  // As long as it takes, which is the test's time at most.
  while ((await watched()).lines.length === 0);
  expect(await watched()).toMatchObject({ ended: 1, lines: [{ outcome: "ok", cost: 1 }] });
});

/** The bytes of an answer, as they come over the wire. */
async function sent(body: Buffer | string, headers: Record<string, string>) {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const given = { "content-type": "application/json", ...headers };
  request(new URL("/graphql", origin), { method: "POST", headers: given }, resolve).on("error", reject).end(body);
  const response = await promise;
  return { status: response.statusCode, headers: response.headers, bytes: await buffer(response) };
}

const TYPES = JSON.stringify({ query: "{ __schema { types { name description } } }" });

it.each(["application/json", "application/graphql-response+json"])(
  "an answer over a socket is compressed once, as it is taken: %s",
  async (accept) => {
    const plain = (await sent(TYPES, { accept })).bytes;
    for (const [encoding, decode] of [
      ["gzip", gunzipSync],
      ["gzip;q=0.5, br", brotliDecompressSync],
    ] as const) {
      const { headers, bytes } = await sent(TYPES, { accept, "accept-encoding": encoding });
      expect(encoding).toContain(headers["content-encoding"]);
      expect(bytes.length).toBeLessThan(plain.length / 2);
      expect(decode(bytes).equals(plain)).toBe(true);
    }
    const refused = await sent(TYPES, { accept, "accept-encoding": "gzip;q=0, br;q=0" });
    expect(refused.bytes.equals(plain)).toBe(true);
  },
);

it("a body over a socket may be compressed", async () => {
  const { status, bytes } = await sent(gzipSync(TYPES), { "content-encoding": "gzip" });
  expect(status).toBe(200);
  expect(bytes.equals((await sent(TYPES, {})).bytes)).toBe(true);
  const bomb = gzipSync(Buffer.alloc(50_000_000, " "));
  expect((await sent(bomb, { "content-encoding": "gzip" })).status).toBe(413);
});
