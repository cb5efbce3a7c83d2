import { type ExecutionArgs, OperationTypeNode } from "graphql";
import { coded } from "../../../src/server/http/error.ts";
import { withHttp } from "../../../src/server/http/http-refusal.ts";
import { type RequestPlugin, stagesOf } from "../../../src/server/request-plugin.ts";
import type { DocumentStage } from "../../../src/server/request-stage.ts";

/** Refuses changes for as long as the data is being moved elsewhere. */
export function useReadOnly(isReadOnly: () => boolean): RequestPlugin<DocumentStage> {
  return {
    onExecute({ args }: { args: ExecutionArgs }) {
      const { operation } = stagesOf<DocumentStage>(args.contextValue);
      if (operation.operation !== OperationTypeNode.MUTATION || !isReadOnly()) return;
      const refusal = coded("UNAVAILABLE", "The data is being moved: send the change again in ten minutes");
      throw withHttp(refusal, 503, { "retry-after": "600" });
    },
  };
}
