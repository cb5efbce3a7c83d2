import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { Kind, OperationTypeNode, parse } from "graphql";
import { isNarrow } from "./narrow.ts";
import { pinnedTo } from "./pin.ts";
import { questions } from "./question-list.ts";
import type { Question } from "./question.ts";

/**
 * Asks a question: puts it in an editor tab and runs it. What the reader has written is kept, in its own tab; so are the headers,
 * but for the pin. A mutation is left to the reader to run.
 */
export function useAsk(): (question: Question) => void {
  const actions = useGraphiQLActions();
  const editors = useGraphiQL(({ queryEditor, variableEditor, headerEditor, responseEditor }) => ({
    queryEditor,
    variableEditor,
    headerEditor,
    responseEditor,
  }));
  return (question) => {
    const { queryEditor, variableEditor, headerEditor, responseEditor } = editors;
    if (!queryEditor || !variableEditor || !headerEditor) return;
    actions.stop();
    const headers = headerEditor.getValue();
    if (isWritten(queryEditor.getValue(), variableEditor.getValue())) actions.addTab();
    queryEditor.setValue(question.query);
    variableEditor.setValue(question.variables);
    headerEditor.setValue(pinnedTo(headers, question.revision));
    // GraphiQL reads a new document after a pause; the run must not wait, nor send the old operation's name.
    const documentAST = parse(question.query);
    const operations = documentAST.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    actions.setOperationFacts({ documentAST, operations, operationName: operations[0]?.name?.value ?? "" });
    if (isNarrow()) actions.setVisiblePlugin(null);
    if (operations[0]?.operation === OperationTypeNode.QUERY) actions.run();
    else responseEditor?.setValue("");
  };
}

function isWritten(query: string, variables: string): boolean {
  const isQuestion = questions.some((question) => question.query === query && question.variables === variables);
  return query.trim() !== "" && !isQuestion;
}
