import { createHash } from "node:crypto";
import { cacheOf } from "../../domain/cache.ts";
import { isObject } from "../http/json.ts";

/** In characters: variables may be as long as a request. */
const LONGEST_TEXT = 1000;

const keys = cacheOf<string>("answer key");

/** All that an answer to somebody without an identity depends on: docs/caching.md says why there is no more. */
export interface AnswerParts {
  /** What the document says. */
  digest: string;
  operationName: string | null | undefined;
  variables: unknown;
  /** The revision that the answer is of, of which lineage, and when it was made; without a time where it is pinned. */
  revision: { lineage: string; number: number; at: string };
  isPinned: boolean;
  /** The UTC day of the request. */
  day: string;
  /** Of the Worker's code; empty where it is not deployed. */
  version: string;
  /** What in the settings shows in an answer. */
  settings: string;
}

/** 43 characters, the same for the same parts whatever the order of keys within the variables. */
export function answerKey({ variables, ...parts }: AnswerParts): string {
  const text = JSON.stringify([parts, variables ?? {}], (_, value: unknown) =>
    isObject(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = createHash("sha256").update(text).digest("base64url");
  if (text.length <= LONGEST_TEXT) keys.set(text, key);
  return key;
}

/**
 * RFC 9110, 13.1.2: whether what the client has is still the answer. Of `*`, which stands for any, that can be said only
 * of one that is there: what is refused has no 304.
 */
export function isKnown(etag: string, isThere: boolean, ifNoneMatch: string | null): boolean {
  const known = isThere ? [etag, "*"] : [etag];
  return ifNoneMatch?.split(",").some((one) => known.includes(one.trim().replace(/^W\//, ""))) ?? false;
}
