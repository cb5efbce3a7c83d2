import { globalId } from "./global-id.ts";
import { listOf, type Plan, truth, typeOfActor, type Variables } from "./plan.ts";
import { PUBLISHER, TARGETS } from "./statement-node.ts";

const NODES = listOf(`select jsonb_object('id', ${globalId("Statement", "statement.id")}, 'form', statement.form,
    'text', statement.text, 'language', statement.language, 'saidOn', statement.said_on,
    'speaker', (select jsonb_object('__typename', ${typeOfActor("speaker")}, 'slug', slug, 'name', name)
      from actors as speaker where speaker.id = statement.speaker_id),
    'targets', ${TARGETS},
    'article', (select jsonb_object('slug', slug, 'title', title, 'publishedOn', published_on, 'publisher', ${PUBLISHER})
      from articles as article where article.id = statement.article_id)) as node
  from page cross join statements as statement on statement.id = page.id
  order by page.said_earliest, page.id limit 10`);

const SQL = `with about as materialized (
  select id from alliances where slug = ?1
), page as materialized (
  select statement_id as id, said_earliest from statement_targets
  where alliance_id = (select id from about) and stance in ('CRITICAL', 'NEUTRAL')
    and (said_earliest, statement_id) > (?2, ?3)
  order by said_earliest, statement_id limit 11
), last as (
  select said_earliest || '~' || id as cursor from (select * from page order by said_earliest, id limit 10)
  order by said_earliest desc, id desc limit 1
)
select json_object('data', jsonb_object('statements', jsonb_object(
  'totalCount', (select coalesce(sum(count), 0) from mention_counts
    where alliance_id = (select id from about) and stance in ('CRITICAL', 'NEUTRAL')),
  'nodes', ${NODES},
  'pageInfo', jsonb_object('hasNextPage', ${truth("(select count(*) from page) > 10")}, 'endCursor', (select cursor from last))
)))`;

/** Its cursors are the day and the number of the last statement, as they are. */
export function statements({ alliance, after }: Variables): Plan {
  const [day, id] = typeof after === "string" ? after.split("~") : ["", "0"];
  return { sql: SQL, values: [String((alliance as string[])[0]), day!, Number(id)] };
}
