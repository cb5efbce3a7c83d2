CREATE VIRTUAL TABLE search_index USING fts5(name, aliases, text, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
--> statement-breakpoint
CREATE VIRTUAL TABLE name_words USING fts5(name, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE VIRTUAL TABLE name_trigrams USING fts5(name, content = '', contentless_delete = 1, tokenize = 'trigram remove_diacritics 1');
--> statement-breakpoint
DROP VIEW IF EXISTS search_entries;
--> statement-breakpoint
CREATE VIEW search_entries AS select rowid as id,
  iif(rowid % 4 = 0, rowid / 4, null) as actor_id,
  iif(rowid % 4 = 1, rowid / 4, null) as alliance_id,
  iif(rowid % 4 = 2, rowid / 4, null) as article_id,
  iif(rowid % 4 = 3, rowid / 4, null) as statement_id
from search_index;
--> statement-breakpoint
CREATE TRIGGER actors_inserted AFTER INSERT ON actors BEGIN
  INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * actor.id, actor.name, (SELECT group_concat(name, ' · ') FROM (SELECT name FROM aliases WHERE actor_id = actor.id ORDER BY id)), actor.description FROM actors AS actor WHERE actor.id = new.id;
  INSERT INTO name_words (rowid, name) VALUES (4 * new.id, new.name);
  INSERT INTO name_trigrams (rowid, name) VALUES (4 * new.id, new.name);
END;
--> statement-breakpoint
CREATE TRIGGER actors_deleted AFTER DELETE ON actors BEGIN
  DELETE FROM search_index WHERE rowid = 4 * old.id;
  DELETE FROM name_words WHERE rowid = 4 * old.id;
  DELETE FROM name_trigrams WHERE rowid = 4 * old.id;
END;
--> statement-breakpoint
CREATE TRIGGER actors_updated AFTER UPDATE OF name, description ON actors WHEN old.name IS NOT new.name OR old.description IS NOT new.description BEGIN
  DELETE FROM search_index WHERE rowid = 4 * old.id;
  DELETE FROM name_words WHERE rowid = 4 * old.id;
  DELETE FROM name_trigrams WHERE rowid = 4 * old.id;
  INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * actor.id, actor.name, (SELECT group_concat(name, ' · ') FROM (SELECT name FROM aliases WHERE actor_id = actor.id ORDER BY id)), actor.description FROM actors AS actor WHERE actor.id = new.id;
  INSERT INTO name_words (rowid, name) VALUES (4 * new.id, new.name);
  INSERT INTO name_trigrams (rowid, name) VALUES (4 * new.id, new.name);
END;
--> statement-breakpoint
CREATE TRIGGER alliances_inserted AFTER INSERT ON alliances BEGIN
  INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * alliance.id + 1, alliance.name, (SELECT group_concat(name, ' · ') FROM (SELECT acronym AS name FROM alliances WHERE id = alliance.id AND acronym IS NOT NULL UNION ALL SELECT name FROM (SELECT name FROM aliases WHERE alliance_id = alliance.id ORDER BY id))), alliance.description FROM alliances AS alliance WHERE alliance.id = new.id;
  INSERT INTO name_words (rowid, name) VALUES (4 * new.id + 1, new.name);
  INSERT INTO name_trigrams (rowid, name) VALUES (4 * new.id + 1, new.name);
  INSERT INTO name_words (rowid, name) SELECT 4 * new.id + 2, new.acronym WHERE new.acronym IS NOT NULL;
  INSERT INTO name_trigrams (rowid, name) SELECT 4 * new.id + 2, new.acronym WHERE new.acronym IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER alliances_deleted AFTER DELETE ON alliances BEGIN
  DELETE FROM search_index WHERE rowid = 4 * old.id + 1;
  DELETE FROM name_words WHERE rowid = 4 * old.id + 1;
  DELETE FROM name_trigrams WHERE rowid = 4 * old.id + 1;
  DELETE FROM name_words WHERE rowid = 4 * old.id + 2;
  DELETE FROM name_trigrams WHERE rowid = 4 * old.id + 2;
END;
--> statement-breakpoint
CREATE TRIGGER alliances_updated AFTER UPDATE OF name, acronym, description ON alliances WHEN old.name IS NOT new.name OR old.acronym IS NOT new.acronym OR old.description IS NOT new.description BEGIN
  DELETE FROM search_index WHERE rowid = 4 * old.id + 1;
  DELETE FROM name_words WHERE rowid = 4 * old.id + 1;
  DELETE FROM name_trigrams WHERE rowid = 4 * old.id + 1;
  DELETE FROM name_words WHERE rowid = 4 * old.id + 2;
  DELETE FROM name_trigrams WHERE rowid = 4 * old.id + 2;
  INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * alliance.id + 1, alliance.name, (SELECT group_concat(name, ' · ') FROM (SELECT acronym AS name FROM alliances WHERE id = alliance.id AND acronym IS NOT NULL UNION ALL SELECT name FROM (SELECT name FROM aliases WHERE alliance_id = alliance.id ORDER BY id))), alliance.description FROM alliances AS alliance WHERE alliance.id = new.id;
  INSERT INTO name_words (rowid, name) VALUES (4 * new.id + 1, new.name);
  INSERT INTO name_trigrams (rowid, name) VALUES (4 * new.id + 1, new.name);
  INSERT INTO name_words (rowid, name) SELECT 4 * new.id + 2, new.acronym WHERE new.acronym IS NOT NULL;
  INSERT INTO name_trigrams (rowid, name) SELECT 4 * new.id + 2, new.acronym WHERE new.acronym IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER articles_inserted AFTER INSERT ON articles BEGIN
  INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * article.id + 2, article.title, NULL, article.summary FROM articles AS article WHERE article.id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER articles_deleted AFTER DELETE ON articles BEGIN
  DELETE FROM search_index WHERE rowid = 4 * old.id + 2;
END;
--> statement-breakpoint
CREATE TRIGGER articles_updated AFTER UPDATE OF title, summary ON articles WHEN old.title IS NOT new.title OR old.summary IS NOT new.summary BEGIN
  DELETE FROM search_index WHERE rowid = 4 * old.id + 2;
  INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * article.id + 2, article.title, NULL, article.summary FROM articles AS article WHERE article.id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER statements_inserted AFTER INSERT ON statements BEGIN
  INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * statement.id + 3, NULL, NULL, statement.text FROM statements AS statement WHERE statement.id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER statements_deleted AFTER DELETE ON statements BEGIN
  DELETE FROM search_index WHERE rowid = 4 * old.id + 3;
END;
--> statement-breakpoint
CREATE TRIGGER statements_updated AFTER UPDATE OF text ON statements WHEN old.text IS NOT new.text BEGIN
  DELETE FROM search_index WHERE rowid = 4 * old.id + 3;
  INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * statement.id + 3, NULL, NULL, statement.text FROM statements AS statement WHERE statement.id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER aliases_inserted AFTER INSERT ON aliases BEGIN
  INSERT INTO name_words (rowid, name) VALUES (4 * new.id + 3, new.name);
  INSERT INTO name_trigrams (rowid, name) VALUES (4 * new.id + 3, new.name);
  DELETE FROM search_index WHERE rowid IN (4 * new.actor_id, 4 * new.alliance_id + 1);
  INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * actor.id, actor.name, (SELECT group_concat(name, ' · ') FROM (SELECT name FROM aliases WHERE actor_id = actor.id ORDER BY id)), actor.description FROM actors AS actor WHERE actor.id = new.actor_id;
  INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * alliance.id + 1, alliance.name, (SELECT group_concat(name, ' · ') FROM (SELECT acronym AS name FROM alliances WHERE id = alliance.id AND acronym IS NOT NULL UNION ALL SELECT name FROM (SELECT name FROM aliases WHERE alliance_id = alliance.id ORDER BY id))), alliance.description FROM alliances AS alliance WHERE alliance.id = new.alliance_id;
END;
--> statement-breakpoint
CREATE TRIGGER aliases_deleted AFTER DELETE ON aliases BEGIN
  DELETE FROM name_words WHERE rowid = 4 * old.id + 3;
  DELETE FROM name_trigrams WHERE rowid = 4 * old.id + 3;
  DELETE FROM search_index WHERE rowid IN (4 * old.actor_id, 4 * old.alliance_id + 1);
  INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * actor.id, actor.name, (SELECT group_concat(name, ' · ') FROM (SELECT name FROM aliases WHERE actor_id = actor.id ORDER BY id)), actor.description FROM actors AS actor WHERE actor.id = old.actor_id;
  INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * alliance.id + 1, alliance.name, (SELECT group_concat(name, ' · ') FROM (SELECT acronym AS name FROM alliances WHERE id = alliance.id AND acronym IS NOT NULL UNION ALL SELECT name FROM (SELECT name FROM aliases WHERE alliance_id = alliance.id ORDER BY id))), alliance.description FROM alliances AS alliance WHERE alliance.id = old.alliance_id;
END;
--> statement-breakpoint
CREATE TRIGGER aliases_updated AFTER UPDATE OF actor_id, alliance_id, name ON aliases WHEN old.name IS NOT new.name OR old.actor_id IS NOT new.actor_id OR old.alliance_id IS NOT new.alliance_id BEGIN
  DELETE FROM name_words WHERE rowid = 4 * old.id + 3;
  DELETE FROM name_trigrams WHERE rowid = 4 * old.id + 3;
  INSERT INTO name_words (rowid, name) VALUES (4 * new.id + 3, new.name);
  INSERT INTO name_trigrams (rowid, name) VALUES (4 * new.id + 3, new.name);
  DELETE FROM search_index WHERE rowid IN (4 * old.actor_id, 4 * old.alliance_id + 1);
  INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * actor.id, actor.name, (SELECT group_concat(name, ' · ') FROM (SELECT name FROM aliases WHERE actor_id = actor.id ORDER BY id)), actor.description FROM actors AS actor WHERE actor.id = old.actor_id;
  INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * alliance.id + 1, alliance.name, (SELECT group_concat(name, ' · ') FROM (SELECT acronym AS name FROM alliances WHERE id = alliance.id AND acronym IS NOT NULL UNION ALL SELECT name FROM (SELECT name FROM aliases WHERE alliance_id = alliance.id ORDER BY id))), alliance.description FROM alliances AS alliance WHERE alliance.id = old.alliance_id;
  DELETE FROM search_index WHERE rowid IN (4 * new.actor_id, 4 * new.alliance_id + 1);
  INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * actor.id, actor.name, (SELECT group_concat(name, ' · ') FROM (SELECT name FROM aliases WHERE actor_id = actor.id ORDER BY id)), actor.description FROM actors AS actor WHERE actor.id = new.actor_id;
  INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * alliance.id + 1, alliance.name, (SELECT group_concat(name, ' · ') FROM (SELECT acronym AS name FROM alliances WHERE id = alliance.id AND acronym IS NOT NULL UNION ALL SELECT name FROM (SELECT name FROM aliases WHERE alliance_id = alliance.id ORDER BY id))), alliance.description FROM alliances AS alliance WHERE alliance.id = new.alliance_id;
END;
--> statement-breakpoint
INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * actor.id, actor.name, (SELECT group_concat(name, ' · ') FROM (SELECT name FROM aliases WHERE actor_id = actor.id ORDER BY id)), actor.description FROM actors AS actor;
--> statement-breakpoint
INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * alliance.id + 1, alliance.name, (SELECT group_concat(name, ' · ') FROM (SELECT acronym AS name FROM alliances WHERE id = alliance.id AND acronym IS NOT NULL UNION ALL SELECT name FROM (SELECT name FROM aliases WHERE alliance_id = alliance.id ORDER BY id))), alliance.description FROM alliances AS alliance;
--> statement-breakpoint
INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * article.id + 2, article.title, NULL, article.summary FROM articles AS article;
--> statement-breakpoint
INSERT INTO search_index (rowid, name, aliases, text) SELECT 4 * statement.id + 3, NULL, NULL, statement.text FROM statements AS statement;
--> statement-breakpoint
INSERT INTO name_words (rowid, name) SELECT 4 * id, name FROM actors;
--> statement-breakpoint
INSERT INTO name_words (rowid, name) SELECT 4 * id + 1, name FROM alliances;
--> statement-breakpoint
INSERT INTO name_words (rowid, name) SELECT 4 * id + 2, acronym FROM alliances WHERE acronym IS NOT NULL;
--> statement-breakpoint
INSERT INTO name_words (rowid, name) SELECT 4 * id + 3, name FROM aliases;
--> statement-breakpoint
INSERT INTO name_trigrams (rowid, name) SELECT 4 * id, name FROM actors;
--> statement-breakpoint
INSERT INTO name_trigrams (rowid, name) SELECT 4 * id + 1, name FROM alliances;
--> statement-breakpoint
INSERT INTO name_trigrams (rowid, name) SELECT 4 * id + 2, acronym FROM alliances WHERE acronym IS NOT NULL;
--> statement-breakpoint
INSERT INTO name_trigrams (rowid, name) SELECT 4 * id + 3, name FROM aliases;
