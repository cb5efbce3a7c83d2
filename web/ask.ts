import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { Kind, parse } from "graphql";
import { isNarrow } from "./narrow.ts";
import { questions } from "./question-list.ts";
import type { Question } from "./question.ts";

/** Asks a question: puts it in an editor tab and runs it. What the reader has written is kept, in its own tab. */
export function useAsk(): (question: Question) => void {
  const actions = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  return (question) => {
    if (!queryEditor || !variableEditor) return;
    actions.stop();
    if (isWritten(queryEditor.getValue(), variableEditor.getValue())) actions.addTab();
    queryEditor.setValue(question.query);
    variableEditor.setValue(question.variables);
    // GraphiQL reads a new document after a pause; the run must not wait, nor send the old operation's name.
    const documentAST = parse(question.query);
    const operations = documentAST.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    actions.setOperationFacts({ documentAST, operations, operationName: operations[0]?.name?.value ?? "" });
    if (isNarrow()) actions.setVisiblePlugin(null);
    actions.run();
  };
}

function isWritten(query: string, variables: string): boolean {
  const isQuestion = questions.some((question) => question.query === query && question.variables === variables);
  return query.trim() !== "" && !isQuestion;
}
