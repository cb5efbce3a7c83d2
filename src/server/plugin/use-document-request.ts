import { readText } from "../limit/body-limit.ts";
import { type DocumentRequest, isJsonBody, readBody, readSearch } from "../document/document-request.ts";
import { badRequest, HttpRefusal, notAcceptable, unsupportedMediaType } from "../http/http-refusal.ts";
import type { Settings } from "../settings.ts";
import type { RequestPlugin } from "../request-plugin.ts";
import type { StateStage } from "../request-stage.ts";

/**
 * Reads a request of GraphQL over HTTP, in the place of Yoga's parsers: these drop `documentId` in an address, read forms,
 * and take bodies of any length and bytes that are no UTF-8.
 */
export function useDocumentRequest({ bodyBytes }: Pick<Settings, "bodyBytes">): RequestPlugin<StateStage> {
  return {
    onRequestParse({ request, serverContext: { accepted }, setRequestParser, endResponse }) {
      if (accepted.mediaType === null && !accepted.takesEvents) return endResponse(notAcceptable());
      if (request.method === "GET") return setRequestParser(({ url }) => readSearch(url));
      if (!isJsonBody(request.headers.get("content-type"))) return endResponse(unsupportedMediaType());
      setRequestParser((posted) => bodyOf(posted, bodyBytes));
    },
  };
}

async function bodyOf(request: Request, bodyBytes: number): Promise<DocumentRequest | DocumentRequest[]> {
  try {
    return readBody(await readText(request, bodyBytes));
  } catch (error) {
    throw error instanceof HttpRefusal ? badRequest(error.message, error.status) : error;
  }
}
