import { connect } from "../drizzle/database.ts";
import { breakerOf, GuardedClient } from "../drizzle/guarded-client.ts";
import { readRevisionRange } from "../drizzle/revision-range.ts";
import type { Context } from "../schema/context.ts";
import { schema } from "../schema/index.ts";
import { reconcileService } from "../schema/reconcile.ts";
import { exported, exportLines, type Exported } from "./changes/output/export.ts";
import { dayOf } from "./domain/day.ts";
import { noUsage } from "./domain/usage.ts";
import { deadline, deadlineIn, eachInTime } from "./edge/deadline.ts";
import { exportFile } from "./edge/export.ts";
import { graphqlOverHttp } from "./edge/graphql-over-http.ts";
import { health } from "./edge/health.ts";
import { identifying } from "./edge/identity.ts";
import type { Moment } from "./edge/key-server.ts";
import { log } from "./edge/log.ts";
import { notFound } from "./edge/not-found.ts";
import { reconcile } from "./edge/reconcile.ts";
import { unavailable } from "./edge/unavailable.ts";

const graphql = graphqlOverHttp<Context>(schema, log);
const identified = identifying(log);

/** Static pages are served before the Worker is asked; what reaches it is the API. */
export default {
  async fetch(request, env, execution?: Pick<ExecutionContext, "waitUntil">): Promise<Response> {
    const now = Date.now();
    const { pathname } = new URL(request.url);
    const d1 = new GuardedClient(env.DB, breakerOf(env.DB, Date.now), noUsage());
    const inTime = deadline(deadlineIn(env), d1, log);
    if (pathname.startsWith("/export/")) {
      const lines = (noun: string) => eachInTime(exportLines(connect(d1), noun as Exported), inTime);
      return exportFile(request, { nouns: exported, lines }, log);
    }
    switch (pathname) {
      case "/graphql": {
        const moment: Moment = { now, waitUntil: (work) => execution?.waitUntil(work) };
        const answer = identified(request, env, moment, (identity) =>
          graphql(request, {
            requestId: crypto.randomUUID(),
            revisions: () => readRevisionRange(d1),
            context: (revision) => ({
              database: connect(d1, revision),
              d1,
              revision,
              now: new Date(now).toISOString(),
              today: dayOf(now),
              identity,
              remembered: new Map(),
            }),
          }),
        );
        return inTime(answer, (fault) => unavailable(request, fault));
      }
      case "/reconcile":
      case "/reconcile/preview":
      case "/reconcile/suggest/entity":
        return reconcile(request, reconcileService(connect(d1)), inTime, log);
      case "/health":
        return health(d1, inTime);
      default:
        return notFound();
    }
  },
} satisfies ExportedHandler<Env>;
