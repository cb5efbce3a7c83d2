import { GraphQLError } from "graphql";
import type { DocumentId } from "./document-id.ts";
import type { DocumentName } from "./document-request.ts";
import { coded } from "../http/error.ts";
import { persistedQueries } from "./persisted-query.ts";
import { sha256 } from "../http/sha256.ts";
import type { SharedCache } from "../cache/shared-cache.ts";
import { type Assets, trustedDocuments } from "./trusted-document.ts";

/** The document that a request asks for. */
export interface NamedDocument {
  text: string;
  /** Whether the request named it by its SHA-256, alone or beside the text, and it is that. */
  isById: boolean;
  /** Its name in the manifest; null where it is no trusted document. No other name of a document may be logged. */
  trustedName: string | null;
  /** To be called when it has been found valid: has it found by its SHA-256 alone from then on. Never fails. Null where there is nothing to keep. */
  keep: (() => Promise<void>) | null;
}

export interface DocumentSource {
  assets: Assets;
  /** Whether nothing but trusted documents is answered. */
  isTrustedOnly: boolean;
  cache: SharedCache;
}

const MANIFEST = "/documents/manifest.json lists the trusted ones";

/**
 * Finds the document of a request by text or id: a trusted one, or one that a client has registered.
 * Gives the error where there is none. `digestOf` gives the SHA-256 of a document in its plain layout, or throws a GraphQLError.
 * @throws Error where the static files cannot be read
 */
export function documentFinder(digestOf: (text: string) => string) {
  const trusted = trustedDocuments(digestOf);
  const persisted = persistedQueries();

  async function byId(id: DocumentId, { assets, isTrustedOnly, cache }: DocumentSource): Promise<NamedDocument> {
    const trustedName = await trusted.nameOf(id.hash, assets);
    const text =
      trustedName !== null
        ? await trusted.textOf(id.hash, assets)
        : isTrustedOnly
          ? null
          : await persisted.find(id.hash, cache);
    if (text === null) throw notFound(id);
    return { text, isById: true, trustedName, keep: null };
  }

  async function byText(text: string, id: DocumentId | null, source: DocumentSource): Promise<NamedDocument> {
    const { assets, isTrustedOnly, cache } = source;
    const isById = id !== null;
    if (isById && (await sha256(text)) !== id.hash) {
      throw coded("BAD_USER_INPUT", `${id.parameter} is to be the SHA-256 of query, or query is to be left out`);
    }
    if (isTrustedOnly) {
      const trustedName = await trusted.nameOfText(text, assets);
      if (trustedName === null)
        throw coded("FORBIDDEN", `Only trusted documents are answered, and query is none: ${MANIFEST}`);
      return { text, isById, trustedName, keep: null };
    }
    if (!isById) return { text, isById, trustedName: null, keep: null };
    const trustedName = await trusted.nameOf(id.hash, assets);
    return { text, isById, trustedName, keep: () => persisted.keep(id.hash, text, cache) };
  }

  const errorOf = (error: unknown): GraphQLError => {
    if (error instanceof GraphQLError) return error;
    throw error;
  };

  return (request: DocumentName, source: DocumentSource): Found | Promise<Found> => {
    const { text, id } = request;
    // What most requests are: a text, which is to be looked for nowhere.
    if (text !== null && id === null && !source.isTrustedOnly) {
      return { text, isById: false, trustedName: null, keep: null };
    }
    return (text === null ? byId(request.id, source) : byText(text, id, source)).catch(errorOf);
  };
}

type Found = NamedDocument | GraphQLError;

// Apollo's clients look for this very message, or for the code.
function notFound({ parameter }: DocumentId): GraphQLError {
  const message =
    parameter === "documentId"
      ? `documentId names no document that is known here: ${MANIFEST}`
      : "PersistedQueryNotFound";
  return coded("PERSISTED_QUERY_NOT_FOUND", message);
}
