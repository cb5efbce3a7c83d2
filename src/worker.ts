import { connect } from "../drizzle/database.ts";
import { readRevisionRange } from "../drizzle/revision-range.ts";
import type { Context } from "../schema/context.ts";
import { schema } from "../schema/index.ts";
import { reconcileService } from "../schema/reconcile.ts";
import { exported, exportLines, type Exported } from "./changes/output/export.ts";
import { exportFile } from "./edge/export.ts";
import { graphqlOverHttp } from "./edge/graphql-over-http.ts";
import { health } from "./edge/health.ts";
import { identifying } from "./edge/identity.ts";
import { log } from "./edge/log.ts";
import { misconfigured } from "./edge/misconfigured.ts";
import { notFound } from "./edge/not-found.ts";
import { ready } from "./edge/ready.ts";
import { reconcile } from "./edge/reconcile.ts";
import { requestIdOf } from "./edge/request-id.ts";
import { answerBy, type Route } from "./edge/route.ts";
import { perSettings, readSettings } from "./edge/settings.ts";
import { cacheApi } from "./edge/shared-cache.ts";

const identified = identifying(log);

/** What answers /graphql under an environment's settings; null where they are wrong, which the log says once. */
const graphqlFor = perSettings((env) => {
  try {
    return graphqlOverHttp<Context>(schema, readSettings(env), log);
  } catch (error) {
    log({ level: "error", message: error instanceof Error ? error.message : String(error) });
    return null;
  }
});

type Execution = Pick<ExecutionContext, "waitUntil"> | undefined;

/** Static pages are served before the Worker is asked; what reaches it is the API. */
export default {
  fetch(request, env, execution?: Execution): Promise<Response> {
    const requestId = requestIdOf(request.headers);
    return answerBy(routeOf(request, env, execution, requestId), request, requestId);
  },
} satisfies ExportedHandler<Env>;

function routeOf(request: Request, env: Env, execution: Execution, requestId: string): Route {
  const graphql = graphqlFor(env);
  const { pathname, origin } = new URL(request.url);
  switch (pathname) {
    case "/health":
      return { methods: ["GET"], answer: () => health(env.DB) };
    case "/ready": {
      const newest = async () => (await readRevisionRange(env.DB)).newest;
      return { methods: ["GET"], answer: () => ready(graphql !== null, newest) };
    }
  }
  if (graphql === null) return { methods: ["GET", "POST"], answer: misconfigured };
  switch (pathname) {
    case "/graphql":
      return { methods: ["GET", "POST"], answer: answerGraphql };
    case "/reconcile":
    case "/reconcile/preview":
    case "/reconcile/suggest/entity": {
      const service = reconcileService(connect(env.DB));
      return { methods: ["GET", "POST"], answer: (asked) => reconcile(asked, service, log) };
    }
  }
  if (pathname.startsWith("/export/")) {
    const service = { nouns: exported, lines: (noun: string) => exportLines(connect(env.DB), noun as Exported) };
    const answer = (isHead: boolean) => (asked: Request) => exportFile(asked, service, log, isHead);
    return { methods: ["GET"], answer: answer(false), head: answer(true) };
  }
  return { methods: ["GET", "POST"], answer: notFound };

  function answerGraphql(asked: Request): Promise<Response> {
    const now = Date.now();
    const waitUntil = (work: Promise<unknown>) => execution?.waitUntil(work);
    return identified(asked, env, { now, waitUntil }, (identity) =>
      graphql!(asked, {
        requestId,
        version: env.VERSION?.id ?? "",
        now,
        identity,
        waitUntil,
        assets: env.ASSETS,
        cache: cacheApi(caches.default, origin),
        shield: env.SHIELD,
        read: () => readRevisionRange(env.DB),
        context: (revision, today) => ({
          database: connect(env.DB, revision),
          d1: env.DB,
          revision,
          now: new Date(now).toISOString(),
          get today() {
            return today();
          },
          identity,
          remembered: new Map(),
        }),
      }),
    );
  }
}
