import type { GraphQLError } from "graphql";
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

/** What a body may have, and an address too. */
const KEYS = ["query", "documentId", "operationName", "variables", "extensions"];
/** What pins the answer: extensions of a body, and parameters of an address. */
export const PINS = ["revision", "lineage"];

/** Whether a body is of the one media type that is read. */
export function isJsonBody(contentType: string | null): boolean {
  return contentType !== null && JSON_BODY.test(contentType);
}

/**
 * Reads the search of an address: GET of GraphQL over HTTP.
 * @throws GraphQLError where it is none
 */
export function readSearch(url: string): DocumentRequest {
  const search = searchOf(url, [...KEYS, ...PINS]);
  const fields: Record<string, unknown> = {};
  for (const name of ["query", "operationName", "documentId"]) fields[name] = search.get(name);
  for (const name of ["variables", "extensions"]) {
    const text = search.get(name);
    if (text) fields[name] = parsed(text, `The parameter ${name} of the address`);
  }
  return documentRequest(fields);
}

/**
 * What an address says; null where it says nothing. That of a POST may pin its answer, and no more.
 * @throws GraphQLError where it says more
 */
export function addressOf(url: string, isPost: boolean): URLSearchParams | null {
  return url.includes("?") ? searchOf(url, isPost ? PINS : [...KEYS, ...PINS]) : null;
}

/**
 * What the address of a file says, which may pin it, and no more.
 * @throws GraphQLError where it says more
 */
export function pinsInAddress(url: string): URLSearchParams {
  return searchOf(url, PINS);
}

/** What is not known would be ignored: its answer would be one to another question. */
function searchOf(url: string, known: readonly string[]): URLSearchParams {
  const start = url.indexOf("?");
  const search = new URLSearchParams(start === -1 ? "" : url.slice(start + 1));
  const given = new Set<string>();
  for (const name of search.keys()) {
    if (!known.includes(name)) {
      const where = KEYS.includes(name) ? ", and the rest is in its body" : "";
      throw badRequest(`${named(name)} is no parameter of this address: it may have ${known.join(", ")}${where}`);
    }
    if (given.has(name)) throw badRequest(`The address has ${named(name)} several times: give it once`);
    given.add(name);
  }
  return search;
}

/**
 * Reads a body: one request, or a list of them, which is a batch.
 * @throws GraphQLError where it is none
 */
export function readBody(text: string): DocumentRequest | DocumentRequest[] {
  const body = parsed(text, "The body");
  return Array.isArray(body) ? body.map(requestIn) : requestIn(body);
}

function requestIn(body: unknown): DocumentRequest {
  if (!isObject(body)) throw badRequest("JSON body must be an object");
  for (const key of Object.keys(body)) {
    if (KEYS.includes(key)) continue;
    const right = PINS.includes(key)
      ? `write it within extensions: {"extensions": {"${key}": …}}`
      : `there are ${KEYS.join(", ")}`;
    throw badRequest(`${named(key)} is nothing that a request has: ${right}`);
  }
  return documentRequest(body);
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`${where} is no JSON`);
  }
}

/** The name that a client gave, as far as it is of use. */
function named(name: string): string {
  return JSON.stringify(name.slice(0, 50));
}

function documentRequest(fields: Record<string, unknown>): DocumentRequest {
  const { query, documentId, operationName, variables, extensions } = fields;
  if (query != null && typeof query !== "string") throw wrongType("query", query, "a text");
  if (variables != null && !isObject(variables))
    throw wrongType("variables", variables, 'an object, such as {"slug": "japan"}');
  if (operationName != null && typeof operationName !== "string")
    throw wrongType("operationName", operationName, "a text");
  if (extensions != null && !isObject(extensions))
    throw wrongType("extensions", extensions, 'an object, such as {"revision": 1}');
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

function wrongType(name: string, value: unknown, right: string): GraphQLError {
  const text =
    typeof value === "string"
      ? "a text"
      : Array.isArray(value)
        ? "a list"
        : isObject(value)
          ? "an object"
          : `a ${typeof value}`;
  return badRequest(`"${name}" is ${text}: give ${right}, or leave it out`);
}
