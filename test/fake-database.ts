import type { D1Client } from "../drizzle/client/d1-client.ts";

/** D1 that does what is given, also in a session. */
export function fakeDatabase(client: Partial<D1Client>): D1Database {
  const session = { ...client, getBookmark: () => null };
  return { ...client, withSession: () => session } as unknown as D1Database;
}
