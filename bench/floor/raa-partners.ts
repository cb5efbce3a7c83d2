import { isCertain, listOf, type Plan, typeOfActor, type Variables } from "./plan.ts";

const CITATIONS = `select jsonb_object('exact', exact, 'article', jsonb_object('title', title, 'publishedOn', published_on)) as node
  from (
    select min(place) as place, min(citation.id) as id, exact, article_id
    from (
      select 0 as place, id, exact, start, article_id from citations where alliance_status_id = held.alliance_status_id
      union all select 1, id, exact, start, article_id from citations where membership_id = held.actor_membership_id
      union all select 2, id, exact, start, article_id from citations where membership_id = held.partner_membership_id
    ) as citation
    group by article_id, exact, start
  ) as cited
  join articles on articles.id = cited.article_id
  order by cited.place, cited.id`;

const SQL = `with held as materialized (
  select partnerships.* from actors cross join partnerships on partnerships.actor_id = actors.id
  where actors.slug = 'japan' and partnerships.kind = 'RECIPROCAL_ACCESS'
    and partnerships.status in ('AGREED', 'SIGNED', 'RATIFIED', 'IN_FORCE')
    and partnerships.from_earliest <= ?1 and ?1 < partnerships.to_latest
)
select json_object('data', jsonb_object('actor', jsonb_object('name', actors.name, 'partnerships', jsonb_object(
  'totalCount', (select count(*) from held),
  'edges', ${listOf(`select jsonb_object('certainty', iif(${isCertain("held", "?1")}, 'CERTAIN', 'POSSIBLE'), 'node', jsonb_object(
      'status', held.status,
      'period', jsonb_object('from', held.from_edtf, 'to', held.to_edtf),
      'partner', iif(partner.type = 'STATE',
        jsonb_object('__typename', 'State', 'name', partner.name, 'isoAlpha2', partner.iso_alpha2),
        jsonb_object('__typename', ${typeOfActor("partner")}, 'name', partner.name)),
      'alliance', jsonb_object('slug', alliances.slug, 'name', alliances.name),
      'citations', ${listOf(CITATIONS)}
    )) as node
    from held join actors as partner on partner.id = held.partner_id join alliances on alliances.id = held.alliance_id
    order by held.from_earliest, held.actor_membership_id, held.partner_membership_id, held.alliance_status_id
    limit 10`)}
)))) from actors where slug = 'japan'`;

export const raaPartners = ({ asOf }: Variables): Plan => ({ sql: SQL, values: [String(asOf)] });
