import { GraphQLError } from "graphql";
import { inAddress, pinOf, type Revisions, statusOf } from "../../cache/pinned-revision.ts";
import { HttpRefusal } from "../../http/http-refusal.ts";

/**
 * The revision that a request asks for, by its address or by a header; null for the present.
 * @throws HttpRefusal for what is none, for none that there is, and for another lineage than it names
 */
export async function readPin(request: Request, revisions: Revisions): Promise<number | null> {
  const pin = await pinOf(inAddress(new URL(request.url).searchParams), request.headers, revisions);
  if (pin instanceof GraphQLError) throw new HttpRefusal(statusOf(pin), pin.message);
  return pin.revision;
}
