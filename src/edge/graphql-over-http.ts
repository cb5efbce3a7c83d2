import { execute, GraphQLError, type GraphQLSchema } from "graphql";
import { createHandler, type OperationContext } from "graphql-http";
import { mediaTypeOf, RESPONSE_TYPE } from "./accept.ts";
import { readText } from "./body-limit.ts";
import { VARY } from "./cache-control.ts";
import { type Asked, readDocumentRequest } from "./document-request.ts";
import { publicError } from "./error.ts";
import type { Exchange, Incoming } from "./exchange.ts";
import { badRequest, HttpRefusal, refusedAsHttp, statusOf } from "./http-refusal.ts";
import { sayingPin } from "./pinned-revision.ts";
import { preparation } from "./preparation.ts";
import type { Settings } from "./settings.ts";

/** Answers GraphQL over HTTP at /graphql: POST, and GET for queries. */
export function graphqlOverHttp<Context extends object>(
  schema: GraphQLSchema,
  settings: Settings,
  log: (line: object) => void,
) {
  const prepare = preparation<Context>(schema, settings);

  return async (request: Request, incoming: Incoming<Context>): Promise<Response> => {
    const exchange: Exchange<Context> = {
      ...incoming,
      request,
      asked: null,
      named: null,
      mediaType: mediaTypeOf(request.headers.get("accept")),
      headers: new Headers({ "cache-control": "no-store", vary: VARY }),
      revision: null,
      found: null,
      refusal: null,
      outcome: "refused",
      usesToday: false,
    };
    const masked = (error: GraphQLError) => publicError(error, exchange.requestId, log);

    const handle = createHandler<Request, undefined, OperationContext>({
      parseRequestParams: async (library) => {
        const read = await readDocumentRequest(library as Asked);
        if (!("params" in read)) return read;
        exchange.asked = read;
        return read.params;
      },
      onSubscribe: () => prepare(exchange, exchange.asked!),
      execute,
      onOperation: (_, __, result) => {
        if ("data" in result) exchange.outcome = "errors" in result ? "partial" : "whole";
        return sayingPin(result, exchange.revision);
      },
      // Errors of no operation are what is wrong with the request's parameters.
      formatError: (error) => (error instanceof GraphQLError ? masked(error) : badRequest(error.message)),
    });

    try {
      const text = request.method === "POST" ? await readText(request, settings.bodyBytes) : "";
      const [body, init] = await handle(askedBy(exchange, text));
      if (init.status === 304) return answer(exchange, null, init);
      const mediaType = init.headers?.["content-type"];
      if (body === null || mediaType === undefined) return refusedAsHttp(init);
      if (exchange.outcome === "whole" && exchange.found !== null) {
        const { usesToday, waitUntil } = exchange;
        exchange.headers.set("cache-control", exchange.found.share(body, usesToday, waitUntil));
      }
      const isKnown = exchange.found?.answer != null;
      const isFailed =
        exchange.refusal !== null ||
        (exchange.outcome === "refused" && !isKnown && mediaType.startsWith(RESPONSE_TYPE));
      return answer(exchange, body, isFailed ? { ...init, status: statusOf(exchange.refusal) } : init);
    } catch (error) {
      if (error instanceof HttpRefusal) return refusedAsHttp({ status: error.status, statusText: error.message });
      const originalError = error instanceof Error ? error : new Error(String(error));
      const fault = new GraphQLError(originalError.message, { originalError });
      return Response.json({ errors: [masked(fault)] }, { status: 500 });
    }
  };
}

function askedBy<Context>({ request, mediaType }: Exchange<Context>, text: string): Asked {
  const { method } = request;
  // graphql-http takes a question mark in the search for its end.
  const url = `?${new URL(request.url).search.slice(1).replaceAll("?", "%3F")}`;
  const headers = { "content-type": request.headers.get("content-type") ?? undefined, accept: mediaType ?? "none" };
  return { method, url, headers, body: () => Promise.resolve(text), raw: request, context: undefined };
}

function answer<Context>({ headers, found }: Exchange<Context>, body: string | null, init: ResponseInit): Response {
  for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
  // An answer of which something is missing is no version of the whole one.
  if (found !== null && headers.get("cache-control") !== "no-store") headers.set("etag", found.etag);
  return new Response(body, { ...init, headers });
}
