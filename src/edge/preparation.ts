import { GraphQLError, type GraphQLSchema, OperationTypeNode } from "graphql";
import type { OperationArgs, OperationContext, Response as Answer } from "graphql-http";
import { dayOf } from "../domain/day.ts";
import { policyOf } from "./cache-control.ts";
import { costLimit } from "./cost-limit.ts";
import { documentCache } from "./document-cache.ts";
import type { DocumentRequest } from "./document-request.ts";
import type { Exchange } from "./exchange.ts";
import { NOT_BY_GET } from "./http-refusal.ts";
import { documentFinder } from "./named-document.ts";
import { operationOf, variablesFault } from "./operation.ts";
import { pinnedMutation, pinOf } from "./pinned-revision.ts";
import { clientOf, rateLimit } from "./rate-limit.ts";
import { revisionClock } from "./revision-clock.ts";
import type { Settings } from "./settings.ts";
import { sharedAnswers } from "./shared-answer.ts";
import { wholeAnswer } from "./whole-answer.ts";

export type Prepared = readonly GraphQLError[] | Answer | OperationArgs<OperationContext>;

/**
 * What stands between a request and its execution, each step before the next costs anything: reading the document, its
 * limits, validation, the pin, an answer that is there already, the cost, the client's budget.
 */
export function preparation<Context extends object>(schema: GraphQLSchema, settings: Settings) {
  const documents = documentCache(schema, settings.document);
  const find = documentFinder((text) => documents(text).digest());
  const clock = revisionClock(settings.stalenessMs);
  const shared = sharedAnswers(clock, `${settings.cost}`);
  const costOf = costLimit(schema, settings.cost);
  const spend = rateLimit(settings);

  async function prepare(exchange: Exchange<Context>, asked: DocumentRequest): Promise<Prepared> {
    const { request, identity, now, read, headers, assets, cache, version } = exchange;
    const { operationName, variables, extensions } = asked.params;
    const named = await find(asked, { assets, isTrustedOnly: settings.trustedOnly, cache });
    if (named instanceof GraphQLError) return [named];
    exchange.named = named;
    const { document, faults, digest } = documents(named.text);
    const operation = operationOf(document, operationName);
    const isChosen = !(operation instanceof GraphQLError);
    const isQuery = isChosen && operation.operation === OperationTypeNode.QUERY;
    if (isChosen && !isQuery && request.method === "GET") return NOT_BY_GET;
    if (faults().length > 0) return faults();
    if (!isChosen) return [operation];
    if (named.keep !== null) exchange.waitUntil(named.keep());
    const fault = variablesFault(variables);
    if (fault !== null) return [fault];

    // Known from another request, perhaps, whose replica was not so far behind as the one that answers this.
    const revisions = async () => {
      const range = await clock.range(read, now);
      exchange.freshen(range.bookmark);
      return range;
    };
    const pin = await pinOf(extensions, request.headers, async (least) => {
      const range = await revisions();
      return range.newest < least ? clock.renewed(read, now) : range;
    });
    if (pin instanceof GraphQLError) return refuse(exchange, pin);
    exchange.revision = pin;
    if (!isQuery && pin !== null) return refuse(exchange, pinnedMutation(pin));

    if (settings.cacheAnswers && isQuery && identity === null && (request.method === "GET" || named.isById)) {
      const found = await shared({
        digest: digest(),
        operationName,
        variables,
        pin,
        day: dayOf(now),
        now,
        revisions,
        read,
        cache,
        version,
        mediaType: exchange.mediaType,
        ifNoneMatch: request.method === "GET" ? request.headers.get("if-none-match") : null,
      });
      exchange.found = found;
      if (found.isKnown) {
        headers["cache-control"] = policyOf({ isPinned: pin !== null, usesToday: true, now });
        return [null, { status: 304, statusText: "Not Modified" }];
      }
      if (found.answer !== null) {
        headers["cache-control"] = found.answer.policy;
        return wholeAnswer(found.answer.body, exchange.mediaType);
      }
    }

    const cost = costOf(document, operation, variables ?? {});
    if (cost instanceof GraphQLError) return [cost];
    exchange.cost = cost;
    const client = clientOf(identity?.subject ?? null, request.headers);
    const poor = await spend(exchange.shield, { client, cost: cost.requested, isMutation: !isQuery, now }, headers);
    if (poor !== null) return refuse(exchange, poor);
    if (!isQuery) clock.forget();
    const today = () => {
      exchange.usesToday = true;
      return dayOf(now);
    };
    exchange.prepared = exchange.elapsed();
    return {
      schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables ?? null,
      contextValue: exchange.context(pin, today) as OperationContext,
    };
  }

  return async (exchange: Exchange<Context>, asked: DocumentRequest): Promise<Prepared> => {
    try {
      return await prepare(exchange, asked);
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  };
}

function refuse<Context>(exchange: Exchange<Context>, fault: GraphQLError): readonly GraphQLError[] {
  exchange.refusal = fault;
  return [fault];
}
