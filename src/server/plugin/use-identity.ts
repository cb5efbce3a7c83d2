import { isAuthorization } from "../auth/bearer.ts";
import type { Identified, IdentityCheck } from "../auth/identity.ts";
import { IdentityRefusal } from "../auth/identity-refusal.ts";
import { BOOKMARK_HEADER, bookmarkOf } from "../cache/bookmark.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { IdentityStage, StateStage } from "../request-stage.ts";

type Known = StateStage & Partial<IdentityStage>;

/**
 * Finds out for whom a request is answered: whom its token is about, or nobody. A token that is not good is 401, one that
 * cannot be checked 503, and no answer to a token is stored. Who has an identity reads what they have written (D1's bookmarks),
 * whichever replica answers.
 */
export function useIdentity({ header, identify }: IdentityCheck): RequestPlugin<StateStage, IdentityStage> {
  const isOwnHeader = !isAuthorization(header);
  return {
    onRequestParse({ request, serverContext, endResponse }) {
      const know = (identified: Identified): void => {
        if (identified instanceof IdentityRefusal) return endResponse(identified.response());
        addStage<IdentityStage>(serverContext, { identity: identified });
        if (identified !== null) serverContext.state.freshen(bookmarkOf(request.headers));
      };
      const identified = identify(request.headers, serverContext.state);
      return identified instanceof Promise ? identified.then(know) : know(identified);
    },
    onResponse({ response, serverContext, setResponse }) {
      const { identity, state } = stagesOf<Known>(serverContext);
      if (identity === undefined) return;
      if (isOwnHeader) response.headers.append("vary", header);
      if (identity !== null) setResponse(notStored(response, state.bookmark()));
    },
  };
}

function notStored(response: Response, bookmark: string | null): Response {
  const headers = new Headers(response.headers);
  headers.set("cache-control", "no-store");
  if (bookmark !== null) headers.set(BOOKMARK_HEADER, bookmark);
  return new Response(response.body, { status: response.status, headers });
}
