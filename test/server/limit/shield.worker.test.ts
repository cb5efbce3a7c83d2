import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import worker from "../../../src/worker.ts";
import { SHIELD_WINDOW_S } from "../../../src/server/limit/shield.ts";
import { loadDataset } from "../../load-dataset.ts";

const paths = ["/reconcile?queries=%7B%22q%22%3A%7B%22query%22%3A%22Japan%22%7D%7D", "/export/actors.ndjson"];

/** Asks as one address behind a shield, and over a D1 that counts its statements. */
async function ask(path: string, limit: (options: { key: string }) => Promise<{ success: boolean }>) {
  let statements = 0;
  const withSession = (...from: Parameters<D1Database["withSession"]>) => {
    const session = env.DB.withSession(...from);
    const prepare = (text: string) => {
      statements += 1;
      return session.prepare(text);
    };
    return { prepare, getBookmark: () => session.getBookmark(), batch: session.batch.bind(session) };
  };
  const request = new Request(`http://localhost${path}`, { headers: { "cf-connecting-ip": "192.0.2.7" } });
  const DB = { withSession } as unknown as D1Database;
  const response = await worker.fetch(request as never, { ...env, DB, SHIELD: { limit } });
  return { response, body: await response.text(), statements: () => statements };
}

it.each(paths)("%s is not answered to a client that the shield holds off", async (path) => {
  const keys: string[] = [];
  const { response, body, statements } = await ask(path, async ({ key }) => {
    keys.push(key);
    return { success: false };
  });
  expect(keys).toEqual(["address 192.0.2.7"]);
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe(String(SHIELD_WINDOW_S));
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(JSON.parse(body)).toEqual({
    errors: [{ message: "Too many requests: try again in 60 s", extensions: { code: "RATE_LIMITED" } }],
  });
  expect(statements()).toBe(0);
});

it.each(paths)("%s is answered where the shield lets its client through, or cannot be asked", async (path) => {
  await loadDataset();
  const through = await ask(path, async () => ({ success: true }));
  expect(through.response.status).toBe(200);
  expect(through.body).toContain("Japan");
  const broken = await ask(path, () => Promise.reject(new Error("the shield is down")));
  expect(broken.body).toBe(through.body);
});
