import { breakerOf, GuardedClient } from "../drizzle/client/guarded-client.ts";
import { readNewestRevision, readRevisionRange } from "../drizzle/client/revision-range.ts";
import { Session } from "../drizzle/client/session.ts";
import { countStale } from "../drizzle/search/mend.ts";
import { Context } from "../schema/context.ts";
import { schema } from "../schema/index.ts";
import { COST_OF_LOOKUP } from "../schema/list-bound.ts";
import { planner } from "../schema/plan/execute.ts";
import { reconcileService } from "../schema/reconcile/reconcile.ts";
import { exported, type Exported, ExportSource } from "./changes/export.ts";
import { dayOf } from "./domain/time/day.ts";
import { writersOf } from "./changes/write/writers.ts";
import type { InTurn } from "./domain/fault/waiting-line.ts";
import { noUsage } from "./domain/usage.ts";
import { addressOf } from "./server/http/address.ts";
import type { RevisionRange } from "./server/cache/revision-clock.ts";
import { answerMemory } from "./server/cache/answer-memory.ts";
import { deadline, eachInTime } from "./server/limit/deadline.ts";
import { documentFile } from "./server/route/document.ts";
import { exportFile } from "./server/route/export.ts";
import { health } from "./server/route/health.ts";
import { identityCheck } from "./server/auth/identity.ts";
import { log } from "./server/log/log.ts";
import { misconfigured } from "./server/route/misconfigured.ts";
import { notFound } from "./server/route/not-found.ts";
import { ready } from "./server/route/ready.ts";
import { isReconciled, reconcile } from "./server/route/reconcile/reconcile.ts";
import { requestIdOf } from "./server/http/request-id.ts";
import { answerBy, type Route } from "./server/route/route.ts";
import { clientOf, rateLimit } from "./server/limit/rate-limit.ts";
import { perSettings, readSettings, usualSettings } from "./server/settings.ts";
import { cacheApi } from "./server/cache/shared-cache.ts";
import { shielded } from "./server/limit/shield.ts";
import { graphqlServer } from "./server/yoga.ts";

const remembered = answerMemory();

/** Looks at the clock anew each time: what keeps it outlives the clock that a test holds. */
const clock = () => Date.now();

/** What answers under an environment's settings; null where they are wrong, which the log says once. */
const servingFor = perSettings((env) => {
  try {
    const settings = readSettings(env);
    const { execute } = planner(schema);
    const spend = rateLimit(settings);
    const graphql = graphqlServer({ schema, execute, settings, spend, identity: identityCheck(env, log), log });
    return { settings, spend, graphql, execute };
  } catch (error) {
    log({ level: "error", message: error instanceof Error ? error.message : String(error) });
    return null;
  }
});

const thrown = (fault: Error): never => {
  throw fault;
};

type Execution = Pick<ExecutionContext, "waitUntil"> | undefined;

/** Static pages are served before the Worker is asked; what reaches it is the API and its documents. */
export default {
  fetch(request, env, execution?: Execution): Promise<Response> {
    const requestId = requestIdOf(request.headers);
    return answerBy(routeOf(request, env, execution, requestId), request, requestId);
  },
} satisfies ExportedHandler<Env>;

function routeOf(request: Request, env: Env, execution: Execution, requestId: string): Route {
  const serving = servingFor(env);
  const { settings } = serving ?? { settings: usualSettings };
  const { pathname, origin } = addressOf(request.url);
  const usage = noUsage();
  const session = new Session(env.DB);
  const d1 = new GuardedClient(session, breakerOf(env.DB, clock), usage);
  const inTime = deadline(settings.deadlineMs, d1, log);
  switch (pathname) {
    case "/health":
      return { methods: ["GET"], answer: () => health(d1, inTime) };
    case "/ready":
      return {
        methods: ["GET"],
        answer: () =>
          ready(
            serving !== null,
            () => readNewestRevision(d1),
            () => countStale(d1),
            inTime,
            log,
          ),
      };
  }
  if (pathname.startsWith("/documents/")) {
    return { methods: ["GET"], answer: (asked) => documentFile(asked, env.ASSETS) };
  }
  if (serving === null) return { methods: ["GET", "POST"], answer: misconfigured };
  const { graphql, execute } = serving;
  // A slash at the end is a common slip.
  if (/^\/graphql\/?$/.test(pathname)) return { methods: ["GET", "POST"], answer: answerGraphql };
  if (isReconciled(pathname)) return { methods: ["GET", "POST"], answer: shieldedBy(answerReconciling) };
  if (pathname.startsWith("/export/")) {
    const revisions = () => inTime(readRange(), thrown);
    const lines = (noun: string, range: RevisionRange, revision: number) =>
      eachInTime(new ExportSource(d1, range, revision).lines(noun as Exported), inTime);
    // As much as the dearest question: how long an export becomes is known at its end.
    const pay = () => spent(request, settings.cost);
    const service = { nouns: exported, revisions, lines, pay };
    const answer = (isHead: boolean) => (asked: Request) => exportFile(asked, service, log, isHead);
    return { methods: ["GET"], answer: shieldedBy(answer(false)), head: answer(true) };
  }
  return { methods: ["GET", "POST"], answer: notFound };

  async function readRange(): Promise<RevisionRange> {
    // A replica may be behind.
    session.freshen();
    return { ...(await readRevisionRange(d1)), bookmark: session.getBookmark() };
  }

  function shieldedBy(answer: Route["answer"]): Route["answer"] {
    return (asked) => shielded(env.SHIELD, clientOf(null, asked.headers), async () => answer(asked));
  }

  /** Has whoever asks pay, who is not asked for more than all of a budget. */
  function spent(asked: Request, cost: number) {
    const client = clientOf(null, asked.headers);
    const most = Math.min(cost, settings.budget);
    return serving!.spend(undefined, { client, cost: most, isMutation: false, now: Date.now() });
  }

  function answerReconciling(asked: Request): Promise<Response> {
    const now = Date.now();
    const serviceOf = (revision: number | null) =>
      reconcileService({ schema, execute, d1, now, revision, about: settings.about });
    const pay = (lookups: number) => spent(asked, lookups * COST_OF_LOOKUP);
    const reconciling = { name: settings.about.name, serviceOf, revisions: readRange, pay, today: dayOf(now) };
    return reconcile(asked, reconciling, inTime, log);
  }

  function answerGraphql(asked: Request): Promise<Response> {
    const now = Date.now();
    const start = performance.now();
    const inTurn: InTurn = (work) => writersOf(env.DB, clock).inTurn(work, () => d1.isGivenUp);
    return graphql(asked, {
      requestId,
      version: env.VERSION?.id ?? "",
      now,
      elapsed: () => performance.now() - start,
      assets: env.ASSETS,
      cache: remembered(cacheApi(caches.default, origin)),
      shield: env.SHIELD,
      metrics: env.METRICS,
      cacheMetrics: env.CACHE_METRICS,
      usage,
      read: readRange,
      freshen: (bookmark) => session.freshen(bookmark),
      bookmark: () => session.getBookmark(),
      resolverContext: (identity, revision, today, tell) =>
        new Context({ d1, revision, now, today, identity, about: settings.about, inTurn, tell }),
      waitUntil: (work) => execution?.waitUntil(work),
      inTime,
    });
  }
}
