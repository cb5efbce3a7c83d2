import { useGraphiQL } from "@graphiql/react";
import { useEffect } from "react";

/** Long lines wrap, and the dashes and accents of real names are not marked as suspicious. */
export function EditorStyle() {
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    responseEditor: state.responseEditor,
  }));
  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, responseEditor])
      editor?.updateOptions({
        wordWrap: "on",
        wrappingIndent: "indent",
        unicodeHighlight: { ambiguousCharacters: false },
      });
  }, [queryEditor, variableEditor, responseEditor]);
  return null;
}
