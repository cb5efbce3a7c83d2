import type { RevisionClock, RevisionRange } from "./cache/revision-clock.ts";
import type { RequestState } from "./request-stage.ts";

/**
 * The revisions that there are, as of at most the bound of staleness ago. They may be known from another request, whose
 * replica was not so far behind as the one that this would read.
 */
export async function revisionsFor({ read, now, freshen }: RequestState, clock: RevisionClock): Promise<RevisionRange> {
  const range = await clock.range(read, now);
  freshen(range.bookmark);
  return range;
}
