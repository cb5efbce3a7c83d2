import type { GraphQLParams } from "graphql-yoga";
import { type DocumentId, readDocumentId } from "./document-id.ts";
import { badRequest } from "../http/http-refusal.ts";
import { isObject } from "../http/json.ts";

/** The parameters of a request of GraphQL over HTTP, of the types that they are to have. */
export interface Parameters extends GraphQLParams {
  /** Empty where the request names its document by an id alone: Yoga wants a text in every request. */
  query: string;
  operationName?: string;
  variables?: Record<string, unknown>;
  extensions?: Record<string, unknown>;
}

/** How a request tells its document: it gives the text, or names it by an id, or both. */
export type DocumentName = { text: string; id: DocumentId | null } | { text: null; id: DocumentId };

const NAME = Symbol("the name of a request's document");

/** A request as Yoga is given it; its parameters are those of the specification, and no more can be listed. */
export type DocumentRequest = Parameters & { readonly [NAME]: DocumentName };

/** How a request, which was read here, tells its document. */
export function documentNameOf(request: GraphQLParams): DocumentName {
  return (request as DocumentRequest)[NAME];
}

const JSON_BODY = /^\s*application\/json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

/** Whether a body is of the one media type that is read. */
export function isJsonBody(contentType: string | null): boolean {
  return contentType !== null && JSON_BODY.test(contentType);
}

/**
 * Reads the search of an address: GET of GraphQL over HTTP.
 * @throws GraphQLError where it is none
 */
export function readSearch(url: string): DocumentRequest {
  const start = url.indexOf("?");
  const search = new URLSearchParams(start === -1 ? "" : url.slice(start + 1));
  const json = (name: string): unknown => {
    const text = search.get(name);
    return text === null || text === "" ? undefined : JSON.parse(text);
  };
  let fields: Record<string, unknown>;
  try {
    fields = { variables: json("variables"), extensions: json("extensions") };
  } catch {
    throw badRequest("Unparsable URL");
  }
  for (const name of ["query", "operationName", "documentId"]) fields[name] = search.get(name);
  return documentRequest(fields);
}

/**
 * Reads a body: one request, or a list of them, which is a batch.
 * @throws GraphQLError where it is none
 */
export function readBody(text: string): DocumentRequest | DocumentRequest[] {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest("Unparsable JSON body");
  }
  if (Array.isArray(body)) return body.map(requestIn);
  return requestIn(body);
}

function requestIn(body: unknown): DocumentRequest {
  if (!isObject(body)) throw badRequest("JSON body must be an object");
  return documentRequest(body);
}

function documentRequest(fields: Record<string, unknown>): DocumentRequest {
  const { query, documentId, operationName, variables, extensions } = fields;
  if (query != null && typeof query !== "string") throw badRequest("Invalid query");
  if (variables != null && !isObject(variables)) throw badRequest("Invalid variables");
  if (operationName != null && typeof operationName !== "string") throw badRequest("Invalid operationName");
  if (extensions != null && !isObject(extensions)) throw badRequest("Invalid extensions");
  const id = readDocumentId(documentId, extensions?.["persistedQuery"]);
  const parameters: Parameters = { query: query ?? "" };
  // The specification has an empty name mean none.
  if (operationName) parameters.operationName = operationName;
  if (variables != null) parameters.variables = variables;
  if (extensions != null) parameters.extensions = extensions;
  if (query != null) return { ...parameters, [NAME]: { text: query, id } };
  if (id !== null) return { ...parameters, [NAME]: { text: null, id } };
  throw badRequest("Missing query, or a documentId in its place");
}
