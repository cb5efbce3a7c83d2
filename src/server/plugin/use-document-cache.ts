import { GraphQLError, OperationTypeNode } from "graphql";
import type { ReadDocument } from "../document/document-cache.ts";
import { badRequest } from "../http/http-refusal.ts";
import { operationOf, variablesFault } from "../document/operation.ts";
import { addStage, type RequestPlugin, stagesOf } from "../request-plugin.ts";
import type { DocumentStage, NamedStage, StateStage } from "../request-stage.ts";

type Given = StateStage & NamedStage;

/** Parses and validates a document once, within its limits, and finds the operation of it that is meant. */
export function useDocumentCache(documents: (text: string) => ReadDocument): RequestPlugin<Given, DocumentStage> {
  return {
    onParse({ params: { source }, context, setParsedDocument }) {
      const { params, request, accepted } = stagesOf<Given>(context);
      const document = documents(source as string);
      const operation = operationOf(document.document, params.operationName);
      if (operation instanceof GraphQLError) {
        // A document that is not valid is told so first.
        throw document.faults().length > 0 ? new AggregateError(document.faults()) : operation;
      }
      if (request.method === "GET" && !isForGet(operation.operation, accepted.takesEvents)) {
        throw badRequest("By GET only a query can be sent", 405, { allow: "POST" });
      }
      addStage<DocumentStage>(context, { document, operation });
      setParsedDocument(document.document);
    },
    onValidate({ context, setResult }) {
      const { document, params } = stagesOf<DocumentStage>(context);
      const faults = document.faults();
      const fault = faults.length === 0 ? variablesFault(params.variables) : null;
      setResult(fault === null ? faults.map(copied) : [fault]);
    },
  };
}

/** A browser's EventSource subscribes by GET. */
function isForGet(type: OperationTypeNode, takesEvents: boolean): boolean {
  return type === OperationTypeNode.QUERY || (type === OperationTypeNode.SUBSCRIPTION && takesEvents);
}

/** What is cached is nobody's to change: Yoga writes a status into the errors that it is given. */
function copied(error: GraphQLError): GraphQLError {
  const { nodes, source, positions, extensions } = error;
  return new GraphQLError(error.message, { nodes, source, positions, extensions: { ...extensions } });
}
