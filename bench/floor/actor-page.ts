import { decides, listOf, type Plan, TAKES_PART, truth, typeOfActor, type Variables } from "./plan.ts";
import { PUBLISHER, TARGETS } from "./statement-node.ts";

const CITATIONS = listOf(`select jsonb_object('exact', citation.exact, 'article', jsonb_object(
    'title', article.title, 'url', article.url, 'publishedOn', article.published_on, 'publisher', ${PUBLISHER})) as node
  from citations as citation join articles as article on article.id = citation.article_id
  where citation.statement_id = statement.id order by citation.id`);

const STATEMENTS = listOf(`select jsonb_object('form', statement.form, 'text', statement.text,
    'language', statement.language, 'saidOn', statement.said_on, 'targets', ${TARGETS}, 'citations', ${CITATIONS},
    'article', (select jsonb_object('slug', slug, 'title', title) from articles where id = statement.article_id)) as node
  from statements as statement where statement.id in (select id from page)
  order by statement.said_earliest, statement.id limit 20`);

const FIELDS = `'__typename', ${typeOfActor("one")}, 'slug', one.slug, 'name', one.name, 'description', one.description,
  'aliases', ${listOf("select jsonb_object('name', name, 'language', language, 'sort', sort) as node from aliases where actor_id = one.id order by id")},
  'identifiers', ${listOf("select jsonb_object('scheme', scheme, 'value', value) as node from identifiers where actor_id = one.id order by id")},
  'country', (select jsonb_object('slug', slug, 'name', name) from actors where id = one.country_id),
  'alliances', jsonb_object('totalCount', (select count(*) from joined), 'nodes',
    ${listOf("select jsonb_object('slug', slug, 'name', name, 'acronym', acronym, 'kind', kind) as node from joined limit 20")}),
  'statements', jsonb_object(
    'totalCount', (select coalesce(sum(count), 0) from statement_counts where speaker_id = one.id),
    'nodes', ${STATEMENTS},
    'pageInfo', jsonb_object('hasNextPage', ${truth("(select count(*) from page) > 20")}))`;

const SQL = `with one as materialized (
  select * from actors where id = coalesce((select id from actors where slug = ?1), (select actor_id from redirects where slug = ?1))
), page as materialized (
  select id from statements where speaker_id = (select id from one) order by said_earliest, ordinal limit 21
), joined as materialized (
  select slug, name, acronym, kind from alliances as alliance where id in (
    select membership.alliance_id from memberships as membership
    where membership.actor_id = (select id from one) and membership.role in ${TAKES_PART}
      and membership.from_earliest <= ?2 and ?2 < membership.to_latest and ${decides("membership")})
  order by alliance.name, alliance.id
)
select '{"data":{"actor":{' || iif(one.type = 'STATE',
    '"isoAlpha2":' || json_quote(one.iso_alpha2) || ',"isoAlpha3":' || json_quote(one.iso_alpha3) || ',', '')
  || substr(json_object(${FIELDS}), 2) || '}}' from one`;

export const actorPage = ({ slug, asOf }: Variables): Plan => ({ sql: SQL, values: [String(slug), String(asOf)] });
