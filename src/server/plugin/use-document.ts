import { GraphQLError } from "graphql";
import { documentNameOf } from "../document/document-request.ts";
import { asGraphQLError } from "../http/error.ts";
import type { documentFinder } from "../document/named-document.ts";
import type { Settings } from "../settings.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { NamedStage, StateStage } from "../request-stage.ts";

type Find = ReturnType<typeof documentFinder>;

/** Finds the document that a request names by its SHA-256: a trusted one, or one that a client has registered. */
export function useDocument(
  find: Find,
  { trustedOnly }: Pick<Settings, "trustedOnly">,
): RequestPlugin<StateStage, NamedStage> {
  return {
    async onParams({ params, context, setParams, setParamsHandler }) {
      const { assets, cache } = context.state;
      try {
        const named = await find(documentNameOf(params), { assets, isTrustedOnly: trustedOnly, cache });
        if (named instanceof GraphQLError) throw named;
        addStage<NamedStage>(context, { named });
        if (params.query !== named.text) setParams({ ...params, query: named.text });
      } catch (error) {
        // What is thrown here would end the chain before `onExecutionResult`, which the next operation of a batch waits for.
        setParamsHandler(() => ({ errors: [asGraphQLError(error)] }));
      }
    },
    onContextBuilding({ context }) {
      const { named, state } = stagesOf<StateStage & NamedStage>(context);
      if (named.keep !== null) state.waitUntil(named.keep());
    },
  };
}
