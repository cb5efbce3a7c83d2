CREATE TABLE redirects_history (
  id INTEGER NOT NULL,
  actor_id INTEGER,
  slug TEXT,
  former INTEGER,
  from_revision INTEGER NOT NULL,
  to_revision INTEGER,
  PRIMARY KEY (id, from_revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO redirects_history (id, actor_id, slug, former, from_revision) SELECT id, actor_id, slug, former, (SELECT coalesce(max(number), 0) FROM revisions) FROM redirects;
--> statement-breakpoint
CREATE INDEX redirects_slug_history ON redirects_history (slug);
--> statement-breakpoint
CREATE INDEX redirects_former_history ON redirects_history (former);
--> statement-breakpoint
CREATE INDEX redirects_actor_history ON redirects_history (actor_id);
--> statement-breakpoint
CREATE TRIGGER redirects_history_insert AFTER INSERT ON redirects BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM redirects_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE redirects_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO redirects_history (id, actor_id, slug, former, from_revision) VALUES (new.id, new.actor_id, new.slug, new.former, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'actors', new.actor_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM actors WHERE id = new.actor_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'actors' AND node_id = new.actor_id);
END;
--> statement-breakpoint
CREATE TRIGGER redirects_history_update AFTER UPDATE ON redirects WHEN old.id IS NOT new.id OR old.actor_id IS NOT new.actor_id OR old.slug IS NOT new.slug OR old.former IS NOT new.former BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM redirects_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE redirects_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO redirects_history (id, actor_id, slug, former, from_revision) VALUES (new.id, new.actor_id, new.slug, new.former, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'actors', old.actor_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM actors WHERE id = old.actor_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'actors' AND node_id = old.actor_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'actors', new.actor_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM actors WHERE id = new.actor_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'actors' AND node_id = new.actor_id);
END;
--> statement-breakpoint
CREATE TRIGGER redirects_history_delete AFTER DELETE ON redirects BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM redirects_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE redirects_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'actors', old.actor_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM actors WHERE id = old.actor_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'actors' AND node_id = old.actor_id);
END;
