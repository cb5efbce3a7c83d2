/** Who an actor is allied with on a day: from its own memberships to the alliances that hold, and from these to who else takes part. */
import { holds, isCertain, listOf, type Plan, TAKES_PART, truth, typeOfActor, type Variables } from "./plan.ts";

const PAGE = { single: 20, nested: 10 };

/** SQL of an actor's partners on the day ?2, each once. */
const partnersOf = (actor: string) => `select theirs.actor_id as partner_id, count(distinct held.alliance_id) as shared,
    max(held.surely and ${isCertain("theirs", "?2")}) as surely
  from (
    select mine.alliance_id, max(${isCertain("mine", "?2")} and ${isCertain("spell", "?2")}) as surely
    from memberships as mine cross join alliance_statuses as spell on spell.alliance_id = mine.alliance_id
    where mine.actor_id = ${actor} and mine.role in ${TAKES_PART} and ${holds("mine", "?2")}
      and spell.code in ('AGREED', 'SIGNED', 'RATIFIED', 'IN_FORCE') and ${holds("spell", "?2")}
    group by mine.alliance_id
  ) as held cross join memberships as theirs on theirs.alliance_id = held.alliance_id
  where theirs.actor_id <> ${actor} and theirs.role in ${TAKES_PART} and ${holds("theirs", "?2")}
  group by theirs.actor_id`;

const single = (order: string) => `with one as materialized (
  select id, name from actors where slug = ?1
), tied as materialized (${partnersOf("(select id from one)")})
select json_object('data', jsonb_object('actor', jsonb_object('name', one.name, 'partners', jsonb_object(
  'totalCount', (select count(*) from tied),
  'edges', ${listOf(`select jsonb_object('certainty', iif(tied.surely, 'CERTAIN', 'POSSIBLE'), 'sharedAlliances', tied.shared,
      'node', jsonb_object('__typename', ${typeOfActor("partner")}, 'slug', partner.slug, 'name', partner.name)) as node
    from tied cross join actors as partner on partner.id = tied.partner_id order by ${order} limit ${PAGE.single}`)},
  'pageInfo', jsonb_object('hasNextPage', ${truth(`(select count(*) from tied) > ${PAGE.single}`)})
)))) from one`;

const BY_NAME = "partner.name, partner.id";
const SQL = single(BY_NAME);
const RANKED = single(`tied.shared desc, ${BY_NAME}`);

/** The first partners by name, with what is given of each. */
const nested = (actor: string, partner: string, node: string) =>
  listOf(`select jsonb_object(${node}) as node
    from (${partnersOf(actor)}) as tied cross join actors as ${partner} on ${partner}.id = tied.partner_id
    order by ${partner}.name, ${partner}.id limit ${PAGE.nested}`);

/** The outer page is taken first: the partners of those beyond it are nobody's question. */
const OF_PARTNERS = `with one as materialized (
  select id, name from actors where slug = ?1
), page as materialized (
  select partner.id, partner.name from (${partnersOf("(select id from one)")}) as tied
  cross join actors as partner on partner.id = tied.partner_id order by ${BY_NAME} limit ${PAGE.nested}
)
select json_object('data', jsonb_object('actor', jsonb_object('name', one.name, 'partners', jsonb_object('nodes',
  ${listOf(`select jsonb_object('name', page.name, 'partners', jsonb_object('nodes', ${nested("page.id", "theirs_too", "'name', theirs_too.name")})) as node
    from page order by page.name, page.id`)}
)))) from one`;

const planOf =
  (sql: string) =>
  ({ slug, asOf }: Variables): Plan => ({ sql, values: [String(slug), String(asOf)] });

export const partners = planOf(SQL);
export const rankedPartners = planOf(RANKED);
export const partnersOfPartners = planOf(OF_PARTNERS);
