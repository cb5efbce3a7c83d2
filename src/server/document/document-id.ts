import { coded } from "../http/error.ts";

/** The SHA-256 that a request names its document by, and where it does so. */
export interface DocumentId {
  hash: string;
  parameter: "documentId" | "extensions.persistedQuery.sha256Hash";
}

const SHA256 = /^(?:sha256:)?([0-9a-f]{64})$/;
const WHAT_IS_RIGHT =
  "is to be the SHA-256 of the document's text: 64 lower-case hexadecimal digits, bare or after sha256:";

/**
 * Reads `documentId` (GraphQL over HTTP, appendix A) and `extensions.persistedQuery` (Apollo's automatic
 * persisted queries); null where a request has neither.
 * @throws GraphQLError of code BAD_USER_INPUT
 */
export function readDocumentId(documentId: unknown, persistedQuery: unknown): DocumentId | null {
  const ids = [idOf(documentId), automaticIdOf(persistedQuery)].filter((id) => id !== null);
  const [first, second] = ids;
  if (first === undefined) return null;
  if (second !== undefined && first.hash !== second.hash) {
    throw coded("BAD_USER_INPUT", `${first.parameter} and ${second.parameter} name two documents: give one of them`);
  }
  return first;
}

function idOf(documentId: unknown): DocumentId | null {
  return documentId == null ? null : { hash: hashOf(documentId, "documentId"), parameter: "documentId" };
}

function automaticIdOf(persistedQuery: unknown): DocumentId | null {
  if (persistedQuery == null) return null;
  const { version, sha256Hash } = persistedQuery as Record<string, unknown>;
  if (version !== 1) throw coded("BAD_USER_INPUT", "extensions.persistedQuery.version is to be 1");
  const parameter = "extensions.persistedQuery.sha256Hash";
  return { hash: hashOf(sha256Hash, parameter), parameter };
}

function hashOf(id: unknown, parameter: string): string {
  const hash = typeof id === "string" ? SHA256.exec(id)?.[1] : undefined;
  if (hash === undefined) throw coded("BAD_USER_INPUT", `${parameter} ${WHAT_IS_RIGHT}`);
  return hash;
}
