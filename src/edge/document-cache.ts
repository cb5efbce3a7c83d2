import type { DocumentNode } from "graphql";
import type { Plugin } from "graphql-yoga";

/** A parsed document can take a hundred times the memory of its text. */
const MOST_DOCUMENTS = 100;

/**
 * Parses and validates a document once, as long as it is among those last asked. For one schema, and
 * for rules of validation that are the same for every request.
 */
export function documentCache(): Plugin {
  const documents = new Map<string, DocumentNode>();
  const verdicts = new WeakMap<DocumentNode, readonly Error[]>();
  return {
    onParse: ({ params: { source }, setParsedDocument }) => {
      const text = source.toString();
      const known = documents.get(text);
      if (known === undefined) {
        return ({ result }) => {
          if (result !== null && !(result instanceof Error)) remember(text, result);
        };
      }
      documents.delete(text);
      documents.set(text, known);
      setParsedDocument(known);
      return undefined;
    },
    onValidate: ({ params: { documentAST }, setResult }) => {
      const known = verdicts.get(documentAST);
      if (known === undefined) return ({ result }) => void verdicts.set(documentAST, result);
      setResult(known);
      return undefined;
    },
  };

  function remember(text: string, document: DocumentNode) {
    documents.set(text, document);
    for (const [oldest] of documents) {
      if (documents.size <= MOST_DOCUMENTS) return;
      documents.delete(oldest);
    }
  }
}
