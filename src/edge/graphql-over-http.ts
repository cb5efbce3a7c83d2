import {
  type DocumentNode,
  execute,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { createHandler, type OperationContext, type Request as Asked } from "graphql-http";
import { type Cost, costLimit, MOST_COST, sayingCost } from "./cost-limit.ts";
import { documentCache } from "./document-cache.ts";
import { publicError } from "./error.ts";
import { badRequest, NOT_BY_GET, refusedAsHttp } from "./http-refusal.ts";
import { pinnedMutation, pinOf, type Revisions, sayingPin } from "./pinned-revision.ts";

interface ServerContext<Context> {
  requestId: string;
  revisions: Revisions;
  /** What resolvers are given, for the present or as of a revision. */
  context: (revision: number | null) => Context;
}

/**
 * Answers GraphQL over HTTP at /graphql: POST, and GET for queries. Each request brings the
 * context for its resolvers and the id under which its errors are logged.
 */
export function graphqlOverHttp<Context extends object>(schema: GraphQLSchema, log: (line: object) => void) {
  const documents = documentCache();
  const costOf = costLimit(schema, MOST_COST);

  return async (request: Request, { requestId, revisions, context }: ServerContext<Context>): Promise<Response> => {
    let revision: number | null = null;
    let cost: Cost | null = null;
    let isRefused = false;
    let isExecuted = false;
    const refuse = (fault: GraphQLError) => {
      isRefused = true;
      return [fault];
    };
    const masked = (error: GraphQLError) => publicError(error, requestId, log);

    const handle = createHandler<Request, undefined, OperationContext>({
      // Asked for before the document is validated: a mutation by GET is 405, whatever is wrong with it.
      schema: ({ method }, { document, operationName }) => {
        const operation = getOperationAST(document, operationName)?.operation ?? "query";
        return method === "GET" && operation !== "query" ? NOT_BY_GET : schema;
      },
      ...documents,
      onSubscribe: async (_, { extensions }) => {
        const pin = await pinOf(extensions, request.headers, revisions);
        if (pin instanceof GraphQLError) return refuse(pin);
        revision = pin;
        return undefined;
      },
      context: () => context(revision) as OperationContext,
      // Where no operation has the name, `execute` says so better.
      getOperationAST: (document, name) => getOperationAST(document, name) ?? anyOperation(document),
      execute: (args) => {
        const fault = pinnedMutation(args, revision);
        if (fault !== null) return { errors: refuse(fault) };
        const asked = costOf(args);
        if (asked instanceof GraphQLError) return { errors: refuse(asked) };
        cost = asked;
        return execute(args);
      },
      onOperation: (_, __, result) => {
        isExecuted = "data" in result;
        return sayingPin(sayingCost(result, cost), revision);
      },
      // Errors of no operation are what is wrong with the request's parameters.
      formatError: (error) => (error instanceof GraphQLError ? masked(error) : badRequest(error.message)),
    });

    try {
      const [body, init] = await handle(asked(request));
      const mediaType = init.headers?.["content-type"];
      if (body === null || mediaType === undefined) return refusedAsHttp(init);
      const isFailed = isRefused || (!isExecuted && mediaType.startsWith("application/graphql-response+json"));
      return new Response(body, isFailed ? { ...init, status: 400, statusText: "Bad Request" } : init);
    } catch (error) {
      const originalError = error instanceof Error ? error : new Error(String(error));
      const fault = new GraphQLError(originalError.message, { originalError });
      return Response.json({ errors: [masked(fault)] }, { status: 500 });
    }
  };
}

function asked(request: Request): Asked<Request, undefined> {
  const { method, headers } = request;
  // graphql-http takes a question mark in the search for its end.
  const url = `?${new URL(request.url).search.slice(1).replaceAll("?", "%3F")}`;
  return { method, url, headers, body: () => request.text(), raw: request, context: undefined };
}

function anyOperation({ definitions }: DocumentNode): OperationDefinitionNode | undefined {
  return definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}
