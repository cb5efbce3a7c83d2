DROP TRIGGER articles_history_insert;
--> statement-breakpoint
DROP TRIGGER articles_history_update;
--> statement-breakpoint
ALTER TABLE articles_history ADD COLUMN title_is_description INTEGER;
--> statement-breakpoint
UPDATE articles_history SET title_is_description = (SELECT live.title_is_description FROM articles AS live WHERE live.id = articles_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
UPDATE articles_history SET title_is_description = 0 WHERE to_revision IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER articles_history_insert AFTER INSERT ON articles BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM articles_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE articles_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO articles_history (id, slug, title, title_is_description, publisher_id, url, published_on, published_earliest, published_latest, consulted_on, language, summary, sha256, from_revision) VALUES (new.id, new.slug, new.title, new.title_is_description, new.publisher_id, new.url, new.published_on, new.published_earliest, new.published_latest, new.consulted_on, new.language, new.summary, new.sha256, (SELECT number FROM revisions WHERE open = 1));
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'articles' AND node_id = new.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'articles', new.id, iif(EXISTS (SELECT 1 FROM articles_history WHERE id = new.id AND to_revision = (SELECT number FROM revisions WHERE open = 1)), 'UPDATED', 'CREATED');
END;
--> statement-breakpoint
CREATE TRIGGER articles_history_update AFTER UPDATE ON articles WHEN old.id IS NOT new.id OR old.slug IS NOT new.slug OR old.title IS NOT new.title OR old.title_is_description IS NOT new.title_is_description OR old.publisher_id IS NOT new.publisher_id OR old.url IS NOT new.url OR old.published_on IS NOT new.published_on OR old.published_earliest IS NOT new.published_earliest OR old.published_latest IS NOT new.published_latest OR old.consulted_on IS NOT new.consulted_on OR old.language IS NOT new.language OR old.summary IS NOT new.summary OR old.sha256 IS NOT new.sha256 BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM articles_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE articles_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO articles_history (id, slug, title, title_is_description, publisher_id, url, published_on, published_earliest, published_latest, consulted_on, language, summary, sha256, from_revision) VALUES (new.id, new.slug, new.title, new.title_is_description, new.publisher_id, new.url, new.published_on, new.published_earliest, new.published_latest, new.consulted_on, new.language, new.summary, new.sha256, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'articles', new.id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM articles WHERE id = new.id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'articles' AND node_id = new.id);
END;
