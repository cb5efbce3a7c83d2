import { env } from "cloudflare:workers";
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { Session } from "../../../drizzle/client/session.ts";
import { loadDataset } from "../../load-dataset.ts";
import { run } from "../../revise.ts";
import worker from "../../../src/worker.ts";

const BEHIND = "00000001-00000000-00000000-00000000000000000000000000000000";
const PRIMARY = "00000002-00000000-00000000-00000000000000000000000000000000";

/** D1 with a replica that has not heard of revision 2 yet, in which Japan became Nippon. */
function replicated(): D1Database {
  const late = (text: string) => text.replaceAll("Nippon", "Japan").replaceAll('"newest":2', '"newest":1');
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(statement, {
      get: (target, name) =>
        name === "bind"
          ? (...values: unknown[]) => wrap(target.bind(...values))
          : async () => JSON.parse(late(JSON.stringify(await target.all()))) as unknown,
    });
  const session = (from: string) => {
    const isBehind = from === "first-unconstrained" || from === BEHIND;
    return {
      prepare: (text: string) => (isBehind ? wrap(env.DB.prepare(text)) : env.DB.prepare(text)),
      getBookmark: () => (isBehind ? BEHIND : PRIMARY),
    };
  };
  return { withSession: session } as unknown as D1Database;
}

beforeAll(async () => {
  await loadDataset();
  await run("update actors set name = 'Nippon' where slug = 'japan'");
});

async function nameOf(layout: string, stalenessMs: string, headers: Record<string, string> = {}): Promise<string> {
  const execution = createExecutionContext();
  const search = new URLSearchParams({ query: `{ ${layout}: actor(slug: "japan") { name } }` });
  const request = new Request(`http://localhost/graphql?${search.toString()}`, { headers });
  const settings = { CACHE_STALENESS_MS: stalenessMs };
  const response = await worker.fetch(request as never, { ...env, ...settings, DB: replicated() }, execution);
  const { data } = await response.json<{ data: Record<string, { name: string }> }>();
  await waitOnExecutionContext(execution);
  return data[layout]!.name;
}

it("has a write seen by the next who asks, where nothing may be stale", async () => {
  expect(await nameOf("exact", "0")).toBe("Nippon");
});

it("answers nothing older than what this isolate knows of", async () => {
  expect(await nameOf("first", "50000")).toBe("Nippon");
  expect(await nameOf("second", "50000")).toBe("Nippon");
});

it("answers a request pinned to the newest revision by a replica that has it", async () => {
  expect(await nameOf("known", "50001")).toBe("Nippon");
  expect(await nameOf("pinned", "50001", { "entente-revision": "2" })).toBe("Nippon");
});

it("never goes back to an older bookmark", () => {
  const asked: string[] = [];
  const session = new Session({ withSession: (from: string) => asked.push(from) } as unknown as D1Database);
  for (const bookmark of [PRIMARY, BEHIND, PRIMARY, undefined, PRIMARY, undefined]) session.freshen(bookmark);
  expect(asked).toEqual(["first-unconstrained", PRIMARY, PRIMARY, "first-primary", "first-primary"]);
});
