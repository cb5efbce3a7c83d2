import type { Entries } from "../read/entry.ts";
import type { Read, StoredRow } from "./pending-read.ts";
import { seriesOf, type Interval } from "../check/interval-overlap.ts";
import { LISTED } from "../sql.ts";

/** Reads the statuses and memberships that are loaded of the alliances that entries tell of. */
export function readIntervals(entries: Entries, read: Read, intervals: Interval[]): void {
  const alliances = [...entries.allianceStatuses, ...entries.memberships].map(({ value }) => value.alliance);
  const days = "interval.from_earliest, interval.from_latest, interval.to_earliest, interval.to_latest";
  const ofAlliances = `JOIN alliances ON alliances.id = interval.alliance_id WHERE alliances.slug IN ${LISTED}`;
  const take =
    (own: (row: Record<string, string>) => Pick<Interval, "series" | "statusOf" | "rank">) => (rows: StoredRow[]) => {
      for (const row of rows as Record<string, string>[]) {
        intervals.push({
          ...own(row),
          key: row.key ?? "",
          days: {
            fromEarliest: row.from_earliest ?? "",
            fromLatest: row.from_latest ?? "",
            toEarliest: row.to_earliest ?? "",
            toLatest: row.to_latest ?? "",
          },
        });
      }
    };
  read(
    `SELECT interval.key, alliances.slug AS alliance, interval.code, interval.rank, ${days} FROM alliance_statuses AS interval ${ofAlliances}`,
    alliances,
    take(({ alliance = "", code = "", rank = "" }) => ({
      series: seriesOf.status(alliance, code, rank),
      statusOf: alliance,
      rank,
    })),
  );
  read(
    `SELECT interval.key, alliances.slug AS alliance, actors.slug AS actor, interval.role, interval.rank, ${days}
    FROM memberships AS interval JOIN actors ON actors.id = interval.actor_id ${ofAlliances}`,
    alliances,
    take(({ alliance = "", actor = "", role = "", rank = "" }) => ({
      series: seriesOf.membership(alliance, actor, role, rank),
    })),
  );
}
