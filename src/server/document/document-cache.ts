import { createHash } from "node:crypto";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  print,
  specifiedRules,
  validate,
  ValuesOfCorrectTypeRule,
} from "graphql";
import { coded, withCode } from "../http/error.ts";
import { cacheOf } from "../../domain/cache.ts";
import type { DocumentLimits } from "../settings.ts";
import { literalRule } from "./literal-rule.ts";
import { structureFault } from "./structure-limit.ts";

/** Whoever sends more faults than these learns of the rest when they are mended. */
const MOST_FAULTS = 20;
const RULES = specifiedRules.map((rule) => (rule === ValuesOfCorrectTypeRule ? literalRule : rule));
/** Where `INTROSPECTION` is off. */
const RULES_WITHOUT_SCHEMA = [...RULES, NoSchemaIntrospectionCustomRule];

export interface ReadDocument {
  document: DocumentNode;
  /** What is wrong with it; empty where it can be executed. */
  faults: () => readonly GraphQLError[];
  /** SHA-256 of what it says, whatever its layout and comments, in hexadecimal. */
  digest: () => string;
}

/**
 * Reads a document once, as long as it is among those last asked; each step only when it is asked for. For one schema,
 * and for rules that are the same for every request.
 */
export function documentCache(schema: GraphQLSchema, limits: DocumentLimits): (text: string) => ReadDocument {
  const documents = cacheOf<ReadDocument>("document");

  /** @throws GraphQLError for what is too long or does not parse */
  return (text) => {
    const known = documents.get(text);
    if (known !== undefined) return known;
    const document = read(schema, text, limits);
    documents.set(text, document);
    return document;
  };
}

function read(schema: GraphQLSchema, text: string, limits: DocumentLimits): ReadDocument {
  const document = parsed(text, limits);
  let faults: readonly GraphQLError[] | undefined;
  let digest: string | undefined;
  return {
    document,
    faults: () => (faults ??= faultsOf(schema, document, limits)),
    digest: () => (digest ??= createHash("sha256").update(print(document)).digest("hex")),
  };
}

function parsed(text: string, { bytes, tokens }: DocumentLimits): DocumentNode {
  if (text.length > bytes || Buffer.byteLength(text) > bytes) throw tooLong(`${bytes} bytes`);
  try {
    return parse(text, { maxTokens: tokens, maxComments: tokens });
  } catch (error) {
    // The stack is used up.
    if (!(error instanceof GraphQLError)) throw tooLong("can be read");
    throw /more than \d+ (?:tokens|comments)/.test(error.message)
      ? tooLong(`${tokens} tokens`)
      : withCode(error, "GRAPHQL_PARSE_FAILED");
  }
}

function tooLong(most: string): GraphQLError {
  return coded("COST_LIMIT_EXCEEDED", `The document is longer than ${most}: ask for less at once`);
}

function faultsOf(schema: GraphQLSchema, document: DocumentNode, limits: DocumentLimits): readonly GraphQLError[] {
  const fault = structureFault(document, limits.depth);
  if (fault !== null) return [fault];
  const rules = limits.introspection ? RULES : RULES_WITHOUT_SCHEMA;
  const options = { maxErrors: MOST_FAULTS, hideSuggestions: !limits.suggestions };
  return validate(schema, document, rules, options).map((error) => withCode(error, "GRAPHQL_VALIDATION_FAILED"));
}
