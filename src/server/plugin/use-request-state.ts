import { acceptedOf } from "../http/accept.ts";
import { codingsOf } from "../http/coding.ts";
import { addStage, type RequestPlugin } from "../request-plugin.ts";
import type { RequestState, StateStage } from "../request-stage.ts";

/**
 * Hands a request's state over by the request itself. A context that is handed to Yoga is copied property by property for
 * each request.
 */
export function useRequestState(states: WeakMap<Request, RequestState>): RequestPlugin<object, StateStage> {
  return {
    onRequest({ request, serverContext }) {
      const state = states.get(request)!;
      const accepted = acceptedOf(request.headers.get("accept"));
      addStage<StateStage>(serverContext, { state, accepted, codings: codingsOf(request) });
    },
  };
}
