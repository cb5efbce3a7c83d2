import type { GraphQLSchema } from "graphql";
import { createYoga } from "graphql-yoga";
import { documentCache } from "./document/document-cache.ts";
import type { IdentityCheck } from "./auth/identity.ts";
import { documentFinder } from "./document/named-document.ts";
import { revisionClock } from "./cache/revision-clock.ts";
import type { Spend } from "./limit/rate-limit.ts";
import type { Settings } from "./settings.ts";
import { useBatch } from "./plugin/use-batch.ts";
import { useCostLimit } from "./plugin/use-cost-limit.ts";
import { useDeadline } from "./plugin/use-deadline.ts";
import { useDocumentCache } from "./plugin/use-document-cache.ts";
import { useDocumentRequest } from "./plugin/use-document-request.ts";
import { useDocument } from "./plugin/use-document.ts";
import { useEventStream } from "./plugin/use-event-stream.ts";
import { useGraphiqlRedirect } from "./plugin/use-graphiql-redirect.ts";
import { useIdentity } from "./plugin/use-identity.ts";
import { useMaskedErrors } from "./plugin/use-masked-errors.ts";
import { useOnly } from "./plugin/use-only.ts";
import { useOutcome } from "./plugin/use-outcome.ts";
import { usePin } from "./plugin/use-pin.ts";
import { type Execute, usePlans } from "./plugin/use-plans.ts";
import { useRateLimit } from "./plugin/use-rate-limit.ts";
import { useRequestLog } from "./plugin/use-request-log.ts";
import { useRequestState } from "./plugin/use-request-state.ts";
import { useResponse } from "./plugin/use-response.ts";
import { useSharedAnswer } from "./plugin/use-shared-answer.ts";
import { useWarnings } from "./plugin/use-warnings.ts";
import { inOrder } from "./request-plugin.ts";
import type { RequestState } from "./request-stage.ts";

export interface GraphqlServer {
  schema: GraphQLSchema;
  execute: Execute;
  settings: Settings;
  identity: IdentityCheck;
  /** Has clients pay from the budget that all of the service has them pay from. */
  spend: Spend;
  /** Writes a line of the log. */
  log: (line: object) => void;
}

/** Answers GraphQL over HTTP at /graphql. The list of plugins is a request's path: docs/plugins.md. */
export function graphqlServer({ schema, execute, settings, identity, spend, log }: GraphqlServer) {
  const documents = documentCache(schema, settings.document);
  const find = documentFinder((text) => documents(text).digest());
  const clock = revisionClock(settings.stalenessMs);
  const states = new WeakMap<Request, RequestState>();

  const plugins = inOrder(
    useRequestState(states),
    useDeadline(),
    useGraphiqlRedirect(),
    useIdentity(identity),
    useDocumentRequest(settings),
    useDocument(find, settings),
    useBatch(),
    useDocumentCache(documents),
    useEventStream(),
    useWarnings(),
    usePin(clock),
    useSharedAnswer(clock, settings),
    useCostLimit(schema, settings),
    useRateLimit(clock, spend),
    usePlans(execute, settings),
    useOutcome(),
    useMaskedErrors(log),
    useResponse(),
    useRequestLog(settings, log),
  );

  const { handleRequest } = createYoga({
    schema: schema,
    plugins: [...plugins, useOnly(plugins)],
    // All that useOnly takes out, told to Yoga in its own terms as far as it has some.
    cors: false,
    graphiql: false,
    landingPage: false,
    logging: false,
    maskedErrors: false,
    multipart: false,
    parserAndValidationCache: false,
    maxRequestBodySize: false,
  });

  return async (request: Request, state: RequestState): Promise<Response> => {
    states.set(request, state);
    // A context that is handed over is copied: use-request-state finds it by the request.
    return handleRequest(request, undefined as never);
  };
}
