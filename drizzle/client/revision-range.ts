import { Unavailable } from "../../src/domain/fault/unavailable.ts";
import type { D1Client } from "./d1-client.ts";

/** The revisions that can be read: newest is 0 where there are none. */
export interface RevisionRange {
  oldest: number;
  newest: number;
  /** When the newest was made, RFC 3339 in UTC; empty where there are none. */
  at: string;
  /** The lineage that these are revisions of: drizzle/tables/revision.ts. */
  lineage: string;
}

/**
 * Of what was changed before there was history, only what then was is known.
 * @throws Unavailable while the database is restored, and where that broke off
 */
export async function readRevisionRange(d1: Pick<D1Client, "prepare">): Promise<RevisionRange> {
  const range = await d1
    .prepare(
      `select coalesce((select max(number) from revisions where open is null), 1) as oldest,
        coalesce((select max(number) from revisions), 0) as newest,
        coalesce((select at from revisions order by number desc limit 1), '') as at,
        (select lineage from lineages) as lineage`,
    )
    .first<RevisionRange & { lineage: string | null }>();
  const { lineage, ...rest } = range!;
  return { ...rest, lineage: lineageIn(lineage) };
}

/**
 * The lineage, as it was read.
 * @throws Unavailable where there is none
 */
export function lineageIn(lineage: string | null): string {
  if (lineage === null) throw new Unavailable("UNAVAILABLE", false, { cause: new Error(RESTORE_BROKE_OFF) });
  return lineage;
}

/** What is wrong with a database that has no lineage. */
export const RESTORE_BROKE_OFF =
  "the database is half restored: a restore broke off, or is under way; run npm run restore -- FILE --replace again";

/**
 * 0 where there is none. Read with the functions that answers are read with: where D1 has them not, this fails as well.
 * @throws Error where the database is half restored
 */
export async function readNewestRevision(d1: Pick<D1Client, "prepare">): Promise<number> {
  const newest = "select number from revisions order by number desc limit 1";
  const read = await d1
    .prepare(
      `select json(jsonb_group_array(jsonb_array(number))) as rows, (select lineage from lineages) as lineage from (${newest})`,
    )
    .first<{ rows: string; lineage: string | null }>();
  if (read!.lineage === null) throw new Error(RESTORE_BROKE_OFF);
  return (JSON.parse(read!.rows) as [number][])[0]?.[0] ?? 0;
}
