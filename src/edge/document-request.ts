import {
  parseRequestParams,
  type Request as AskedOfLibrary,
  type RequestParams,
  type Response as Answer,
} from "graphql-http";
import { type DocumentId, readDocumentId } from "./document-id.ts";

/** A request that gives the text of its document, or names it by an id, or both. */
export type DocumentRequest = { params: RequestParams } & (
  | { text: string; id: DocumentId | null }
  | { text: null; id: DocumentId }
);

/** A request as graphql-http has it. */
export interface Asked extends AskedOfLibrary<Request, undefined> {
  body: () => Promise<string>;
}

/**
 * Reads a request of GraphQL over HTTP; gives the answer where it is refused for its method or media type.
 * @throws Error where it is none; GraphQLError of code BAD_USER_INPUT where it names its document wrongly
 */
export async function readDocumentRequest(asked: Asked): Promise<DocumentRequest | Answer> {
  let text: unknown = null;
  let documentId: unknown = null;
  if (asked.method === "GET") {
    const search = new URLSearchParams(asked.url.slice(1));
    text = search.get("query");
    documentId = search.get("documentId");
  }
  const read = await parseRequestParams({
    ...asked,
    // graphql-http wants a text in every request, so one that has none is given an empty one.
    url: text === null ? `${asked.url}&query=` : asked.url,
    body: async () => {
      const body: unknown = JSON.parse(await asked.body());
      if (typeof body !== "object" || body === null || Array.isArray(body)) return null;
      ({ query: text, documentId } = body as Record<string, unknown>);
      return { ...body, query: text ?? "" };
    },
  });
  if (isAnswer(read)) return read;
  const id = readDocumentId(documentId, read.extensions?.["persistedQuery"]);
  // The specification has an empty name mean none.
  const params = { ...read, operationName: read.operationName || null };
  if (text != null) return { params, text: read.query, id };
  if (id !== null) return { params, text: null, id };
  throw new Error("Missing query, or a documentId in its place");
}

function isAnswer(params: RequestParams | Answer): params is Answer {
  return Array.isArray(params);
}
