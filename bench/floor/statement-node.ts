import { listOf, typeOfActor } from "./plan.ts";

/** SQL of the targets of the statement `statement`, in their order. */
export const TARGETS = listOf(`select jsonb_object('stance', target.stance, 'subject', iif(target.actor_id is null,
    jsonb_object('__typename', 'Alliance', 'slug', alliance.slug, 'name', alliance.name),
    jsonb_object('__typename', ${typeOfActor("actor")}, 'slug', actor.slug, 'name', actor.name))) as node
  from statement_targets as target
  left join actors as actor on actor.id = target.actor_id
  left join alliances as alliance on alliance.id = target.alliance_id
  where target.statement_id = statement.id order by target.id`);

/** SQL of the publisher of the article `article`. */
export const PUBLISHER = `(select jsonb_object('name', name) from actors where id = article.publisher_id)`;
