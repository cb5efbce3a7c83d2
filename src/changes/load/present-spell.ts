import type { Entries } from "../read/entry.ts";
import type { Read, StoredRow } from "./pending-read.ts";
import { seriesOf, type Spell } from "../check/spell.ts";
import { LISTED } from "../sql.ts";

/** Reads the statuses and memberships that are loaded of the alliances that entries tell of. */
export function readSpells(entries: Entries, read: Read, spells: Spell[]): void {
  const alliances = [...entries.allianceStatuses, ...entries.memberships].map(({ value }) => value.alliance);
  const days = "spell.from_earliest, spell.from_latest, spell.to_earliest, spell.to_latest";
  const ofAlliances = `JOIN alliances ON alliances.id = spell.alliance_id WHERE alliances.slug IN ${LISTED}`;
  const take = (own: (row: Record<string, string>) => Pick<Spell, "series" | "statusOf">) => (rows: StoredRow[]) => {
    for (const row of rows as Record<string, string>[]) {
      spells.push({
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
    `SELECT spell.key, alliances.slug AS alliance, spell.code, spell.rank, ${days} FROM alliance_statuses AS spell ${ofAlliances}`,
    alliances,
    take(({ alliance = "", code = "", rank = "" }) => ({
      series: seriesOf.status(alliance, code, rank),
      statusOf: alliance,
    })),
  );
  read(
    `SELECT spell.key, alliances.slug AS alliance, actors.slug AS actor, spell.role, spell.rank, ${days}
    FROM memberships AS spell JOIN actors ON actors.id = spell.actor_id ${ofAlliances}`,
    alliances,
    take(({ alliance = "", actor = "", role = "", rank = "" }) => ({
      series: seriesOf.membership(alliance, actor, role, rank),
    })),
  );
}
