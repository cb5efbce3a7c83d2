import { OperationTypeNode } from "graphql";
import type { YogaInitialContext } from "graphql-yoga";
import { dayOf } from "../../domain/time/day.ts";
import type { RevisionClock } from "../cache/revision-clock.ts";
import type { Settings } from "../settings.ts";
import { type Found, sharedAnswers } from "../cache/shared-answer.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type {
  DocumentStage,
  IdentityStage,
  NamedStage,
  PinStage,
  SharedStage,
  StateStage,
  TurnStage,
  WarningStage,
} from "../request-stage.ts";
import { revisionsFor } from "../revisions.ts";

type Given = StateStage & IdentityStage & TurnStage & NamedStage & DocumentStage & WarningStage & PinStage;

/** Ends the execution of what is answered already: use-response knows by its stage with what. */
const ALREADY_ANSWERED = {};

/** Answers anonymous queries with what somebody else was answered: docs/caching.md. */
export function useSharedAnswer(
  clock: RevisionClock,
  { cacheAnswers, cost }: Pick<Settings, "cacheAnswers" | "cost">,
): RequestPlugin<Given, SharedStage> {
  const shared = sharedAnswers(clock, `${cost}`);

  function find(context: YogaInitialContext & Given): Promise<Found> | null {
    const { state, accepted, codings, identity, turn, named, document, operation, pin, request, params } = context;
    const isUnderstood = context.warnings.length === 0;
    const isQuery = operation.operation === OperationTypeNode.QUERY;
    const isForAll = identity === null && turn === undefined && (request.method === "GET" || named.isById);
    if (!cacheAnswers || !isQuery || !isForAll || !isUnderstood || accepted.prefersEvents) return null;
    const { now, read, cache, version } = state;
    return shared({
      digest: document.digest(),
      operationName: params.operationName ?? null,
      variables: params.variables,
      pin: pin.revision,
      isOfLineage: pin.isOfLineage,
      day: dayOf(now),
      now,
      revisions: () => revisionsFor(state, clock),
      read,
      cache,
      version,
      mediaType: accepted.mediaType,
      coding: codings.coding,
      ifNoneMatch: request.method === "GET" ? request.headers.get("if-none-match") : null,
    });
  }

  return {
    onExecute({ args, setResultAndStopExecution }) {
      const context = stagesOf<Given>(args.contextValue);
      const know = (found: Found | null): void => {
        addStage<SharedStage>(context, { found });
        if (found !== null && (found.isKnown || found.answer !== null)) setResultAndStopExecution(ALREADY_ANSWERED);
      };
      const finding = find(context);
      return finding === null ? know(null) : finding.then(know);
    },
    onSubscribe: ({ args }) => addStage<SharedStage>(args.contextValue, { found: null }),
  };
}
