import { GraphQLError, OperationTypeNode } from "graphql";
import { withHttp } from "../http/http-refusal.ts";
import { type Pin, pinOf, pinRefusal } from "../cache/pinned-revision.ts";
import type { RevisionClock } from "../cache/revision-clock.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { DocumentStage, PinStage, StateStage } from "../request-stage.ts";
import { revisionsFor } from "../revisions.ts";

type Given = StateStage & DocumentStage;

/** Pins an answer to the revision that a request asks for. */
export function usePin(clock: RevisionClock): RequestPlugin<Given, PinStage> {
  return {
    onContextBuilding({ context }) {
      const { state, operation, params, request } = stagesOf<Given>(context);
      const type = operation.operation;
      const know = (pin: Pin): void => {
        if (pin instanceof GraphQLError) throw withHttp(pin, 400);
        if (pin !== null && type !== OperationTypeNode.QUERY) throw withHttp(pinRefusal(pin, type), 400);
        addStage<PinStage>(context, { revision: pin });
      };
      const pin = pinOf(params.extensions, request.headers, async (least) => {
        const range = await revisionsFor(state, clock);
        return range.newest < least ? clock.renewed(state.read, state.now) : range;
      });
      return pin instanceof Promise ? pin.then(know) : know(pin);
    },
  };
}
