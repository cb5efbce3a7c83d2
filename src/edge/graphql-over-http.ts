import {
  type DocumentNode,
  execute,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { createHandler, type OperationContext } from "graphql-http";
import { documentCache } from "./document-cache.ts";
import { type Asked, type DocumentRequest, readDocumentRequest } from "./document-request.ts";
import { publicError } from "./error.ts";
import { badRequest, NOT_BY_GET, refusedAsHttp } from "./http-refusal.ts";
import { documentFinder, type DocumentSource, type NamedDocument } from "./named-document.ts";
import { pinnedMutation, pinOf, type Revisions, sayingPin } from "./pinned-revision.ts";

interface ServerContext<Context> {
  requestId: string;
  revisions: Revisions;
  /** Where documents are found that are named by an id, and which may be asked for. */
  documents: () => Omit<DocumentSource, "url">;
  /** Keeps the request alive for work that outlasts it. */
  waitUntil: (work: Promise<unknown>) => void;
  /** What resolvers are given, for the present or as of a revision. */
  context: (revision: number | null) => Context;
}

/**
 * Answers GraphQL over HTTP at /graphql: POST, and GET for queries. Each request brings the
 * context for its resolvers and the id under which its errors are logged.
 */
export function graphqlOverHttp<Context extends object>(schema: GraphQLSchema, log: (line: object) => void) {
  const documents = documentCache();
  const findDocument = documentFinder(documents.parse);

  return async (request: Request, server: ServerContext<Context>): Promise<Response> => {
    const { requestId, revisions, context } = server;
    const asked = askedBy(request);
    let requested: DocumentRequest;
    let named: NamedDocument;
    let isUnknown = false;
    let revision: number | null = null;
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
      parseRequestParams: async () => {
        const read = await readDocumentRequest(asked);
        if (!("params" in read)) return read;
        requested = read;
        return read.params;
      },
      onSubscribe: async (_, params) => {
        const found = await findDocument(requested, { ...server.documents(), url: request.url });
        if (found instanceof GraphQLError) {
          isUnknown = true;
          return [found];
        }
        named = found;
        params.query = found.text;
        const pin = await pinOf(params.extensions, request.headers, revisions);
        if (pin instanceof GraphQLError) return refuse(pin);
        revision = pin;
        return undefined;
      },
      context: () => context(revision) as OperationContext,
      // Where no operation has the name, `execute` says so better.
      getOperationAST: (document, name) => getOperationAST(document, name) ?? anyOperation(document),
      execute: (args) => {
        server.waitUntil(named.keep());
        const fault = pinnedMutation(args, revision);
        return fault === null ? execute(args) : { errors: refuse(fault) };
      },
      onOperation: (_, __, result) => {
        isExecuted = "data" in result;
        return sayingPin(result, revision);
      },
      // Errors of no operation are what is wrong with the request's parameters.
      formatError: (error) => (error instanceof GraphQLError ? masked(error) : badRequest(error.message)),
    });

    try {
      const [body, init] = await handle(asked);
      const mediaType = init.headers?.["content-type"];
      if (body === null || mediaType === undefined) return refusedAsHttp(init);
      const isFailed = isRefused || (!isExecuted && mediaType.startsWith("application/graphql-response+json"));
      const headers = new Headers(init.headers);
      if (isUnknown) headers.set("cache-control", "no-store");
      return new Response(body, isFailed ? { status: 400, statusText: "Bad Request", headers } : { ...init, headers });
    } catch (error) {
      const originalError = error instanceof Error ? error : new Error(String(error));
      const fault = new GraphQLError(originalError.message, { originalError });
      return Response.json({ errors: [masked(fault)] }, { status: 500 });
    }
  };
}

function askedBy(request: Request): Asked {
  const { method, headers } = request;
  // graphql-http takes a question mark in the search for its end.
  const url = `?${new URL(request.url).search.slice(1).replaceAll("?", "%3F")}`;
  return { method, url, headers, body: () => request.text(), raw: request, context: undefined };
}

function anyOperation({ definitions }: DocumentNode): OperationDefinitionNode | undefined {
  return definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}
