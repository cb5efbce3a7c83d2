import type { D1Client } from "./database.ts";

/** The revisions that can be read: newest is 0 where there are none. */
export interface RevisionRange {
  oldest: number;
  newest: number;
}

/** Of what was changed before there was history, only what then was is known. */
export async function readRevisionRange(d1: Pick<D1Client, "prepare">): Promise<RevisionRange> {
  const range = await d1
    .prepare(
      "select coalesce((select max(number) from revisions where open is null), 1) as oldest, coalesce((select max(number) from revisions), 0) as newest",
    )
    .first<RevisionRange>();
  return range ?? { oldest: 1, newest: 0 };
}
