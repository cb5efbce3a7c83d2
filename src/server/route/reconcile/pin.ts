import { GraphQLError } from "graphql";
import { inAddress, type Pin, pinOf, type Revisions, statusOf } from "../../cache/pinned-revision.ts";
import { HttpRefusal } from "../../http/http-refusal.ts";

/**
 * What a request asks the data to be of, by its address, its form or headers.
 * @throws HttpRefusal for what is no pin, for no revision that there is, and for another lineage than it names
 */
export async function readPin(request: Request, parameters: URLSearchParams, revisions: Revisions): Promise<Pin> {
  const pin = await pinOf(inAddress(new URL(request.url).searchParams, parameters), request.headers, revisions);
  if (pin instanceof GraphQLError) throw new HttpRefusal(statusOf(pin), pin.message);
  return pin;
}
