import { readText } from "../limit/body-limit.ts";
import { addressOf, type DocumentRequest, isJsonBody, readBody, readSearch } from "../document/document-request.ts";
import { badRequest, HttpRefusal, notAcceptable, noWebSocket, unsupportedMediaType } from "../http/http-refusal.ts";
import type { Settings } from "../settings.ts";
import { Batch } from "../batch.ts";
import { addStage, type RequestPlugin } from "../request-plugin.ts";
import type { AddressStage, BatchStage, StateStage } from "../request-stage.ts";

type Asked = DocumentRequest | DocumentRequest[];

/**
 * Reads a request of GraphQL over HTTP, or several, in the place of Yoga's parsers: these drop `documentId` in an address, read
 * forms, and take bodies of any length and bytes that are no UTF-8.
 */
export function useDocumentRequest({
  bodyBytes,
}: Pick<Settings, "bodyBytes">): RequestPlugin<StateStage, BatchStage & AddressStage> {
  return {
    onRequestParse({ request, serverContext, setRequestParser, endResponse }) {
      if (request.headers.get("upgrade")?.toLowerCase() === "websocket") return endResponse(noWebSocket());
      const { mediaType, takesEvents } = serverContext.accepted;
      if (mediaType === null && !takesEvents) return endResponse(notAcceptable());
      const given = (asked: Asked) => {
        const batch = Array.isArray(asked) ? new Batch(asked) : null;
        if (batch !== null && mediaType === null) {
          throw badRequest("A batch is answered in JSON: accept application/json, or send one operation", 406);
        }
        addStage<BatchStage & AddressStage>(serverContext, {
          batch,
          address: addressOf(request.url, request.method !== "GET"),
        });
        return asked;
      };
      if (request.method === "GET") return setRequestParser(({ url }) => given(readSearch(url)));
      if (!isJsonBody(request.headers.get("content-type"))) return endResponse(unsupportedMediaType());
      setRequestParser(async (posted) => given(await bodyOf(posted, bodyBytes)));
    },
  };
}

async function bodyOf(request: Request, bodyBytes: number): Promise<Asked> {
  try {
    return readBody(await readText(request, bodyBytes));
  } catch (error) {
    throw error instanceof HttpRefusal ? badRequest(error.message, error.status, error.headers) : error;
  }
}
