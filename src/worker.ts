import { connect } from "../drizzle/database.ts";
import { readRevisionRange } from "../drizzle/revision-range.ts";
import type { Context } from "../schema/context.ts";
import { schema } from "../schema/index.ts";
import { reconcileService } from "../schema/reconcile.ts";
import { exported, exportLines, type Exported } from "./changes/output/export.ts";
import { dayOf } from "./domain/day.ts";
import { exportFile } from "./edge/export.ts";
import { graphqlOverHttp } from "./edge/graphql-over-http.ts";
import { health } from "./edge/health.ts";
import { identifying } from "./edge/identity.ts";
import { log } from "./edge/log.ts";
import { notFound } from "./edge/not-found.ts";
import { reconcile } from "./edge/reconcile.ts";
import { trustedDocumentsOnly } from "./edge/settings.ts";

const graphql = graphqlOverHttp<Context>(schema, log);
const identified = identifying(log);

/** Static pages are served before the Worker is asked; what reaches it is the API. */
export default {
  async fetch(request, env, execution?: Pick<ExecutionContext, "waitUntil">): Promise<Response> {
    const now = Date.now();
    const waitUntil = (work: Promise<unknown>) => execution?.waitUntil(work);
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/export/")) {
      const database = connect(env.DB);
      return exportFile(request, { nouns: exported, lines: (noun) => exportLines(database, noun as Exported) }, log);
    }
    switch (pathname) {
      case "/graphql":
        return identified(request, env, { now, waitUntil }, (identity) =>
          graphql(request, {
            requestId: crypto.randomUUID(),
            revisions: () => readRevisionRange(env.DB),
            documents: () => ({ assets: env.ASSETS, isTrustedOnly: trustedDocumentsOnly(env) }),
            waitUntil,
            context: (revision) => ({
              database: connect(env.DB, revision),
              d1: env.DB,
              revision,
              now: new Date(now).toISOString(),
              today: dayOf(now),
              identity,
              remembered: new Map(),
            }),
          }),
        );
      case "/reconcile":
      case "/reconcile/preview":
      case "/reconcile/suggest/entity":
        return reconcile(request, reconcileService(connect(env.DB)), log);
      case "/health":
        return health(env.DB);
      default:
        return notFound();
    }
  },
} satisfies ExportedHandler<Env>;
