import { VARY } from "../cache/cache-control.ts";
import type { RequestPlugin } from "../request-plugin.ts";
import type { StateStage } from "../request-stage.ts";

const GRAPHIQL = "/graphiql";

/**
 * Leads a browser that has opened the address of the API to GraphiQL, with the query of the address where only a page is
 * taken. An address that has a query answers it in JSON to whoever takes that.
 */
export function useGraphiqlRedirect(): RequestPlugin<StateStage> {
  return {
    onRequestParse({ request, serverContext: { accepted }, endResponse }) {
      if (request.method !== "GET" || !accepted.prefersPage) return;
      const start = request.url.indexOf("?");
      const search = start === -1 ? "" : request.url.slice(start);
      const asked = new URLSearchParams(search);
      if (asked.has("documentId") || (asked.has("query") && accepted.mediaType !== null)) return;
      const location = asked.has("query") ? `${GRAPHIQL}${search}` : GRAPHIQL;
      endResponse(new Response(null, { status: 303, headers: { location, vary: VARY, "cache-control": "no-store" } }));
    },
  };
}
