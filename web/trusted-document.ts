import { createHash } from "node:crypto";
import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind, parse, print, validate } from "graphql";

/** A document that a client of ours sends, and what it is called in logs and counters. */
export interface TrustedDocument {
  name: string;
  text: string;
}

/**
 * All texts that are trusted, by SHA-256: each document as it is in its file, without the line break at its
 * end, and as `print` has it. By the last of these the Worker knows a text that is laid out in another way.
 * @throws Error that names the document which the schema cannot answer
 */
export function trustedTexts(documents: TrustedDocument[], schema: GraphQLSchema): Map<string, TrustedDocument> {
  const texts = new Map<string, TrustedDocument>();
  for (const document of documents.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name, text } = document;
    const printed = print(parsed(document, schema));
    for (const form of [text, text.trimEnd(), printed]) {
      const hash = sha256(form);
      if (!texts.has(hash)) texts.set(hash, { name, text: form });
    }
  }
  return texts;
}

/**
 * Reads what tools make of a client's documents: the manifest of Apollo's tools, or an object of text by id
 * (GraphQL Code Generator, Relay). The name of each is that of the file and that of its operation.
 * @throws Error that names the document whose id is not its SHA-256
 */
export function readManifest(file: string, json: string): TrustedDocument[] {
  const manifest = JSON.parse(json) as ApolloManifest | Record<string, string>;
  const texts = isApollo(manifest)
    ? manifest.operations.map(({ id, body }) => [id, body] as const)
    : Object.entries(manifest);
  return texts.map(([id, text]) => {
    if (id.replace("sha256:", "") === sha256(text)) return { name: `${file}/${operationOf(id, text)}`, text };
    throw new Error(`${file}: ${id} is not the SHA-256 of its document`);
  });
}

interface ApolloManifest {
  format: "apollo-persisted-query-manifest";
  operations: { id: string; body: string }[];
}

function isApollo(manifest: ApolloManifest | Record<string, string>): manifest is ApolloManifest {
  return manifest.format === "apollo-persisted-query-manifest";
}

function operationOf(id: string, text: string): string {
  const { definitions } = parsed({ name: id, text });
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operation?.name?.value ?? id;
}

function parsed({ name, text }: TrustedDocument, schema?: GraphQLSchema): DocumentNode {
  try {
    const document = parse(text);
    const [fault] = schema ? validate(schema, document) : [];
    if (fault === undefined) return document;
    throw fault;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { line, column } = error.locations![0]!;
    throw new Error(`${name}, line ${line}, column ${column}: ${error.message}`, { cause: error });
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
