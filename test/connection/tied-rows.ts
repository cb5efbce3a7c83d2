import { run } from "../revise.ts";

/** Where a row stands in every order: by its dates and by its names. */
export interface Place {
  day: string;
  name: string;
}

const OPEN = "'9999-12-31', '9999-12-31'";

/** The actors, the alliance and the article that all tied rows hang on. */
export async function addRoots(): Promise<void> {
  const actor = (id: number, slug: string, type: string) =>
    `insert into actors (id, slug, type, name) values (${id}, '${slug}', '${type}', 'Root ${id}')`;
  await run(
    actor(1, "root", "STATE"),
    actor(2, "root-person", "PERSON"),
    actor(3, "root-target", "STATE"),
    `insert into alliances (id, slug, name, kind) values (1, 'root-pact', 'Root', 'TREATY')`,
    `insert into alliance_statuses (id, key, alliance_id, code, from_edtf, from_earliest, from_latest, to_earliest, to_latest)
      values (1, 'root', 1, 'IN_FORCE', '1980', '1980-01-01', '1980-01-01', ${OPEN})`,
    membership(1, 1, 1, "1980-01-01"),
    `insert into articles (id, slug, title, published_earliest, published_latest, language)
      values (1, 'root-article', 'Root', '1980-01-01', '1980-01-01', 'en')`,
  );
}

/** Adds to every list one row at the place. `n` tells it from others. */
export async function addRow(n: number, { day, name }: Place): Promise<void> {
  const id = 100 + n;
  await run(
    `insert into actors (id, slug, type, name, country_id) values (${id}, 'person-${n}', 'PERSON', '${name}', 1)`,
    `insert into alliances (id, slug, name, kind, parent_id) values (${id}, 'pact-${n}', '${name}', 'TREATY', 1)`,
    `insert into articles (id, slug, title, publisher_id, published_earliest, published_latest, language)
      values (${id}, 'article-${n}', '${name}', 1, '${day}', '${day}', 'en')`,
    membership(id, id, 1, day),
    membership(10_000 + id, 1, id, day),
    `insert into offices (id, key, title, person_id, body_id, from_edtf, from_earliest, from_latest, to_earliest, to_latest)
      values (${id}, 'o${n}', '${name}', 2, 1, '${day}', '${day}', '${day}', ${OPEN})`,
    `insert into obligations (id, key, alliance_id, code, from_edtf, from_earliest, from_latest, to_earliest, to_latest)
      values (${id}, 'b${n}', 1, 'DEFENCE', '${day}', '${day}', '${day}', ${OPEN})`,
    `insert into events (id, key, kind, title, date, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, alliance_id)
      values (${id}, 'e${n}', 'SUMMIT', '${name}', '${day}', '${day}', '2015', '${day}', '${day}', '2015-01-01', '2015-01-01', 1)`,
    `insert into event_participants (event_id, actor_id, role) values (${id}, 1, 'HOST'), (${id}, 1, 'CHAIR'), (${id}, ${id}, 'VISITOR')`,
    `insert into statements (id, key, form, text, language, speaker_id, said_earliest, said_latest, article_id)
      values (${id}, 's${n}', 'QUOTE', '${name}', 'en', 1, '${day}', '${day}', 1)`,
    `insert into statement_targets (statement_id, actor_id, alliance_id, stance, speaker_id, article_id, said_earliest) values
      (${id}, 3, null, 'NEUTRAL', 1, 1, '${day}'), (${id}, null, 1, 'NEUTRAL', 1, 1, '${day}'), (${id}, null, ${id}, 'NEUTRAL', 1, 1, '${day}')`,
    `insert into citations (article_id, event_id) values (1, ${id}), (1, ${id})`,
  );
}

/** Takes back the rows from number `n` on. */
export async function removeRowsFrom(n: number): Promise<void> {
  const id = 100 + n;
  await run(
    `delete from citations where event_id >= ${id}`,
    `delete from statement_targets where statement_id >= ${id}`,
    `delete from statements where id >= ${id}`,
    `delete from event_participants where event_id >= ${id}`,
    `delete from events where id >= ${id}`,
    `delete from offices where id >= ${id}`,
    `delete from obligations where id >= ${id}`,
    `delete from memberships where id >= ${10_000 + id} or (id >= ${id} and id < 10000)`,
    `delete from articles where id >= ${id}`,
    `delete from alliances where id >= ${id}`,
    `delete from actors where id >= ${id}`,
  );
}

function membership(id: number, actor: number, alliance: number, day: string): string {
  return `insert into memberships (id, key, actor_id, alliance_id, role, from_edtf, from_earliest, from_latest, to_earliest, to_latest)
    values (${id}, 'm${id}', ${actor}, ${alliance}, 'MEMBER', '${day}', '${day}', '${day}', ${OPEN})`;
}
