/** The header that says how far a client has seen the database, and the one that it is told so in. */
export const BOOKMARK_HEADER = "Entente-Bookmark";

/** As D1 writes them: the header is passed on as it is. */
const BOOKMARK = /^[\da-f]{8}-[\da-f]{8}-[\da-f]{8}-[\da-f]{32}$/;

/** What a request brings; null where it brings none, or nothing that could be one. */
export function bookmarkOf(headers: Headers): string | null {
  const given = headers.get(BOOKMARK_HEADER);
  return given !== null && BOOKMARK.test(given) ? given : null;
}
