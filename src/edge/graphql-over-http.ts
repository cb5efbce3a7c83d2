import { type ExecutionArgs, type ExecutionResult, GraphQLError, type GraphQLSchema } from "graphql";
import { createHandler, type OperationContext, type Response as Answer } from "graphql-http";
import { unavailableIn } from "../domain/unavailable.ts";
import { RESPONSE_TYPE } from "./accept.ts";
import { readText } from "./body-limit.ts";
import { sayingCost } from "./cost-limit.ts";
import { type Asked, readDocumentRequest } from "./document-request.ts";
import { publicError } from "./error.ts";
import { type Exchange, exchangeOf, type Incoming } from "./exchange.ts";
import { badRequest, HttpRefusal, refusedAsHttp, statusOf } from "./http-refusal.ts";
import { sayingPin } from "./pinned-revision.ts";
import { preparation } from "./preparation.ts";
import { record, timingOf } from "./request-log.ts";
import type { Settings } from "./settings.ts";
import { isUnanswered, LATER, unavailable } from "./unavailable.ts";
import { completeResponse } from "./usual-headers.ts";
import { wholeAnswer } from "./whole-answer.ts";

/** Answers GraphQL over HTTP at /graphql: POST, and GET for queries. */
export function graphqlOverHttp<Context extends object>(
  schema: GraphQLSchema,
  execute: (args: ExecutionArgs) => Promise<ExecutionResult>,
  settings: Settings,
  log: (line: object) => void,
) {
  const prepare = preparation<Context>(schema, settings);

  function masked(exchange: Exchange<Context>, error: GraphQLError): GraphQLError {
    const shown = publicError(error, exchange.requestId, log);
    exchange.code ??= String(shown.extensions["code"]);
    return shown;
  }

  function told(exchange: Exchange<Context>, result: ExecutionResult): ExecutionResult | Answer {
    const isLost = isUnanswered(result);
    if ("data" in result) exchange.outcome = isLost ? "unanswered" : result.errors === undefined ? "whole" : "partial";
    const said = sayingPin(sayingCost(isLost ? { ...result, data: null } : result, exchange.cost), exchange.revision);
    // graphql-http looks for errors in each value that it writes, which takes twice as long.
    return exchange.outcome === "whole" ? wholeAnswer(JSON.stringify(said), exchange.mediaType) : said;
  }

  async function handle(exchange: Exchange<Context>): Promise<Answer> {
    const { request } = exchange;
    const text = request.method === "POST" ? await readText(request, settings.bodyBytes) : "";
    const asked = askedBy(exchange, text);
    const handler = createHandler<Request, undefined, OperationContext>({
      parseRequestParams: async () => {
        const read = await readDocumentRequest(asked);
        if (!("params" in read)) return read;
        exchange.asked = read;
        return read.params;
      },
      onSubscribe: () => prepare(exchange, exchange.asked!),
      execute,
      onOperation: (_, __, result) => told(exchange, result),
      // Errors of no operation are what is wrong with the request's parameters.
      formatError: (error) => masked(exchange, error instanceof GraphQLError ? error : badRequest(error.message)),
    });
    return handler(asked);
  }

  async function respond(exchange: Exchange<Context>): Promise<Response> {
    const [body, init] = await handle(exchange);
    const { headers, found, outcome } = exchange;
    Object.assign(headers, init.headers);
    if (body === null && init.status !== 304) return timed(exchange, refusedAsHttp(init));
    if (outcome === "whole" && found !== null) {
      headers["cache-control"] = found.share(body!, exchange.usesToday, exchange.waitUntil);
    }
    if (outcome === "unanswered") headers["retry-after"] = LATER["retry-after"];
    // An answer of which something is missing is no version of the whole one.
    if (found !== null && headers["cache-control"] !== "no-store") headers["etag"] = found.etag;
    headers["server-timing"] = timingOf(exchange);
    return completeResponse(body, statusFor(exchange, init.status), headers);
  }

  function failed(exchange: Exchange<Context>, error: unknown): Response {
    if (error instanceof HttpRefusal) return refusedAsHttp({ status: error.status, statusText: error.message });
    const originalError = error instanceof Error ? error : new Error(String(error));
    const fault = masked(exchange, new GraphQLError(originalError.message, { originalError }));
    const cause = unavailableIn(error);
    if (cause !== null) return unavailable(exchange.request, cause);
    return Response.json({ errors: [fault] }, { status: 500, headers: { "cache-control": "no-store" } });
  }

  /** An answer that was not made with the exchange's headers. */
  function timed(exchange: Exchange<Context>, response: Response): Response {
    response.headers.set("server-timing", timingOf(exchange));
    return response;
  }

  function recorded(exchange: Exchange<Context>, response: Response): Response {
    record(exchange, response.status, settings.logRequests ? log : null);
    return response;
  }

  return async (request: Request, incoming: Incoming<Context>): Promise<Response> => {
    const exchange = exchangeOf(request, incoming);
    let isLate = false;
    incoming.onLate((fault) => {
      isLate = true;
      exchange.code = fault.code;
      return recorded(exchange, timed(exchange, unavailable(request, fault)));
    });
    const response = await respond(exchange).catch((error: unknown) => timed(exchange, failed(exchange, error)));
    return isLate ? response : recorded(exchange, response);
  };
}

function statusFor<Context>({ outcome, refusal, mediaType, found }: Exchange<Context>, status: number): number {
  if (outcome === "unanswered") return 503;
  if (refusal !== null) return statusOf(refusal);
  // graphql-http forgets it where variables cannot be coerced.
  const isRefused = outcome === "refused" && found?.answer == null && status === 200;
  return isRefused && mediaType === RESPONSE_TYPE ? 400 : status;
}

function askedBy<Context>({ request, mediaType }: Exchange<Context>, text: string): Asked {
  const { method } = request;
  // graphql-http takes a question mark in the search for its end, and reads it of GET alone.
  const url = method === "GET" ? `?${request.url.split("?").slice(1).join("%3F")}` : "";
  const headers = { "content-type": request.headers.get("content-type") ?? undefined, accept: mediaType ?? "none" };
  return { method, url, headers, body: () => Promise.resolve(text), raw: request, context: undefined };
}
