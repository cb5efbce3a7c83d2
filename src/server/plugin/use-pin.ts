import { GraphQLError, OperationTypeNode } from "graphql";
import { withHttp } from "../http/http-refusal.ts";
import { inRequest, type Pin, pinOf, pinRefusal, statusOf } from "../cache/pinned-revision.ts";
import type { RevisionClock } from "../cache/revision-clock.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { AddressStage, DocumentStage, PinStage, StateStage } from "../request-stage.ts";
import { revisionsFor } from "../revisions.ts";

type Given = StateStage & AddressStage & DocumentStage;

/** Pins an answer to the revision that a request asks for, and holds it to the lineage that it names. */
export function usePin(clock: RevisionClock): RequestPlugin<Given, PinStage> {
  return {
    onContextBuilding({ context }) {
      const { state, operation, params, address, request } = stagesOf<Given>(context);
      const type = operation.operation;
      const know = (pin: Pin | GraphQLError): void => {
        if (pin instanceof GraphQLError) throw withHttp(pin, statusOf(pin));
        const { revision } = pin;
        if (revision !== null && type !== OperationTypeNode.QUERY) throw withHttp(pinRefusal(revision, type), 400);
        addStage<PinStage>(context, { pin });
      };
      const pin = pinOf(inRequest(params.extensions, address), request.headers, async ({ revision, lineage }) => {
        const range = await revisionsFor(state, clock);
        const isKnown = range.newest >= (revision ?? 0) && range.lineage === (lineage ?? range.lineage);
        return isKnown ? range : clock.renewed(state.read, state.now);
      });
      return pin instanceof Promise ? pin.then(know) : know(pin);
    },
  };
}
