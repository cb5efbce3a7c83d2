import { readId } from "./global-id.ts";
import { type Plan, typeOfActor, type Variables } from "./plan.ts";

const answer = (fields: string, from: string) =>
  `select json_object('data', jsonb_object('node', jsonb_object('id', ?2, ${fields}))) from ${from} where one.id = ?1`;

const ACTOR = answer(
  `'__typename', ${typeOfActor("one")}, 'slug', slug, 'name', name, 'description', description`,
  "actors as one",
);

const SQL: Readonly<Record<string, string>> = {
  State: ACTOR,
  Person: ACTOR,
  Organization: ACTOR,
  Alliance: answer(
    "'__typename', 'Alliance', 'slug', slug, 'name', name, 'kind', kind, 'description', description",
    "alliances as one",
  ),
  Statement: answer(
    `'__typename', 'Statement', 'form', form, 'text', text, 'language', one.language, 'saidOn', said_on,
      'speaker', jsonb_object('slug', speaker.slug, 'name', speaker.name),
      'article', jsonb_object('slug', article.slug, 'title', article.title)`,
    "statements as one join actors as speaker on speaker.id = one.speaker_id join articles as article on article.id = one.article_id",
  ),
};

export function node({ id }: Variables): Plan {
  const { type, key } = readId(String(id));
  return { sql: SQL[type]!, values: [key, String(id)] };
}
