DROP TRIGGER alliance_statuses_history_insert;
--> statement-breakpoint
DROP TRIGGER alliance_statuses_history_update;
--> statement-breakpoint
DROP TRIGGER articles_history_insert;
--> statement-breakpoint
DROP TRIGGER articles_history_update;
--> statement-breakpoint
DROP TRIGGER memberships_history_insert;
--> statement-breakpoint
DROP TRIGGER memberships_history_update;
--> statement-breakpoint
DROP TRIGGER offices_history_insert;
--> statement-breakpoint
DROP TRIGGER offices_history_update;
--> statement-breakpoint
ALTER TABLE alliance_statuses_history ADD COLUMN written_from_earliest TEXT;
--> statement-breakpoint
UPDATE alliance_statuses_history SET written_from_earliest = (SELECT live.written_from_earliest FROM alliance_statuses AS live WHERE live.id = alliance_statuses_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE alliance_statuses_history ADD COLUMN written_from_latest TEXT;
--> statement-breakpoint
UPDATE alliance_statuses_history SET written_from_latest = (SELECT live.written_from_latest FROM alliance_statuses AS live WHERE live.id = alliance_statuses_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE alliance_statuses_history ADD COLUMN written_to_earliest TEXT;
--> statement-breakpoint
UPDATE alliance_statuses_history SET written_to_earliest = (SELECT live.written_to_earliest FROM alliance_statuses AS live WHERE live.id = alliance_statuses_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE alliance_statuses_history ADD COLUMN written_to_latest TEXT;
--> statement-breakpoint
UPDATE alliance_statuses_history SET written_to_latest = (SELECT live.written_to_latest FROM alliance_statuses AS live WHERE live.id = alliance_statuses_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE alliance_statuses_history ADD COLUMN attested_on TEXT;
--> statement-breakpoint
UPDATE alliance_statuses_history SET attested_on = (SELECT live.attested_on FROM alliance_statuses AS live WHERE live.id = alliance_statuses_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE alliance_statuses_history ADD COLUMN attested_until TEXT;
--> statement-breakpoint
UPDATE alliance_statuses_history SET attested_until = (SELECT live.attested_until FROM alliance_statuses AS live WHERE live.id = alliance_statuses_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE articles_history ADD COLUMN consulted_on TEXT;
--> statement-breakpoint
UPDATE articles_history SET consulted_on = (SELECT live.consulted_on FROM articles AS live WHERE live.id = articles_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE memberships_history ADD COLUMN written_from_earliest TEXT;
--> statement-breakpoint
UPDATE memberships_history SET written_from_earliest = (SELECT live.written_from_earliest FROM memberships AS live WHERE live.id = memberships_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE memberships_history ADD COLUMN written_from_latest TEXT;
--> statement-breakpoint
UPDATE memberships_history SET written_from_latest = (SELECT live.written_from_latest FROM memberships AS live WHERE live.id = memberships_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE memberships_history ADD COLUMN written_to_earliest TEXT;
--> statement-breakpoint
UPDATE memberships_history SET written_to_earliest = (SELECT live.written_to_earliest FROM memberships AS live WHERE live.id = memberships_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE memberships_history ADD COLUMN written_to_latest TEXT;
--> statement-breakpoint
UPDATE memberships_history SET written_to_latest = (SELECT live.written_to_latest FROM memberships AS live WHERE live.id = memberships_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE memberships_history ADD COLUMN attested_on TEXT;
--> statement-breakpoint
UPDATE memberships_history SET attested_on = (SELECT live.attested_on FROM memberships AS live WHERE live.id = memberships_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE memberships_history ADD COLUMN attested_until TEXT;
--> statement-breakpoint
UPDATE memberships_history SET attested_until = (SELECT live.attested_until FROM memberships AS live WHERE live.id = memberships_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE offices_history ADD COLUMN written_from_earliest TEXT;
--> statement-breakpoint
UPDATE offices_history SET written_from_earliest = (SELECT live.written_from_earliest FROM offices AS live WHERE live.id = offices_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE offices_history ADD COLUMN written_from_latest TEXT;
--> statement-breakpoint
UPDATE offices_history SET written_from_latest = (SELECT live.written_from_latest FROM offices AS live WHERE live.id = offices_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE offices_history ADD COLUMN written_to_earliest TEXT;
--> statement-breakpoint
UPDATE offices_history SET written_to_earliest = (SELECT live.written_to_earliest FROM offices AS live WHERE live.id = offices_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE offices_history ADD COLUMN written_to_latest TEXT;
--> statement-breakpoint
UPDATE offices_history SET written_to_latest = (SELECT live.written_to_latest FROM offices AS live WHERE live.id = offices_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE offices_history ADD COLUMN attested_on TEXT;
--> statement-breakpoint
UPDATE offices_history SET attested_on = (SELECT live.attested_on FROM offices AS live WHERE live.id = offices_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
ALTER TABLE offices_history ADD COLUMN attested_until TEXT;
--> statement-breakpoint
UPDATE offices_history SET attested_until = (SELECT live.attested_until FROM offices AS live WHERE live.id = offices_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
CREATE TRIGGER alliance_statuses_history_insert AFTER INSERT ON alliance_statuses BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM alliance_statuses_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE alliance_statuses_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO alliance_statuses_history (id, key, alliance_id, code, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, written_from_earliest, written_from_latest, written_to_earliest, written_to_latest, attested_on, attested_until, rank, from_revision) VALUES (new.id, new.key, new.alliance_id, new.code, new.from_edtf, new.to_edtf, new.from_earliest, new.from_latest, new.to_earliest, new.to_latest, new.written_from_earliest, new.written_from_latest, new.written_to_earliest, new.written_to_latest, new.attested_on, new.attested_until, new.rank, (SELECT number FROM revisions WHERE open = 1));
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliance_statuses' AND node_id = new.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliance_statuses', new.id, iif(EXISTS (SELECT 1 FROM alliance_statuses_history WHERE id = new.id AND to_revision = (SELECT number FROM revisions WHERE open = 1)), 'UPDATED', 'CREATED');
END;
--> statement-breakpoint
CREATE TRIGGER alliance_statuses_history_update AFTER UPDATE ON alliance_statuses WHEN old.id IS NOT new.id OR old.key IS NOT new.key OR old.alliance_id IS NOT new.alliance_id OR old.code IS NOT new.code OR old.from_edtf IS NOT new.from_edtf OR old.to_edtf IS NOT new.to_edtf OR old.from_earliest IS NOT new.from_earliest OR old.from_latest IS NOT new.from_latest OR old.to_earliest IS NOT new.to_earliest OR old.to_latest IS NOT new.to_latest OR old.written_from_earliest IS NOT new.written_from_earliest OR old.written_from_latest IS NOT new.written_from_latest OR old.written_to_earliest IS NOT new.written_to_earliest OR old.written_to_latest IS NOT new.written_to_latest OR old.attested_on IS NOT new.attested_on OR old.attested_until IS NOT new.attested_until OR old.rank IS NOT new.rank BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM alliance_statuses_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE alliance_statuses_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO alliance_statuses_history (id, key, alliance_id, code, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, written_from_earliest, written_from_latest, written_to_earliest, written_to_latest, attested_on, attested_until, rank, from_revision) VALUES (new.id, new.key, new.alliance_id, new.code, new.from_edtf, new.to_edtf, new.from_earliest, new.from_latest, new.to_earliest, new.to_latest, new.written_from_earliest, new.written_from_latest, new.written_to_earliest, new.written_to_latest, new.attested_on, new.attested_until, new.rank, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliance_statuses', new.id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM alliance_statuses WHERE id = new.id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliance_statuses' AND node_id = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER articles_history_insert AFTER INSERT ON articles BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM articles_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE articles_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO articles_history (id, slug, title, publisher_id, url, published_on, published_earliest, published_latest, consulted_on, language, summary, sha256, from_revision) VALUES (new.id, new.slug, new.title, new.publisher_id, new.url, new.published_on, new.published_earliest, new.published_latest, new.consulted_on, new.language, new.summary, new.sha256, (SELECT number FROM revisions WHERE open = 1));
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'articles' AND node_id = new.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'articles', new.id, iif(EXISTS (SELECT 1 FROM articles_history WHERE id = new.id AND to_revision = (SELECT number FROM revisions WHERE open = 1)), 'UPDATED', 'CREATED');
END;
--> statement-breakpoint
CREATE TRIGGER articles_history_update AFTER UPDATE ON articles WHEN old.id IS NOT new.id OR old.slug IS NOT new.slug OR old.title IS NOT new.title OR old.publisher_id IS NOT new.publisher_id OR old.url IS NOT new.url OR old.published_on IS NOT new.published_on OR old.published_earliest IS NOT new.published_earliest OR old.published_latest IS NOT new.published_latest OR old.consulted_on IS NOT new.consulted_on OR old.language IS NOT new.language OR old.summary IS NOT new.summary OR old.sha256 IS NOT new.sha256 BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM articles_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE articles_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO articles_history (id, slug, title, publisher_id, url, published_on, published_earliest, published_latest, consulted_on, language, summary, sha256, from_revision) VALUES (new.id, new.slug, new.title, new.publisher_id, new.url, new.published_on, new.published_earliest, new.published_latest, new.consulted_on, new.language, new.summary, new.sha256, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'articles', new.id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM articles WHERE id = new.id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'articles' AND node_id = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER memberships_history_insert AFTER INSERT ON memberships BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM memberships_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE memberships_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO memberships_history (id, key, actor_id, alliance_id, role, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, written_from_earliest, written_from_latest, written_to_earliest, written_to_latest, attested_on, attested_until, rank, from_revision) VALUES (new.id, new.key, new.actor_id, new.alliance_id, new.role, new.from_edtf, new.to_edtf, new.from_earliest, new.from_latest, new.to_earliest, new.to_latest, new.written_from_earliest, new.written_from_latest, new.written_to_earliest, new.written_to_latest, new.attested_on, new.attested_until, new.rank, (SELECT number FROM revisions WHERE open = 1));
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'memberships' AND node_id = new.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'memberships', new.id, iif(EXISTS (SELECT 1 FROM memberships_history WHERE id = new.id AND to_revision = (SELECT number FROM revisions WHERE open = 1)), 'UPDATED', 'CREATED');
END;
--> statement-breakpoint
CREATE TRIGGER memberships_history_update AFTER UPDATE ON memberships WHEN old.id IS NOT new.id OR old.key IS NOT new.key OR old.actor_id IS NOT new.actor_id OR old.alliance_id IS NOT new.alliance_id OR old.role IS NOT new.role OR old.from_edtf IS NOT new.from_edtf OR old.to_edtf IS NOT new.to_edtf OR old.from_earliest IS NOT new.from_earliest OR old.from_latest IS NOT new.from_latest OR old.to_earliest IS NOT new.to_earliest OR old.to_latest IS NOT new.to_latest OR old.written_from_earliest IS NOT new.written_from_earliest OR old.written_from_latest IS NOT new.written_from_latest OR old.written_to_earliest IS NOT new.written_to_earliest OR old.written_to_latest IS NOT new.written_to_latest OR old.attested_on IS NOT new.attested_on OR old.attested_until IS NOT new.attested_until OR old.rank IS NOT new.rank BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM memberships_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE memberships_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO memberships_history (id, key, actor_id, alliance_id, role, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, written_from_earliest, written_from_latest, written_to_earliest, written_to_latest, attested_on, attested_until, rank, from_revision) VALUES (new.id, new.key, new.actor_id, new.alliance_id, new.role, new.from_edtf, new.to_edtf, new.from_earliest, new.from_latest, new.to_earliest, new.to_latest, new.written_from_earliest, new.written_from_latest, new.written_to_earliest, new.written_to_latest, new.attested_on, new.attested_until, new.rank, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'memberships', new.id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM memberships WHERE id = new.id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'memberships' AND node_id = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER offices_history_insert AFTER INSERT ON offices BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM offices_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE offices_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO offices_history (id, key, title, person_id, body_id, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, written_from_earliest, written_from_latest, written_to_earliest, written_to_latest, attested_on, attested_until, rank, from_revision) VALUES (new.id, new.key, new.title, new.person_id, new.body_id, new.from_edtf, new.to_edtf, new.from_earliest, new.from_latest, new.to_earliest, new.to_latest, new.written_from_earliest, new.written_from_latest, new.written_to_earliest, new.written_to_latest, new.attested_on, new.attested_until, new.rank, (SELECT number FROM revisions WHERE open = 1));
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'offices' AND node_id = new.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'offices', new.id, iif(EXISTS (SELECT 1 FROM offices_history WHERE id = new.id AND to_revision = (SELECT number FROM revisions WHERE open = 1)), 'UPDATED', 'CREATED');
END;
--> statement-breakpoint
CREATE TRIGGER offices_history_update AFTER UPDATE ON offices WHEN old.id IS NOT new.id OR old.key IS NOT new.key OR old.title IS NOT new.title OR old.person_id IS NOT new.person_id OR old.body_id IS NOT new.body_id OR old.from_edtf IS NOT new.from_edtf OR old.to_edtf IS NOT new.to_edtf OR old.from_earliest IS NOT new.from_earliest OR old.from_latest IS NOT new.from_latest OR old.to_earliest IS NOT new.to_earliest OR old.to_latest IS NOT new.to_latest OR old.written_from_earliest IS NOT new.written_from_earliest OR old.written_from_latest IS NOT new.written_from_latest OR old.written_to_earliest IS NOT new.written_to_earliest OR old.written_to_latest IS NOT new.written_to_latest OR old.attested_on IS NOT new.attested_on OR old.attested_until IS NOT new.attested_until OR old.rank IS NOT new.rank BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM offices_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE offices_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO offices_history (id, key, title, person_id, body_id, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, written_from_earliest, written_from_latest, written_to_earliest, written_to_latest, attested_on, attested_until, rank, from_revision) VALUES (new.id, new.key, new.title, new.person_id, new.body_id, new.from_edtf, new.to_edtf, new.from_earliest, new.from_latest, new.to_earliest, new.to_latest, new.written_from_earliest, new.written_from_latest, new.written_to_earliest, new.written_to_latest, new.attested_on, new.attested_until, new.rank, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'offices', new.id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM offices WHERE id = new.id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'offices' AND node_id = new.id);
END;
