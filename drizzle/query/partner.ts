import { aliasedTable, eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Day } from "../../src/domain/time/day.ts";
import type { AllianceKind, AllianceStatusCode, Certainty } from "../../src/domain/vocabulary.ts";
import { decides } from "../claim/deciding.ts";
import { actors, alliances, allianceStatuses, memberships } from "../tables/index.ts";
import { holdsOn } from "./as-of.ts";
import { takesPart } from "./takes-part.ts";

export interface PartnersAsked {
  day: Day;
  certainty: Certainty;
  statuses: readonly AllianceStatusCode[];
  kind: AllianceKind | null;
}

const mine = aliasedTable(memberships, "mine");
const theirs = aliasedTable(memberships, "theirs");
const spell = aliasedTable(allianceStatuses, "spell");

/**
 * SQL: the partners of an actor on a day, each once, with the columns of `actor_partners`. It goes from the actor's own memberships to
 * the alliances that hold on the day, and from these to who else takes part: each alliance is looked at once, and each of its parties.
 */
export function partnersOn(actor: SQLWrapper, { day, certainty, statuses, kind }: PartnersAsked): SQL {
  const surely = (row: typeof mine | typeof spell) => holdsOn(row, day, "CERTAIN");
  const isParty = (row: typeof mine) =>
    sql`${takesPart(row.role)} and ${holdsOn(row, day, certainty)} and ${decides(row)}`;
  const ofKind =
    kind === null
      ? sql``
      : sql` and ${eq(sql`(select ${alliances.kind} from ${alliances} where ${alliances.id} = ${mine.allianceId})`, kind)}`;
  const held = sql`select ${mine.allianceId} as alliance_id, max(${surely(mine)} and ${surely(spell)}) as surely
      from ${memberships} as mine cross join ${allianceStatuses} as spell on ${spell.allianceId} = ${mine.allianceId}
      where ${mine.actorId} = ${actor} and ${isParty(mine)}${ofKind}
        and ${inArray(spell.code, [...statuses])} and ${holdsOn(spell, day, certainty)} and ${decides(spell)}
      group by ${mine.allianceId}`;
  return sql`select ${actor} as actor_id, tied.partner_id, ${actors.name} as partner_name, tied.shared_alliances,
    iif(tied.surely, 'CERTAIN', 'POSSIBLE') as list_certainty
  from (
    select ${theirs.actorId} as partner_id, count(distinct held.alliance_id) as shared_alliances,
      max(held.surely and ${surely(theirs)}) as surely
    from (${held}) as held cross join ${memberships} as theirs on ${theirs.allianceId} = held.alliance_id
    where ${theirs.actorId} <> ${actor} and ${isParty(theirs)}
    group by ${theirs.actorId}
  ) as tied cross join ${actors} on ${actors.id} = tied.partner_id`;
}
