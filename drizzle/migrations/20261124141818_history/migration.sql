CREATE TABLE changes (
  revision INTEGER NOT NULL,
  noun TEXT NOT NULL,
  node_id INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('CREATED', 'UPDATED', 'RETRACTED')),
  PRIMARY KEY (revision, noun, node_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE actors_history (
  id INTEGER NOT NULL,
  slug TEXT,
  type TEXT,
  name TEXT,
  description TEXT,
  country_id INTEGER,
  parent_id INTEGER,
  iso_alpha2 TEXT,
  iso_alpha3 TEXT,
  organization_type TEXT,
  from_revision INTEGER NOT NULL,
  to_revision INTEGER,
  PRIMARY KEY (id, from_revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO actors_history (id, slug, type, name, description, country_id, parent_id, iso_alpha2, iso_alpha3, organization_type, from_revision) SELECT id, slug, type, name, description, country_id, parent_id, iso_alpha2, iso_alpha3, organization_type, (SELECT coalesce(max(number), 0) FROM revisions) FROM actors;
--> statement-breakpoint
INSERT INTO changes (revision, noun, node_id, action) SELECT last.number, 'actors', id, 'CREATED' FROM actors, (SELECT max(number) AS number FROM revisions) AS last WHERE last.number IS NOT NULL;
--> statement-breakpoint
CREATE TABLE aliases_history (
  id INTEGER NOT NULL,
  actor_id INTEGER,
  alliance_id INTEGER,
  name TEXT,
  language TEXT,
  sort TEXT,
  from_revision INTEGER NOT NULL,
  to_revision INTEGER,
  PRIMARY KEY (id, from_revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO aliases_history (id, actor_id, alliance_id, name, language, sort, from_revision) SELECT id, actor_id, alliance_id, name, language, sort, (SELECT coalesce(max(number), 0) FROM revisions) FROM aliases;
--> statement-breakpoint
CREATE TABLE alliance_statuses_history (
  id INTEGER NOT NULL,
  key TEXT,
  alliance_id INTEGER,
  code TEXT,
  from_edtf TEXT,
  to_edtf TEXT,
  from_earliest TEXT,
  from_latest TEXT,
  to_earliest TEXT,
  to_latest TEXT,
  rank TEXT,
  from_revision INTEGER NOT NULL,
  to_revision INTEGER,
  PRIMARY KEY (id, from_revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO alliance_statuses_history (id, key, alliance_id, code, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, rank, from_revision) SELECT id, key, alliance_id, code, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, rank, (SELECT coalesce(max(number), 0) FROM revisions) FROM alliance_statuses;
--> statement-breakpoint
INSERT INTO changes (revision, noun, node_id, action) SELECT last.number, 'alliance_statuses', id, 'CREATED' FROM alliance_statuses, (SELECT max(number) AS number FROM revisions) AS last WHERE last.number IS NOT NULL;
--> statement-breakpoint
CREATE TABLE alliances_history (
  id INTEGER NOT NULL,
  slug TEXT,
  name TEXT,
  acronym TEXT,
  kind TEXT,
  description TEXT,
  parent_id INTEGER,
  organization_id INTEGER,
  from_revision INTEGER NOT NULL,
  to_revision INTEGER,
  PRIMARY KEY (id, from_revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO alliances_history (id, slug, name, acronym, kind, description, parent_id, organization_id, from_revision) SELECT id, slug, name, acronym, kind, description, parent_id, organization_id, (SELECT coalesce(max(number), 0) FROM revisions) FROM alliances;
--> statement-breakpoint
INSERT INTO changes (revision, noun, node_id, action) SELECT last.number, 'alliances', id, 'CREATED' FROM alliances, (SELECT max(number) AS number FROM revisions) AS last WHERE last.number IS NOT NULL;
--> statement-breakpoint
CREATE TABLE articles_history (
  id INTEGER NOT NULL,
  slug TEXT,
  title TEXT,
  publisher_id INTEGER,
  url TEXT,
  published_on TEXT,
  published_earliest TEXT,
  published_latest TEXT,
  language TEXT,
  summary TEXT,
  sha256 TEXT,
  from_revision INTEGER NOT NULL,
  to_revision INTEGER,
  PRIMARY KEY (id, from_revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO articles_history (id, slug, title, publisher_id, url, published_on, published_earliest, published_latest, language, summary, sha256, from_revision) SELECT id, slug, title, publisher_id, url, published_on, published_earliest, published_latest, language, summary, sha256, (SELECT coalesce(max(number), 0) FROM revisions) FROM articles;
--> statement-breakpoint
INSERT INTO changes (revision, noun, node_id, action) SELECT last.number, 'articles', id, 'CREATED' FROM articles, (SELECT max(number) AS number FROM revisions) AS last WHERE last.number IS NOT NULL;
--> statement-breakpoint
CREATE TABLE citations_history (
  id INTEGER NOT NULL,
  article_id INTEGER,
  exact TEXT,
  prefix TEXT,
  suffix TEXT,
  start INTEGER,
  membership_id INTEGER,
  alliance_status_id INTEGER,
  office_id INTEGER,
  event_id INTEGER,
  statement_id INTEGER,
  from_revision INTEGER NOT NULL,
  to_revision INTEGER,
  PRIMARY KEY (id, from_revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO citations_history (id, article_id, exact, prefix, suffix, start, membership_id, alliance_status_id, office_id, event_id, statement_id, from_revision) SELECT id, article_id, exact, prefix, suffix, start, membership_id, alliance_status_id, office_id, event_id, statement_id, (SELECT coalesce(max(number), 0) FROM revisions) FROM citations;
--> statement-breakpoint
CREATE TABLE event_participants_history (
  id INTEGER NOT NULL,
  event_id INTEGER,
  actor_id INTEGER,
  role TEXT,
  from_revision INTEGER NOT NULL,
  to_revision INTEGER,
  PRIMARY KEY (id, from_revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO event_participants_history (id, event_id, actor_id, role, from_revision) SELECT id, event_id, actor_id, role, (SELECT coalesce(max(number), 0) FROM revisions) FROM event_participants;
--> statement-breakpoint
CREATE TABLE events_history (
  id INTEGER NOT NULL,
  key TEXT,
  kind TEXT,
  title TEXT,
  date TEXT,
  from_edtf TEXT,
  to_edtf TEXT,
  from_earliest TEXT,
  from_latest TEXT,
  to_earliest TEXT,
  to_latest TEXT,
  planned INTEGER,
  announced_on TEXT,
  announced_earliest TEXT,
  announced_latest TEXT,
  place TEXT,
  alliance_id INTEGER,
  version_of_id INTEGER,
  rank TEXT,
  from_revision INTEGER NOT NULL,
  to_revision INTEGER,
  PRIMARY KEY (id, from_revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO events_history (id, key, kind, title, date, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, planned, announced_on, announced_earliest, announced_latest, place, alliance_id, version_of_id, rank, from_revision) SELECT id, key, kind, title, date, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, planned, announced_on, announced_earliest, announced_latest, place, alliance_id, version_of_id, rank, (SELECT coalesce(max(number), 0) FROM revisions) FROM events;
--> statement-breakpoint
INSERT INTO changes (revision, noun, node_id, action) SELECT last.number, 'events', id, 'CREATED' FROM events, (SELECT max(number) AS number FROM revisions) AS last WHERE last.number IS NOT NULL;
--> statement-breakpoint
CREATE TABLE identifiers_history (
  id INTEGER NOT NULL,
  actor_id INTEGER,
  scheme TEXT,
  value TEXT,
  from_revision INTEGER NOT NULL,
  to_revision INTEGER,
  PRIMARY KEY (id, from_revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO identifiers_history (id, actor_id, scheme, value, from_revision) SELECT id, actor_id, scheme, value, (SELECT coalesce(max(number), 0) FROM revisions) FROM identifiers;
--> statement-breakpoint
CREATE TABLE memberships_history (
  id INTEGER NOT NULL,
  key TEXT,
  actor_id INTEGER,
  alliance_id INTEGER,
  role TEXT,
  from_edtf TEXT,
  to_edtf TEXT,
  from_earliest TEXT,
  from_latest TEXT,
  to_earliest TEXT,
  to_latest TEXT,
  rank TEXT,
  from_revision INTEGER NOT NULL,
  to_revision INTEGER,
  PRIMARY KEY (id, from_revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO memberships_history (id, key, actor_id, alliance_id, role, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, rank, from_revision) SELECT id, key, actor_id, alliance_id, role, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, rank, (SELECT coalesce(max(number), 0) FROM revisions) FROM memberships;
--> statement-breakpoint
INSERT INTO changes (revision, noun, node_id, action) SELECT last.number, 'memberships', id, 'CREATED' FROM memberships, (SELECT max(number) AS number FROM revisions) AS last WHERE last.number IS NOT NULL;
--> statement-breakpoint
CREATE TABLE offices_history (
  id INTEGER NOT NULL,
  key TEXT,
  title TEXT,
  person_id INTEGER,
  body_id INTEGER,
  from_edtf TEXT,
  to_edtf TEXT,
  from_earliest TEXT,
  from_latest TEXT,
  to_earliest TEXT,
  to_latest TEXT,
  rank TEXT,
  from_revision INTEGER NOT NULL,
  to_revision INTEGER,
  PRIMARY KEY (id, from_revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO offices_history (id, key, title, person_id, body_id, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, rank, from_revision) SELECT id, key, title, person_id, body_id, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, rank, (SELECT coalesce(max(number), 0) FROM revisions) FROM offices;
--> statement-breakpoint
INSERT INTO changes (revision, noun, node_id, action) SELECT last.number, 'offices', id, 'CREATED' FROM offices, (SELECT max(number) AS number FROM revisions) AS last WHERE last.number IS NOT NULL;
--> statement-breakpoint
CREATE TABLE statement_targets_history (
  id INTEGER NOT NULL,
  statement_id INTEGER,
  actor_id INTEGER,
  alliance_id INTEGER,
  stance TEXT,
  speaker_id INTEGER,
  article_id INTEGER,
  said_earliest TEXT,
  from_revision INTEGER NOT NULL,
  to_revision INTEGER,
  PRIMARY KEY (id, from_revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO statement_targets_history (id, statement_id, actor_id, alliance_id, stance, speaker_id, article_id, said_earliest, from_revision) SELECT id, statement_id, actor_id, alliance_id, stance, speaker_id, article_id, said_earliest, (SELECT coalesce(max(number), 0) FROM revisions) FROM statement_targets;
--> statement-breakpoint
CREATE TABLE statements_history (
  id INTEGER NOT NULL,
  ordinal INTEGER GENERATED ALWAYS AS (id) VIRTUAL,
  key TEXT,
  form TEXT,
  text TEXT,
  language TEXT,
  speaker_id INTEGER,
  capacity_id INTEGER,
  said_on TEXT,
  said_earliest TEXT,
  said_latest TEXT,
  relayed_by_id INTEGER,
  event_id INTEGER,
  article_id INTEGER,
  from_revision INTEGER NOT NULL,
  to_revision INTEGER,
  PRIMARY KEY (id, from_revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO statements_history (id, key, form, text, language, speaker_id, capacity_id, said_on, said_earliest, said_latest, relayed_by_id, event_id, article_id, from_revision) SELECT id, key, form, text, language, speaker_id, capacity_id, said_on, said_earliest, said_latest, relayed_by_id, event_id, article_id, (SELECT coalesce(max(number), 0) FROM revisions) FROM statements;
--> statement-breakpoint
INSERT INTO changes (revision, noun, node_id, action) SELECT last.number, 'statements', id, 'CREATED' FROM statements, (SELECT max(number) AS number FROM revisions) AS last WHERE last.number IS NOT NULL;
--> statement-breakpoint
CREATE INDEX changes_node ON changes (noun, node_id, revision);
--> statement-breakpoint
CREATE INDEX actors_slug_history ON actors_history (slug);
--> statement-breakpoint
CREATE INDEX actors_iso_alpha2_history ON actors_history (iso_alpha2);
--> statement-breakpoint
CREATE INDEX actors_iso_alpha3_history ON actors_history (iso_alpha3);
--> statement-breakpoint
CREATE INDEX actors_name_history ON actors_history (name, id);
--> statement-breakpoint
CREATE INDEX actors_type_name_history ON actors_history (type, name, id);
--> statement-breakpoint
CREATE INDEX actors_country_name_history ON actors_history (country_id, name, id);
--> statement-breakpoint
CREATE INDEX actors_parent_name_history ON actors_history (parent_id, name, id);
--> statement-breakpoint
CREATE INDEX aliases_name_history ON aliases_history (name);
--> statement-breakpoint
CREATE INDEX aliases_actor_history ON aliases_history (actor_id) WHERE actor_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX aliases_alliance_history ON aliases_history (alliance_id) WHERE alliance_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX alliance_statuses_key_history ON alliance_statuses_history (key);
--> statement-breakpoint
CREATE INDEX alliance_statuses_alliance_history ON alliance_statuses_history (alliance_id, from_earliest, id);
--> statement-breakpoint
CREATE INDEX alliance_statuses_preferred_history ON alliance_statuses_history (alliance_id, code) WHERE rank = 'PREFERRED';
--> statement-breakpoint
CREATE INDEX alliances_slug_history ON alliances_history (slug);
--> statement-breakpoint
CREATE INDEX alliances_name_history ON alliances_history (name, id);
--> statement-breakpoint
CREATE INDEX alliances_acronym_history ON alliances_history (acronym);
--> statement-breakpoint
CREATE INDEX alliances_kind_name_history ON alliances_history (kind, name, id);
--> statement-breakpoint
CREATE INDEX alliances_parent_history ON alliances_history (parent_id);
--> statement-breakpoint
CREATE INDEX alliances_organization_history ON alliances_history (organization_id);
--> statement-breakpoint
CREATE INDEX articles_slug_history ON articles_history (slug);
--> statement-breakpoint
CREATE INDEX articles_published_history ON articles_history (published_earliest, id);
--> statement-breakpoint
CREATE INDEX articles_title_history ON articles_history (title, id);
--> statement-breakpoint
CREATE INDEX articles_publisher_history ON articles_history (publisher_id, published_earliest, id);
--> statement-breakpoint
CREATE INDEX citations_article_history ON citations_history (article_id);
--> statement-breakpoint
CREATE INDEX citations_membership_history ON citations_history (membership_id) WHERE membership_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX citations_alliance_status_history ON citations_history (alliance_status_id) WHERE alliance_status_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX citations_office_history ON citations_history (office_id) WHERE office_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX citations_event_history ON citations_history (event_id) WHERE event_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX citations_statement_history ON citations_history (statement_id) WHERE statement_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX event_participants_event_actor_role_history ON event_participants_history (event_id, actor_id, role);
--> statement-breakpoint
CREATE INDEX event_participants_event_history ON event_participants_history (event_id, id);
--> statement-breakpoint
CREATE INDEX event_participants_actor_history ON event_participants_history (actor_id, event_id);
--> statement-breakpoint
CREATE INDEX events_key_history ON events_history (key);
--> statement-breakpoint
CREATE INDEX events_from_history ON events_history (from_earliest, id);
--> statement-breakpoint
CREATE INDEX events_kind_history ON events_history (kind, from_earliest, id);
--> statement-breakpoint
CREATE INDEX events_place_history ON events_history (place, from_earliest, id);
--> statement-breakpoint
CREATE INDEX events_alliance_history ON events_history (alliance_id, from_earliest, id);
--> statement-breakpoint
CREATE INDEX events_version_of_history ON events_history (version_of_id) WHERE version_of_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX identifiers_scheme_value_history ON identifiers_history (scheme, value);
--> statement-breakpoint
CREATE INDEX identifiers_actor_history ON identifiers_history (actor_id);
--> statement-breakpoint
CREATE INDEX memberships_key_history ON memberships_history (key);
--> statement-breakpoint
CREATE INDEX memberships_actor_history ON memberships_history (actor_id, from_earliest, id);
--> statement-breakpoint
CREATE INDEX memberships_alliance_history ON memberships_history (alliance_id, from_earliest, id);
--> statement-breakpoint
CREATE INDEX memberships_actor_alliance_history ON memberships_history (actor_id, alliance_id);
--> statement-breakpoint
CREATE INDEX memberships_preferred_history ON memberships_history (actor_id, alliance_id, role) WHERE rank = 'PREFERRED';
--> statement-breakpoint
CREATE INDEX offices_key_history ON offices_history (key);
--> statement-breakpoint
CREATE INDEX offices_person_history ON offices_history (person_id, from_earliest, id);
--> statement-breakpoint
CREATE INDEX offices_body_history ON offices_history (body_id, from_earliest, id);
--> statement-breakpoint
CREATE INDEX statement_targets_actor_once_history ON statement_targets_history (statement_id, actor_id) WHERE actor_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX statement_targets_alliance_once_history ON statement_targets_history (statement_id, alliance_id) WHERE alliance_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX statement_targets_statement_history ON statement_targets_history (statement_id, id);
--> statement-breakpoint
CREATE INDEX statement_targets_actor_said_history ON statement_targets_history (actor_id, said_earliest, statement_id, stance) WHERE actor_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX statement_targets_alliance_said_history ON statement_targets_history (alliance_id, said_earliest, statement_id, stance) WHERE alliance_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX statement_targets_actor_speaker_history ON statement_targets_history (actor_id, speaker_id, said_earliest, statement_id, stance) WHERE actor_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX statement_targets_alliance_speaker_history ON statement_targets_history (alliance_id, speaker_id, said_earliest, statement_id, stance) WHERE alliance_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX statement_targets_actor_article_history ON statement_targets_history (actor_id, article_id, said_earliest, statement_id) WHERE actor_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX statement_targets_alliance_article_history ON statement_targets_history (alliance_id, article_id, said_earliest, statement_id) WHERE alliance_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX statements_key_history ON statements_history (key);
--> statement-breakpoint
CREATE INDEX statements_said_ordinal_history ON statements_history (said_earliest, ordinal);
--> statement-breakpoint
CREATE INDEX statements_speaker_said_history ON statements_history (speaker_id, said_earliest, ordinal);
--> statement-breakpoint
CREATE INDEX statements_article_said_history ON statements_history (article_id, said_earliest, ordinal);
--> statement-breakpoint
CREATE INDEX statements_event_history ON statements_history (event_id) WHERE event_id IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER revisions_insert BEFORE INSERT ON revisions WHEN new.open = 1 BEGIN
  SELECT raise(ABORT, 'a revision is open already') WHERE EXISTS (SELECT 1 FROM revisions WHERE open = 1);
END;
--> statement-breakpoint
CREATE TRIGGER revisions_update BEFORE UPDATE ON revisions WHEN NOT (old.open IS 1 AND new.open IS 0 AND new.number = old.number) BEGIN
  SELECT raise(ABORT, 'a revision stays as it was closed');
END;
--> statement-breakpoint
CREATE TRIGGER actors_history_insert AFTER INSERT ON actors BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM actors_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE actors_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO actors_history (id, slug, type, name, description, country_id, parent_id, iso_alpha2, iso_alpha3, organization_type, from_revision) VALUES (new.id, new.slug, new.type, new.name, new.description, new.country_id, new.parent_id, new.iso_alpha2, new.iso_alpha3, new.organization_type, (SELECT number FROM revisions WHERE open = 1));
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'actors' AND node_id = new.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'actors', new.id, iif(EXISTS (SELECT 1 FROM actors_history WHERE id = new.id AND to_revision = (SELECT number FROM revisions WHERE open = 1)), 'UPDATED', 'CREATED');
END;
--> statement-breakpoint
CREATE TRIGGER actors_history_update AFTER UPDATE ON actors WHEN old.id IS NOT new.id OR old.slug IS NOT new.slug OR old.type IS NOT new.type OR old.name IS NOT new.name OR old.description IS NOT new.description OR old.country_id IS NOT new.country_id OR old.parent_id IS NOT new.parent_id OR old.iso_alpha2 IS NOT new.iso_alpha2 OR old.iso_alpha3 IS NOT new.iso_alpha3 OR old.organization_type IS NOT new.organization_type BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM actors_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE actors_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO actors_history (id, slug, type, name, description, country_id, parent_id, iso_alpha2, iso_alpha3, organization_type, from_revision) VALUES (new.id, new.slug, new.type, new.name, new.description, new.country_id, new.parent_id, new.iso_alpha2, new.iso_alpha3, new.organization_type, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'actors', new.id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM actors WHERE id = new.id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'actors' AND node_id = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER actors_history_delete AFTER DELETE ON actors BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM actors_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE actors_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'actors' AND node_id = old.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'actors', old.id, 'RETRACTED' WHERE EXISTS (SELECT 1 FROM actors_history WHERE id = old.id AND to_revision = (SELECT number FROM revisions WHERE open = 1));
END;
--> statement-breakpoint
CREATE TRIGGER aliases_history_insert AFTER INSERT ON aliases BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM aliases_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE aliases_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO aliases_history (id, actor_id, alliance_id, name, language, sort, from_revision) VALUES (new.id, new.actor_id, new.alliance_id, new.name, new.language, new.sort, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'actors', new.actor_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM actors WHERE id = new.actor_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'actors' AND node_id = new.actor_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliances', new.alliance_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM alliances WHERE id = new.alliance_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliances' AND node_id = new.alliance_id);
END;
--> statement-breakpoint
CREATE TRIGGER aliases_history_update AFTER UPDATE ON aliases WHEN old.id IS NOT new.id OR old.actor_id IS NOT new.actor_id OR old.alliance_id IS NOT new.alliance_id OR old.name IS NOT new.name OR old.language IS NOT new.language OR old.sort IS NOT new.sort BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM aliases_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE aliases_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO aliases_history (id, actor_id, alliance_id, name, language, sort, from_revision) VALUES (new.id, new.actor_id, new.alliance_id, new.name, new.language, new.sort, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'actors', old.actor_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM actors WHERE id = old.actor_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'actors' AND node_id = old.actor_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'actors', new.actor_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM actors WHERE id = new.actor_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'actors' AND node_id = new.actor_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliances', old.alliance_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM alliances WHERE id = old.alliance_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliances' AND node_id = old.alliance_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliances', new.alliance_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM alliances WHERE id = new.alliance_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliances' AND node_id = new.alliance_id);
END;
--> statement-breakpoint
CREATE TRIGGER aliases_history_delete AFTER DELETE ON aliases BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM aliases_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE aliases_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'actors', old.actor_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM actors WHERE id = old.actor_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'actors' AND node_id = old.actor_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliances', old.alliance_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM alliances WHERE id = old.alliance_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliances' AND node_id = old.alliance_id);
END;
--> statement-breakpoint
CREATE TRIGGER alliance_statuses_history_insert AFTER INSERT ON alliance_statuses BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM alliance_statuses_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE alliance_statuses_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO alliance_statuses_history (id, key, alliance_id, code, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, rank, from_revision) VALUES (new.id, new.key, new.alliance_id, new.code, new.from_edtf, new.to_edtf, new.from_earliest, new.from_latest, new.to_earliest, new.to_latest, new.rank, (SELECT number FROM revisions WHERE open = 1));
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliance_statuses' AND node_id = new.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliance_statuses', new.id, iif(EXISTS (SELECT 1 FROM alliance_statuses_history WHERE id = new.id AND to_revision = (SELECT number FROM revisions WHERE open = 1)), 'UPDATED', 'CREATED');
END;
--> statement-breakpoint
CREATE TRIGGER alliance_statuses_history_update AFTER UPDATE ON alliance_statuses WHEN old.id IS NOT new.id OR old.key IS NOT new.key OR old.alliance_id IS NOT new.alliance_id OR old.code IS NOT new.code OR old.from_edtf IS NOT new.from_edtf OR old.to_edtf IS NOT new.to_edtf OR old.from_earliest IS NOT new.from_earliest OR old.from_latest IS NOT new.from_latest OR old.to_earliest IS NOT new.to_earliest OR old.to_latest IS NOT new.to_latest OR old.rank IS NOT new.rank BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM alliance_statuses_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE alliance_statuses_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO alliance_statuses_history (id, key, alliance_id, code, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, rank, from_revision) VALUES (new.id, new.key, new.alliance_id, new.code, new.from_edtf, new.to_edtf, new.from_earliest, new.from_latest, new.to_earliest, new.to_latest, new.rank, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliance_statuses', new.id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM alliance_statuses WHERE id = new.id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliance_statuses' AND node_id = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER alliance_statuses_history_delete AFTER DELETE ON alliance_statuses BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM alliance_statuses_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE alliance_statuses_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliance_statuses' AND node_id = old.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliance_statuses', old.id, 'RETRACTED' WHERE EXISTS (SELECT 1 FROM alliance_statuses_history WHERE id = old.id AND to_revision = (SELECT number FROM revisions WHERE open = 1));
END;
--> statement-breakpoint
CREATE TRIGGER alliances_history_insert AFTER INSERT ON alliances BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM alliances_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE alliances_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO alliances_history (id, slug, name, acronym, kind, description, parent_id, organization_id, from_revision) VALUES (new.id, new.slug, new.name, new.acronym, new.kind, new.description, new.parent_id, new.organization_id, (SELECT number FROM revisions WHERE open = 1));
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliances' AND node_id = new.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliances', new.id, iif(EXISTS (SELECT 1 FROM alliances_history WHERE id = new.id AND to_revision = (SELECT number FROM revisions WHERE open = 1)), 'UPDATED', 'CREATED');
END;
--> statement-breakpoint
CREATE TRIGGER alliances_history_update AFTER UPDATE ON alliances WHEN old.id IS NOT new.id OR old.slug IS NOT new.slug OR old.name IS NOT new.name OR old.acronym IS NOT new.acronym OR old.kind IS NOT new.kind OR old.description IS NOT new.description OR old.parent_id IS NOT new.parent_id OR old.organization_id IS NOT new.organization_id BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM alliances_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE alliances_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO alliances_history (id, slug, name, acronym, kind, description, parent_id, organization_id, from_revision) VALUES (new.id, new.slug, new.name, new.acronym, new.kind, new.description, new.parent_id, new.organization_id, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliances', new.id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM alliances WHERE id = new.id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliances' AND node_id = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER alliances_history_delete AFTER DELETE ON alliances BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM alliances_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE alliances_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliances' AND node_id = old.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliances', old.id, 'RETRACTED' WHERE EXISTS (SELECT 1 FROM alliances_history WHERE id = old.id AND to_revision = (SELECT number FROM revisions WHERE open = 1));
END;
--> statement-breakpoint
CREATE TRIGGER articles_history_insert AFTER INSERT ON articles BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM articles_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE articles_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO articles_history (id, slug, title, publisher_id, url, published_on, published_earliest, published_latest, language, summary, sha256, from_revision) VALUES (new.id, new.slug, new.title, new.publisher_id, new.url, new.published_on, new.published_earliest, new.published_latest, new.language, new.summary, new.sha256, (SELECT number FROM revisions WHERE open = 1));
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'articles' AND node_id = new.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'articles', new.id, iif(EXISTS (SELECT 1 FROM articles_history WHERE id = new.id AND to_revision = (SELECT number FROM revisions WHERE open = 1)), 'UPDATED', 'CREATED');
END;
--> statement-breakpoint
CREATE TRIGGER articles_history_update AFTER UPDATE ON articles WHEN old.id IS NOT new.id OR old.slug IS NOT new.slug OR old.title IS NOT new.title OR old.publisher_id IS NOT new.publisher_id OR old.url IS NOT new.url OR old.published_on IS NOT new.published_on OR old.published_earliest IS NOT new.published_earliest OR old.published_latest IS NOT new.published_latest OR old.language IS NOT new.language OR old.summary IS NOT new.summary OR old.sha256 IS NOT new.sha256 BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM articles_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE articles_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO articles_history (id, slug, title, publisher_id, url, published_on, published_earliest, published_latest, language, summary, sha256, from_revision) VALUES (new.id, new.slug, new.title, new.publisher_id, new.url, new.published_on, new.published_earliest, new.published_latest, new.language, new.summary, new.sha256, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'articles', new.id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM articles WHERE id = new.id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'articles' AND node_id = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER articles_history_delete AFTER DELETE ON articles BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM articles_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE articles_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'articles' AND node_id = old.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'articles', old.id, 'RETRACTED' WHERE EXISTS (SELECT 1 FROM articles_history WHERE id = old.id AND to_revision = (SELECT number FROM revisions WHERE open = 1));
END;
--> statement-breakpoint
CREATE TRIGGER citations_history_insert AFTER INSERT ON citations BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM citations_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE citations_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO citations_history (id, article_id, exact, prefix, suffix, start, membership_id, alliance_status_id, office_id, event_id, statement_id, from_revision) VALUES (new.id, new.article_id, new.exact, new.prefix, new.suffix, new.start, new.membership_id, new.alliance_status_id, new.office_id, new.event_id, new.statement_id, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'memberships', new.membership_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM memberships WHERE id = new.membership_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'memberships' AND node_id = new.membership_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliance_statuses', new.alliance_status_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM alliance_statuses WHERE id = new.alliance_status_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliance_statuses' AND node_id = new.alliance_status_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'offices', new.office_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM offices WHERE id = new.office_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'offices' AND node_id = new.office_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'events', new.event_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM events WHERE id = new.event_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'events' AND node_id = new.event_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'statements', new.statement_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM statements WHERE id = new.statement_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'statements' AND node_id = new.statement_id);
END;
--> statement-breakpoint
CREATE TRIGGER citations_history_update AFTER UPDATE ON citations WHEN old.id IS NOT new.id OR old.article_id IS NOT new.article_id OR old.exact IS NOT new.exact OR old.prefix IS NOT new.prefix OR old.suffix IS NOT new.suffix OR old.start IS NOT new.start OR old.membership_id IS NOT new.membership_id OR old.alliance_status_id IS NOT new.alliance_status_id OR old.office_id IS NOT new.office_id OR old.event_id IS NOT new.event_id OR old.statement_id IS NOT new.statement_id BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM citations_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE citations_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO citations_history (id, article_id, exact, prefix, suffix, start, membership_id, alliance_status_id, office_id, event_id, statement_id, from_revision) VALUES (new.id, new.article_id, new.exact, new.prefix, new.suffix, new.start, new.membership_id, new.alliance_status_id, new.office_id, new.event_id, new.statement_id, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'memberships', old.membership_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM memberships WHERE id = old.membership_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'memberships' AND node_id = old.membership_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'memberships', new.membership_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM memberships WHERE id = new.membership_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'memberships' AND node_id = new.membership_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliance_statuses', old.alliance_status_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM alliance_statuses WHERE id = old.alliance_status_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliance_statuses' AND node_id = old.alliance_status_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliance_statuses', new.alliance_status_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM alliance_statuses WHERE id = new.alliance_status_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliance_statuses' AND node_id = new.alliance_status_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'offices', old.office_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM offices WHERE id = old.office_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'offices' AND node_id = old.office_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'offices', new.office_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM offices WHERE id = new.office_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'offices' AND node_id = new.office_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'events', old.event_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM events WHERE id = old.event_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'events' AND node_id = old.event_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'events', new.event_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM events WHERE id = new.event_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'events' AND node_id = new.event_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'statements', old.statement_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM statements WHERE id = old.statement_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'statements' AND node_id = old.statement_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'statements', new.statement_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM statements WHERE id = new.statement_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'statements' AND node_id = new.statement_id);
END;
--> statement-breakpoint
CREATE TRIGGER citations_history_delete AFTER DELETE ON citations BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM citations_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE citations_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'memberships', old.membership_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM memberships WHERE id = old.membership_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'memberships' AND node_id = old.membership_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliance_statuses', old.alliance_status_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM alliance_statuses WHERE id = old.alliance_status_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliance_statuses' AND node_id = old.alliance_status_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'offices', old.office_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM offices WHERE id = old.office_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'offices' AND node_id = old.office_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'events', old.event_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM events WHERE id = old.event_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'events' AND node_id = old.event_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'statements', old.statement_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM statements WHERE id = old.statement_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'statements' AND node_id = old.statement_id);
END;
--> statement-breakpoint
CREATE TRIGGER event_participants_history_insert AFTER INSERT ON event_participants BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM event_participants_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE event_participants_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO event_participants_history (id, event_id, actor_id, role, from_revision) VALUES (new.id, new.event_id, new.actor_id, new.role, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'events', new.event_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM events WHERE id = new.event_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'events' AND node_id = new.event_id);
END;
--> statement-breakpoint
CREATE TRIGGER event_participants_history_update AFTER UPDATE ON event_participants WHEN old.id IS NOT new.id OR old.event_id IS NOT new.event_id OR old.actor_id IS NOT new.actor_id OR old.role IS NOT new.role BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM event_participants_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE event_participants_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO event_participants_history (id, event_id, actor_id, role, from_revision) VALUES (new.id, new.event_id, new.actor_id, new.role, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'events', old.event_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM events WHERE id = old.event_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'events' AND node_id = old.event_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'events', new.event_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM events WHERE id = new.event_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'events' AND node_id = new.event_id);
END;
--> statement-breakpoint
CREATE TRIGGER event_participants_history_delete AFTER DELETE ON event_participants BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM event_participants_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE event_participants_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'events', old.event_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM events WHERE id = old.event_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'events' AND node_id = old.event_id);
END;
--> statement-breakpoint
CREATE TRIGGER events_history_insert AFTER INSERT ON events BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM events_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE events_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO events_history (id, key, kind, title, date, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, planned, announced_on, announced_earliest, announced_latest, place, alliance_id, version_of_id, rank, from_revision) VALUES (new.id, new.key, new.kind, new.title, new.date, new.from_edtf, new.to_edtf, new.from_earliest, new.from_latest, new.to_earliest, new.to_latest, new.planned, new.announced_on, new.announced_earliest, new.announced_latest, new.place, new.alliance_id, new.version_of_id, new.rank, (SELECT number FROM revisions WHERE open = 1));
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'events' AND node_id = new.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'events', new.id, iif(EXISTS (SELECT 1 FROM events_history WHERE id = new.id AND to_revision = (SELECT number FROM revisions WHERE open = 1)), 'UPDATED', 'CREATED');
END;
--> statement-breakpoint
CREATE TRIGGER events_history_update AFTER UPDATE ON events WHEN old.id IS NOT new.id OR old.key IS NOT new.key OR old.kind IS NOT new.kind OR old.title IS NOT new.title OR old.date IS NOT new.date OR old.from_edtf IS NOT new.from_edtf OR old.to_edtf IS NOT new.to_edtf OR old.from_earliest IS NOT new.from_earliest OR old.from_latest IS NOT new.from_latest OR old.to_earliest IS NOT new.to_earliest OR old.to_latest IS NOT new.to_latest OR old.planned IS NOT new.planned OR old.announced_on IS NOT new.announced_on OR old.announced_earliest IS NOT new.announced_earliest OR old.announced_latest IS NOT new.announced_latest OR old.place IS NOT new.place OR old.alliance_id IS NOT new.alliance_id OR old.version_of_id IS NOT new.version_of_id OR old.rank IS NOT new.rank BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM events_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE events_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO events_history (id, key, kind, title, date, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, planned, announced_on, announced_earliest, announced_latest, place, alliance_id, version_of_id, rank, from_revision) VALUES (new.id, new.key, new.kind, new.title, new.date, new.from_edtf, new.to_edtf, new.from_earliest, new.from_latest, new.to_earliest, new.to_latest, new.planned, new.announced_on, new.announced_earliest, new.announced_latest, new.place, new.alliance_id, new.version_of_id, new.rank, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'events', new.id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM events WHERE id = new.id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'events' AND node_id = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER events_history_delete AFTER DELETE ON events BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM events_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE events_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'events' AND node_id = old.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'events', old.id, 'RETRACTED' WHERE EXISTS (SELECT 1 FROM events_history WHERE id = old.id AND to_revision = (SELECT number FROM revisions WHERE open = 1));
END;
--> statement-breakpoint
CREATE TRIGGER identifiers_history_insert AFTER INSERT ON identifiers BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM identifiers_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE identifiers_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO identifiers_history (id, actor_id, scheme, value, from_revision) VALUES (new.id, new.actor_id, new.scheme, new.value, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'actors', new.actor_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM actors WHERE id = new.actor_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'actors' AND node_id = new.actor_id);
END;
--> statement-breakpoint
CREATE TRIGGER identifiers_history_update AFTER UPDATE ON identifiers WHEN old.id IS NOT new.id OR old.actor_id IS NOT new.actor_id OR old.scheme IS NOT new.scheme OR old.value IS NOT new.value BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM identifiers_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE identifiers_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO identifiers_history (id, actor_id, scheme, value, from_revision) VALUES (new.id, new.actor_id, new.scheme, new.value, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'actors', old.actor_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM actors WHERE id = old.actor_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'actors' AND node_id = old.actor_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'actors', new.actor_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM actors WHERE id = new.actor_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'actors' AND node_id = new.actor_id);
END;
--> statement-breakpoint
CREATE TRIGGER identifiers_history_delete AFTER DELETE ON identifiers BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM identifiers_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE identifiers_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'actors', old.actor_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM actors WHERE id = old.actor_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'actors' AND node_id = old.actor_id);
END;
--> statement-breakpoint
CREATE TRIGGER memberships_history_insert AFTER INSERT ON memberships BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM memberships_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE memberships_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO memberships_history (id, key, actor_id, alliance_id, role, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, rank, from_revision) VALUES (new.id, new.key, new.actor_id, new.alliance_id, new.role, new.from_edtf, new.to_edtf, new.from_earliest, new.from_latest, new.to_earliest, new.to_latest, new.rank, (SELECT number FROM revisions WHERE open = 1));
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'memberships' AND node_id = new.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'memberships', new.id, iif(EXISTS (SELECT 1 FROM memberships_history WHERE id = new.id AND to_revision = (SELECT number FROM revisions WHERE open = 1)), 'UPDATED', 'CREATED');
END;
--> statement-breakpoint
CREATE TRIGGER memberships_history_update AFTER UPDATE ON memberships WHEN old.id IS NOT new.id OR old.key IS NOT new.key OR old.actor_id IS NOT new.actor_id OR old.alliance_id IS NOT new.alliance_id OR old.role IS NOT new.role OR old.from_edtf IS NOT new.from_edtf OR old.to_edtf IS NOT new.to_edtf OR old.from_earliest IS NOT new.from_earliest OR old.from_latest IS NOT new.from_latest OR old.to_earliest IS NOT new.to_earliest OR old.to_latest IS NOT new.to_latest OR old.rank IS NOT new.rank BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM memberships_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE memberships_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO memberships_history (id, key, actor_id, alliance_id, role, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, rank, from_revision) VALUES (new.id, new.key, new.actor_id, new.alliance_id, new.role, new.from_edtf, new.to_edtf, new.from_earliest, new.from_latest, new.to_earliest, new.to_latest, new.rank, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'memberships', new.id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM memberships WHERE id = new.id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'memberships' AND node_id = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER memberships_history_delete AFTER DELETE ON memberships BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM memberships_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE memberships_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'memberships' AND node_id = old.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'memberships', old.id, 'RETRACTED' WHERE EXISTS (SELECT 1 FROM memberships_history WHERE id = old.id AND to_revision = (SELECT number FROM revisions WHERE open = 1));
END;
--> statement-breakpoint
CREATE TRIGGER offices_history_insert AFTER INSERT ON offices BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM offices_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE offices_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO offices_history (id, key, title, person_id, body_id, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, rank, from_revision) VALUES (new.id, new.key, new.title, new.person_id, new.body_id, new.from_edtf, new.to_edtf, new.from_earliest, new.from_latest, new.to_earliest, new.to_latest, new.rank, (SELECT number FROM revisions WHERE open = 1));
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'offices' AND node_id = new.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'offices', new.id, iif(EXISTS (SELECT 1 FROM offices_history WHERE id = new.id AND to_revision = (SELECT number FROM revisions WHERE open = 1)), 'UPDATED', 'CREATED');
END;
--> statement-breakpoint
CREATE TRIGGER offices_history_update AFTER UPDATE ON offices WHEN old.id IS NOT new.id OR old.key IS NOT new.key OR old.title IS NOT new.title OR old.person_id IS NOT new.person_id OR old.body_id IS NOT new.body_id OR old.from_edtf IS NOT new.from_edtf OR old.to_edtf IS NOT new.to_edtf OR old.from_earliest IS NOT new.from_earliest OR old.from_latest IS NOT new.from_latest OR old.to_earliest IS NOT new.to_earliest OR old.to_latest IS NOT new.to_latest OR old.rank IS NOT new.rank BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM offices_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE offices_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO offices_history (id, key, title, person_id, body_id, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, rank, from_revision) VALUES (new.id, new.key, new.title, new.person_id, new.body_id, new.from_edtf, new.to_edtf, new.from_earliest, new.from_latest, new.to_earliest, new.to_latest, new.rank, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'offices', new.id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM offices WHERE id = new.id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'offices' AND node_id = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER offices_history_delete AFTER DELETE ON offices BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM offices_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE offices_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'offices' AND node_id = old.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'offices', old.id, 'RETRACTED' WHERE EXISTS (SELECT 1 FROM offices_history WHERE id = old.id AND to_revision = (SELECT number FROM revisions WHERE open = 1));
END;
--> statement-breakpoint
CREATE TRIGGER statement_targets_history_insert AFTER INSERT ON statement_targets BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM statement_targets_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE statement_targets_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO statement_targets_history (id, statement_id, actor_id, alliance_id, stance, speaker_id, article_id, said_earliest, from_revision) VALUES (new.id, new.statement_id, new.actor_id, new.alliance_id, new.stance, new.speaker_id, new.article_id, new.said_earliest, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'statements', new.statement_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM statements WHERE id = new.statement_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'statements' AND node_id = new.statement_id);
END;
--> statement-breakpoint
CREATE TRIGGER statement_targets_history_update AFTER UPDATE ON statement_targets WHEN old.id IS NOT new.id OR old.statement_id IS NOT new.statement_id OR old.actor_id IS NOT new.actor_id OR old.alliance_id IS NOT new.alliance_id OR old.stance IS NOT new.stance OR old.speaker_id IS NOT new.speaker_id OR old.article_id IS NOT new.article_id OR old.said_earliest IS NOT new.said_earliest BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM statement_targets_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE statement_targets_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO statement_targets_history (id, statement_id, actor_id, alliance_id, stance, speaker_id, article_id, said_earliest, from_revision) VALUES (new.id, new.statement_id, new.actor_id, new.alliance_id, new.stance, new.speaker_id, new.article_id, new.said_earliest, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'statements', old.statement_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM statements WHERE id = old.statement_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'statements' AND node_id = old.statement_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'statements', new.statement_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM statements WHERE id = new.statement_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'statements' AND node_id = new.statement_id);
END;
--> statement-breakpoint
CREATE TRIGGER statement_targets_history_delete AFTER DELETE ON statement_targets BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM statement_targets_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE statement_targets_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'statements', old.statement_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM statements WHERE id = old.statement_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'statements' AND node_id = old.statement_id);
END;
--> statement-breakpoint
CREATE TRIGGER statements_history_insert AFTER INSERT ON statements BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM statements_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE statements_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO statements_history (id, key, form, text, language, speaker_id, capacity_id, said_on, said_earliest, said_latest, relayed_by_id, event_id, article_id, from_revision) VALUES (new.id, new.key, new.form, new.text, new.language, new.speaker_id, new.capacity_id, new.said_on, new.said_earliest, new.said_latest, new.relayed_by_id, new.event_id, new.article_id, (SELECT number FROM revisions WHERE open = 1));
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'statements' AND node_id = new.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'statements', new.id, iif(EXISTS (SELECT 1 FROM statements_history WHERE id = new.id AND to_revision = (SELECT number FROM revisions WHERE open = 1)), 'UPDATED', 'CREATED');
END;
--> statement-breakpoint
CREATE TRIGGER statements_history_update AFTER UPDATE ON statements WHEN old.id IS NOT new.id OR old.key IS NOT new.key OR old.form IS NOT new.form OR old.text IS NOT new.text OR old.language IS NOT new.language OR old.speaker_id IS NOT new.speaker_id OR old.capacity_id IS NOT new.capacity_id OR old.said_on IS NOT new.said_on OR old.said_earliest IS NOT new.said_earliest OR old.said_latest IS NOT new.said_latest OR old.relayed_by_id IS NOT new.relayed_by_id OR old.event_id IS NOT new.event_id OR old.article_id IS NOT new.article_id BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM statements_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE statements_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO statements_history (id, key, form, text, language, speaker_id, capacity_id, said_on, said_earliest, said_latest, relayed_by_id, event_id, article_id, from_revision) VALUES (new.id, new.key, new.form, new.text, new.language, new.speaker_id, new.capacity_id, new.said_on, new.said_earliest, new.said_latest, new.relayed_by_id, new.event_id, new.article_id, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'statements', new.id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM statements WHERE id = new.id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'statements' AND node_id = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER statements_history_delete AFTER DELETE ON statements BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM statements_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE statements_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'statements' AND node_id = old.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'statements', old.id, 'RETRACTED' WHERE EXISTS (SELECT 1 FROM statements_history WHERE id = old.id AND to_revision = (SELECT number FROM revisions WHERE open = 1));
END;
