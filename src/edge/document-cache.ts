import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, type Source, validate } from "graphql";
import { withCode } from "./error.ts";
import { leastRecentlyUsed } from "./least-recently-used.ts";

/** A parsed document can take a hundred times the memory of its text. */
const MOST_DOCUMENTS = 100;

/**
 * Parses and validates a document once, as long as it is among those last asked. For one schema, and
 * for rules of validation that are the same for every request.
 */
export function documentCache() {
  const documents = leastRecentlyUsed<DocumentNode>(MOST_DOCUMENTS);
  const verdicts = new WeakMap<DocumentNode, readonly GraphQLError[]>();

  return {
    /** @throws GraphQLError */
    parse: (source: string | Source): DocumentNode => {
      const text = typeof source === "string" ? source : source.body;
      const known = documents.get(text);
      if (known !== undefined) return known;
      const document = parsed(text);
      documents.set(text, document);
      return document;
    },
    validate: (schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] => {
      const known = verdicts.get(document);
      if (known !== undefined) return known;
      const faults = validate(schema, document).map((fault) => withCode(fault, "GRAPHQL_VALIDATION_FAILED"));
      verdicts.set(document, faults);
      return faults;
    },
  };
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    throw error instanceof GraphQLError ? withCode(error, "GRAPHQL_PARSE_FAILED") : error;
  }
}
