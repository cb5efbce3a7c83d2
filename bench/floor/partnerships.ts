import { holds, isCertain, listOf, type Plan, TAKES_PART, typeOfActor, type Variables } from "./plan.ts";

/** What makes two actors partners: pairs are numbers and a day until the page is taken, and only its rows are written out. */
const SQL = `with one as materialized (
  select id, name from actors where slug = ?1
), pair as materialized (
  select mine.id as mine_id, theirs.id as theirs_id, spell.id as spell_id,
    max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) as begun
  from memberships as mine
  cross join alliance_statuses as spell on spell.alliance_id = mine.alliance_id
  cross join memberships as theirs on theirs.alliance_id = mine.alliance_id and theirs.actor_id <> mine.actor_id
  where mine.actor_id = (select id from one) and mine.role in ${TAKES_PART} and ${holds("mine", "?2")}
    and spell.code in ('AGREED', 'SIGNED', 'RATIFIED', 'IN_FORCE') and ${holds("spell", "?2")}
    and theirs.role in ${TAKES_PART} and ${holds("theirs", "?2")}
), page as materialized (
  select * from pair order by begun, mine_id, theirs_id, spell_id limit 20
)
select json_object('data', jsonb_object('actor', jsonb_object('name', one.name, 'partnerships', jsonb_object(
  'totalCount', (select count(*) from pair),
  'edges', ${listOf(`select jsonb_object('certainty', iif(${isCertain("held", "?2")}, 'CERTAIN', 'POSSIBLE'), 'node', jsonb_object(
      'status', held.status,
      'period', jsonb_object('from', held.from_edtf, 'to', held.to_edtf),
      'partner', jsonb_object('__typename', ${typeOfActor("partner")}, 'slug', partner.slug, 'name', partner.name),
      'alliance', jsonb_object('slug', alliance.slug, 'name', alliance.name)
    )) as node
    from page cross join partnerships as held on held.actor_membership_id = page.mine_id
      and held.partner_membership_id = page.theirs_id and held.alliance_status_id = page.spell_id
    cross join actors as partner on partner.id = held.partner_id
    cross join alliances as alliance on alliance.id = held.alliance_id
    order by page.begun, page.mine_id, page.theirs_id, page.spell_id`)}
)))) from one`;

export const partnerships = ({ slug, asOf }: Variables): Plan => ({ sql: SQL, values: [String(slug), String(asOf)] });
