import { BOOKMARK_HEADER, bookmarkOf } from "../cache/bookmark.ts";
import type { RequestPlugin } from "../request-plugin.ts";
import type { IdentityStage, StateStage } from "../request-stage.ts";

/** Has who has an identity read what they have written (D1's bookmarks), whichever replica answers. */
export function useBookmark(): RequestPlugin<StateStage & IdentityStage> {
  return {
    onRequestParse({ request, serverContext: { state, identity } }) {
      if (identity !== null) state.freshen(bookmarkOf(request.headers));
    },
    onResponse({ response, serverContext: { state, identity } }) {
      const bookmark = identity == null ? null : state.bookmark();
      if (bookmark !== null) response.headers.set(BOOKMARK_HEADER, bookmark);
    },
  };
}
