import { connect } from "../../drizzle/client/database.ts";
import { resemblingAmong, type Resembling } from "../../drizzle/search/resembling.ts";
import type { Reader } from "../context.ts";
import { readGlobalId } from "../node/global-id.ts";
import type { ReferenceKind } from "./reference-kind.ts";

/**
 * What of the present a text resembles, whatever revision is read: names are looked up in the present alone. An id resembles
 * nothing, and what comes after the first few of a request is not looked for.
 */
export async function resemblingOf(
  kind: ReferenceKind,
  text: string,
  context: Pick<Reader, "d1" | "soughtLeft">,
): Promise<Resembling[]> {
  if (readGlobalId(text) !== null || context.soughtLeft === 0) return [];
  context.soughtLeft -= 1;
  return resemblingAmong(connect(context.d1), kind, text);
}

/** The end of a message that names them; empty where there are none. */
export function resemblingTold(found: readonly Resembling[]): string {
  const all = found.map(({ slug, name }) => `${JSON.stringify(slug)} (${name})`);
  return all.length === 0 ? "" : `; did you mean ${all.join(" or ")}?`;
}
