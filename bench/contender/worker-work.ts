import { pathToFileURL } from "node:url";
import { withLocalDatabase } from "../../cli/local/local-database.ts";
import { noteRowsRead } from "../../cli/measure/note-rows-read.ts";
import type { Data } from "../data/database.ts";
import type { HttpRequest } from "../measure/http-client.ts";
import type { Work } from "./contender.ts";
import { meanOf } from "./work.ts";

type Worker = { default: { fetch: (request: Request, env: object, execution: object) => Promise<Response> } };

/** What a Worker asks of D1, which tells how many rows it reads, when it has been asked the same before. */
export async function workOfWorker(
  file: string,
  { persistTo }: Data,
  variables: Readonly<Record<string, string>>,
  groups: readonly (readonly HttpRequest[])[],
): Promise<Work[]> {
  Object.assign(globalThis, { caches: { default: cacheInMemory() } });
  const worker = ((await import(pathToFileURL(file).href)) as Worker).default;
  return withLocalDatabase(persistTo, async (d1) => {
    const works: Work[] = [];
    for (const requests of groups) {
      works.push(meanOf(await inOrder(requests, (request) => workOf(d1, request))));
    }
    return works;
  });

  async function workOf(d1: D1Database, request: HttpRequest): Promise<Work> {
    await ask(d1, request);
    const noted = noteRowsRead(d1);
    await ask(noted.database, request);
    return { statements: noted.statements(), rows: await noted.total() };
  }

  async function ask(database: D1Database, { method, path, headers, body }: HttpRequest): Promise<void> {
    const waiting: Promise<unknown>[] = [];
    const request = new Request(`http://localhost${path}`, { method, headers, body: body ?? null });
    const execution = { waitUntil: (work: Promise<unknown>) => void waiting.push(work) };
    const response = await worker.fetch(request, { DB: database, ...variables }, execution);
    if (response.status >= 400) throw new Error(`${file} answered ${response.status}: ${await response.text()}`);
    await response.text();
    await Promise.all(waiting);
  }
}

async function inOrder<T, Result>(list: readonly T[], use: (one: T) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const one of list) {
    results.push(await use(one));
  }
  return results;
}

/** Node has no Cache API. */
function cacheInMemory(): Pick<Cache, "match" | "put"> {
  const kept = new Map<string, { body: string; headers: Headers }>();
  const keyOf = (request: unknown) => (typeof request === "string" ? request : (request as Request).url);
  return {
    match: (request: unknown) => {
      const entry = kept.get(keyOf(request));
      return Promise.resolve(entry && new Response(entry.body, { headers: entry.headers }));
    },
    put: async (request: unknown, response: Response) => {
      kept.set(keyOf(request), { body: await response.text(), headers: response.headers });
    },
  };
}
