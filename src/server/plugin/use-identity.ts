import { isAuthorization } from "../auth/bearer.ts";
import type { IdentityCheck } from "../auth/identity.ts";
import { IdentityRefusal } from "../auth/identity-refusal.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { IdentityStage, StateStage } from "../request-stage.ts";

/**
 * Finds out for whom a request is answered: whom its token is about, or nobody. A token that is not good is 401, one that
 * cannot be checked 503, and no answer to a token is stored.
 */
export function useIdentity({ header, identify }: IdentityCheck): RequestPlugin<StateStage, IdentityStage> {
  const isOwnHeader = !isAuthorization(header);
  return {
    async onRequestParse({ request, serverContext, endResponse }) {
      const identified = await identify(request.headers, serverContext.state);
      if (identified instanceof IdentityRefusal) endResponse(identified.response());
      else addStage<IdentityStage>(serverContext, { identity: identified });
    },
    onResponse({ response, serverContext, setResponse }) {
      const { identity } = stagesOf<Partial<IdentityStage>>(serverContext);
      if (identity === undefined) return;
      if (isOwnHeader) response.headers.append("vary", header);
      if (identity !== null) setResponse(notStored(response));
    },
  };
}

function notStored(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set("cache-control", "no-store");
  return new Response(response.body, { status: response.status, headers });
}
