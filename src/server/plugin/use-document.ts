import { GraphQLError } from "graphql";
import { documentNameOf } from "../document/document-request.ts";
import type { documentFinder, NamedDocument } from "../document/named-document.ts";
import { asGraphQLError } from "../http/error.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { NamedStage, StateStage } from "../request-stage.ts";
import type { Settings } from "../settings.ts";

type Find = ReturnType<typeof documentFinder>;

/** Finds the document that a request names by its SHA-256: a trusted one, or one that a client has registered. */
export function useDocument(
  find: Find,
  { trustedOnly }: Pick<Settings, "trustedOnly">,
): RequestPlugin<StateStage, NamedStage> {
  return {
    onParams({ params, context, setParams, setParamsHandler }) {
      const { assets, cache } = context.state;
      const know = (named: NamedDocument | GraphQLError): void => {
        if (named instanceof GraphQLError) return refuse(named);
        addStage<NamedStage>(context, { named });
        if (params.query !== named.text) setParams({ ...params, query: named.text });
      };
      // What is thrown here would end the chain before the hooks that are called for each result.
      const refuse = (error: unknown): void => setParamsHandler(() => ({ errors: [asGraphQLError(error)] }));
      const found = find(documentNameOf(params), { assets, isTrustedOnly: trustedOnly, cache });
      return found instanceof Promise ? found.then(know, refuse) : know(found);
    },
    onValidate: ({ context }) => {
      const { named, state } = stagesOf<StateStage & NamedStage>(context);
      if (named.keep === null) return undefined;
      const { keep } = named;
      return ({ valid }) => void (valid && state.waitUntil(keep()));
    },
  };
}
