import { isCertain } from "../floor/plan.ts";
import type { LoaderContext, Row } from "./loaders.ts";

interface Asked {
  kind: string;
  asOf: string;
  first?: number;
}

export async function partnerships(actor: Row, { kind, asOf, first = 20 }: Asked, { find }: LoaderContext) {
  const rows = await find(
    `select *, iif(${isCertain("partnerships", "?1")}, 'CERTAIN', 'POSSIBLE') as certainty, count(*) over () as total from partnerships
      where actor_id = ?2 and kind = ?3 and status in ('AGREED', 'SIGNED', 'RATIFIED', 'IN_FORCE')
        and from_earliest <= ?1 and ?1 < to_latest
      order by from_earliest, actor_membership_id, partner_membership_id, alliance_status_id limit ?4`,
    [asOf, actor.id, kind, first],
  );
  return { totalCount: rows[0]?.["total"] ?? 0, edges: rows.map((node) => ({ certainty: node["certainty"], node })) };
}

export const partnershipFields = {
  period: (row: Row) => ({ from: row["from_edtf"], to: row["to_edtf"] }),
  partner: (row: Row, _: unknown, { row: rows }: LoaderContext) => rows.actors.load(Number(row["partner_id"])),
  alliance: (row: Row, _: unknown, { row: rows }: LoaderContext) => rows.alliances.load(Number(row["alliance_id"])),
  citations: async (row: Row, _: unknown, { citationsOf }: LoaderContext) => {
    const found = await Promise.all([
      citationsOf.load(`alliance_status_id:${row["alliance_status_id"]}`),
      citationsOf.load(`membership_id:${row["actor_membership_id"]}`),
      citationsOf.load(`membership_id:${row["partner_membership_id"]}`),
    ]);
    const places = new Map<string, Row>();
    for (const citation of found.flat()) {
      const place = JSON.stringify([citation["article_id"], citation["exact"], citation["start"]]);
      if (!places.has(place)) places.set(place, citation);
    }
    return [...places.values()];
  },
};
