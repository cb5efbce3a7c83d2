import { type SQL, sql } from "drizzle-orm";

/** What was said in one unit of time, counted by stance. */
export interface StanceRow {
  /** The unit, or the date itself where it does not lie within one; null where none is known. */
  period: string | null;
  supportive: number;
  critical: number;
  neutral: number;
  total: number;
  /** JSON: the ids of the first statements, in order. */
  statements: string;
}

export interface StancesAsked {
  from: SQL;
  toward: { actor: SQL; alliance: SQL };
  /** How many characters of a day name the unit. */
  unitLength: number;
  mostPoints: number;
  mostStatements: { each: number; inAll: number };
}

/** SQL: the stances of an actor, and of those whose country it is, a row for each unit of time: StanceRows. */
export function stancesOf({ from, toward, unitLength, mostPoints, mostStatements }: StancesAsked): SQL {
  const counted = (stance: string) => sql`count(distinct case when stance = ${stance} then id end)`;
  return sql`with ends as materialized (select ${from} as origin, ${toward.actor} as actor, ${toward.alliance} as alliance),
said as (
  select statements.id, statements.said_on, statements.said_earliest, statements.said_latest, target.stance,
    case when statements.said_on is null or statements.said_on = '..' then null
      when substr(statements.said_earliest, 1, ${unitLength}) = substr(statements.said_latest, 1, ${unitLength})
        then substr(statements.said_earliest, 1, ${unitLength})
      else statements.said_on end as period
  from ends
  cross join actors as speaker on speaker.id = ends.origin or speaker.country_id = ends.origin
  cross join statement_targets as target
    on (target.actor_id = ends.actor and target.speaker_id = speaker.id) or (target.alliance_id = ends.alliance and target.speaker_id = speaker.id)
  join statements on statements.id = target.statement_id
),
placed as (
  select *, dense_rank() over (partition by period order by said_earliest, id) as place,
    row_number() over (partition by id order by stance) > 1 as repeated
  from said
),
shown as (
  select id, row_number() over (order by place, said_earliest, id) as turn
  from placed where place <= ${mostStatements.each} and not repeated
)
select period, ${counted("SUPPORTIVE")} as supportive, ${counted("CRITICAL")} as critical, ${counted("NEUTRAL")} as neutral,
  count(distinct id) as total,
  json_group_array(id order by place) filter (where not repeated and id in (select id from shown where turn <= ${mostStatements.inAll})) as statements
from placed group by period
order by period is not null, min(said_earliest), min(said_latest), period
limit ${mostPoints}`;
}
