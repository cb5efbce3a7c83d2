/** The revisions that there are; newest is 0 where there are none. */
export interface RevisionRange {
  oldest: number;
  newest: number;
  /** When the newest was made. */
  at: string;
  /** What they are revisions of: a database that was restored numbers its revisions anew. */
  lineage: string;
  /** From where on a session sees them; null where there are no sessions. */
  bookmark: string | null;
}

export type ReadRange = () => Promise<RevisionRange>;

export interface RevisionClock {
  /** As it was at most the bound ago. */
  range: (read: ReadRange, now: number) => Promise<RevisionRange>;
  /** As it is now. */
  renewed: (read: ReadRange, now: number) => Promise<RevisionRange>;
  /** After a write. */
  forget: () => void;
}

/** What this isolate knows of the newest revision, and for how long it believes it, in ms. */
export function revisionClock(stalenessMs: number): RevisionClock {
  let known: { range: RevisionRange; at: number } | null = null;

  async function renewed(read: ReadRange, now: number): Promise<RevisionRange> {
    const range = await read();
    // Another request may have been told of a newer one meanwhile.
    if (known === null || now >= known.at) known = { range, at: now };
    return range;
  }

  return {
    renewed,
    range: async (read, now) => {
      const isFresh = known !== null && now >= known.at && now < known.at + stalenessMs;
      return isFresh ? known!.range : renewed(read, now);
    },
    forget: () => (known = null),
  };
}
