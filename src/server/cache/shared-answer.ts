import type { Day } from "../../domain/time/day.ts";
import { RESPONSE_TYPE } from "../http/accept.ts";
import { type AnswerParts, answerKey, isKnown } from "./answer-key.ts";
import { IMMUTABLE, policyOf, secondsLeftOfDay } from "./cache-control.ts";
import type { ReadRange, RevisionClock } from "./revision-clock.ts";
import type { SharedEntry, SharedCache } from "./shared-cache.ts";

/** A query that anybody may have asked, as of a revision; null where the newest is meant. */
export interface SharedQuery extends Omit<AnswerParts, "revision" | "isPinned" | "settings"> {
  pin: number | null;
  /** Whether it names the lineage of the revision too. */
  isOfLineage: boolean;
  day: Day;
  /** Told apart by its headers only: each media type, in each coding, has an ETag of its own. */
  mediaType: string | null;
  coding: string | null;
  ifNoneMatch: string | null;
  now: number;
  /** As of at most the bound ago. */
  revisions: ReadRange;
  /** As of now. */
  read: ReadRange;
  cache: SharedCache;
}

export interface Found {
  etag: string;
  /** Null where it is to be worked out. */
  answer: SharedEntry | null;
  /** The client has it. */
  isKnown: boolean;
  /** What the client may do with what is known; empty where it is to be worked out. */
  policy: string;
  /** The policy of what was worked out; shares it with those who ask next, if nothing was written meanwhile. */
  share: (body: string, usesToday: boolean, waitUntil: (work: Promise<unknown>) => void) => string;
}

/** Answers to anonymous queries, one for everybody: docs/caching.md. */
export function sharedAnswers(clock: RevisionClock, settings: string) {
  return async ({
    pin,
    isOfLineage,
    mediaType,
    coding,
    ifNoneMatch,
    now,
    revisions,
    read,
    cache,
    ...asked
  }: SharedQuery): Promise<Found> => {
    const isPinned = pin !== null;
    const { lineage, newest, at } = await revisions();
    // What is pinned outlives later revisions, and no restore.
    const revision = isPinned ? { lineage, number: pin, at: "" } : { lineage, number: newest, at };
    const key = answerKey({ ...asked, revision, isPinned, settings });
    const etag = `"${key}${mediaType === RESPONSE_TYPE ? "-g" : ""}${coding === null ? "" : `-${coding}`}"`;
    const isFixed = isPinned && isOfLineage;
    const lasting = (usesToday: boolean) => policyOf({ isFixed, usesToday, now });
    const known: Found = { etag, answer: null, isKnown: true, policy: lasting(true), share: () => "" };
    if (isKnown(etag, false, ifNoneMatch)) return known;

    const isUnchanged = async () => {
      const range = await clock.renewed(read, now);
      return range.lineage === lineage && (isPinned || (range.newest === newest && range.at === at));
    };
    const kept = await cache.match(key);
    if (isKnown(etag, kept !== null, ifNoneMatch)) return known;
    // How long it lasts depends on when it is given, not on when it was made.
    const answer = kept && { ...kept, policy: lasting(kept.policy !== IMMUTABLE) };
    return {
      etag,
      answer,
      isKnown: false,
      policy: answer?.policy ?? "",
      share: (body, usesToday, waitUntil) => {
        const keep = async () => {
          // Who names the lineage is given the same: what is kept says for how long at most.
          const policy = policyOf({ isFixed: isPinned, usesToday, now });
          if (await isUnchanged()) await cache.put(key, { body, policy }, secondsLeftOfDay(now));
        };
        waitUntil(keep());
        return lasting(usesToday);
      },
    };
  };
}
