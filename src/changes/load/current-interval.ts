import { writtenDays } from "../../domain/time/period.ts";
import type { Entries } from "../read/entry.ts";
import type { Read, StoredRow } from "./pending-read.ts";
import { seriesOf, type Interval } from "../check/interval-overlap.ts";
import { LISTED } from "../../../drizzle/query/json-parameter.ts";

/** Reads the statuses, memberships and obligations that are loaded of the alliances that entries tell of. */
export function readIntervals(entries: Entries, read: Read, intervals: Interval[]): void {
  const alliances = [...entries.allianceStatuses, ...entries.memberships, ...entries.obligations].map(
    ({ value }) => value.alliance,
  );
  const ends = 'interval.from_edtf AS "from", interval.to_edtf AS "to"';
  const ofAlliances = `JOIN alliances ON alliances.id = interval.alliance_id WHERE alliances.slug IN ${LISTED}`;
  const take = (own: (row: Record<string, string>) => Pick<Interval, "series" | "statusOf">) => (rows: StoredRow[]) => {
    for (const row of rows as Record<string, string>[]) {
      const { key = "", from = null, to = null } = row;
      intervals.push({ ...own(row), key, days: writtenDays({ from, to }) });
    }
  };
  read(
    `SELECT interval.key, alliances.slug AS alliance, interval.code, interval.rank, ${ends} FROM alliance_statuses AS interval ${ofAlliances}`,
    alliances,
    take(({ alliance = "", code = "", rank = "" }) => ({
      series: seriesOf.status(alliance, code, rank),
      statusOf: alliance,
    })),
  );
  read(
    `SELECT interval.key, alliances.slug AS alliance, actors.slug AS actor, interval.role, interval.rank, ${ends}
    FROM memberships AS interval JOIN actors ON actors.id = interval.actor_id ${ofAlliances}`,
    alliances,
    take(({ alliance = "", actor = "", role = "", rank = "" }) => ({
      series: seriesOf.membership(alliance, actor, role, rank),
    })),
  );
  read(
    `SELECT interval.key, alliances.slug AS alliance, actors.slug AS actor, interval.code, interval.rank, ${ends}
    FROM obligations AS interval LEFT JOIN actors ON actors.id = interval.actor_id ${ofAlliances}`,
    alliances,
    take(({ alliance = "", actor, code = "", rank = "" }) => ({
      series: seriesOf.obligation(alliance, code, actor, rank),
    })),
  );
}
