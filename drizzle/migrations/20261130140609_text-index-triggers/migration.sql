CREATE VIRTUAL TABLE IF NOT EXISTS entry_words USING fts5(name, aliases, text, tokenize = 'ascii', prefix = '1 2 3', content = '', contentless_delete = 1);
--> statement-breakpoint
CREATE VIRTUAL TABLE IF NOT EXISTS entry_pairs USING fts5(name, aliases, text, tokenize = 'ascii', content = '', contentless_delete = 1);
--> statement-breakpoint
CREATE VIRTUAL TABLE IF NOT EXISTS name_terms USING fts5(name, tokenize = 'ascii', content = '', contentless_delete = 1);
--> statement-breakpoint
CREATE VIRTUAL TABLE IF NOT EXISTS name_triples USING fts5(name, tokenize = 'trigram case_sensitive 1', content = '', contentless_delete = 1);
--> statement-breakpoint
DROP TRIGGER IF EXISTS actors_text_inserted;
--> statement-breakpoint
CREATE TRIGGER actors_text_inserted AFTER INSERT ON actors BEGIN
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.id, 1 WHERE new.id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS actors_text_deleted;
--> statement-breakpoint
CREATE TRIGGER actors_text_deleted AFTER DELETE ON actors BEGIN
  DELETE FROM entry_words WHERE rowid = 16 * old.id;
  DELETE FROM entry_pairs WHERE rowid = 16 * old.id;
  DELETE FROM name_terms WHERE rowid = 4 * old.id;
  DELETE FROM name_triples WHERE rowid = 4 * old.id;
  DELETE FROM stale_entries WHERE id = 16 * old.id;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS actors_text_updated;
--> statement-breakpoint
CREATE TRIGGER actors_text_updated AFTER UPDATE OF name, description ON actors WHEN old.name IS NOT new.name OR old.description IS NOT new.description BEGIN
  DELETE FROM name_terms WHERE rowid = 4 * old.id;
  DELETE FROM name_triples WHERE rowid = 4 * old.id;
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.id, 1 WHERE new.id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS alliances_text_inserted;
--> statement-breakpoint
CREATE TRIGGER alliances_text_inserted AFTER INSERT ON alliances BEGIN
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.id + 1, 1 WHERE new.id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS alliances_text_deleted;
--> statement-breakpoint
CREATE TRIGGER alliances_text_deleted AFTER DELETE ON alliances BEGIN
  DELETE FROM entry_words WHERE rowid = 16 * old.id + 1;
  DELETE FROM entry_pairs WHERE rowid = 16 * old.id + 1;
  DELETE FROM name_terms WHERE rowid = 4 * old.id + 1;
  DELETE FROM name_triples WHERE rowid = 4 * old.id + 1;
  DELETE FROM name_terms WHERE rowid = 4 * old.id + 2;
  DELETE FROM name_triples WHERE rowid = 4 * old.id + 2;
  DELETE FROM stale_entries WHERE id = 16 * old.id + 1;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS alliances_text_updated;
--> statement-breakpoint
CREATE TRIGGER alliances_text_updated AFTER UPDATE OF name, acronym, description ON alliances WHEN old.name IS NOT new.name OR old.acronym IS NOT new.acronym OR old.description IS NOT new.description BEGIN
  DELETE FROM name_terms WHERE rowid = 4 * old.id + 1;
  DELETE FROM name_triples WHERE rowid = 4 * old.id + 1;
  DELETE FROM name_terms WHERE rowid = 4 * old.id + 2;
  DELETE FROM name_triples WHERE rowid = 4 * old.id + 2;
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.id + 1, 1 WHERE new.id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS articles_text_inserted;
--> statement-breakpoint
CREATE TRIGGER articles_text_inserted AFTER INSERT ON articles BEGIN
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.id + 2, 1 WHERE new.id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS articles_text_deleted;
--> statement-breakpoint
CREATE TRIGGER articles_text_deleted AFTER DELETE ON articles BEGIN
  DELETE FROM entry_words WHERE rowid = 16 * old.id + 2;
  DELETE FROM entry_pairs WHERE rowid = 16 * old.id + 2;
  DELETE FROM stale_entries WHERE id = 16 * old.id + 2;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS articles_text_updated;
--> statement-breakpoint
CREATE TRIGGER articles_text_updated AFTER UPDATE OF title, summary ON articles WHEN old.title IS NOT new.title OR old.summary IS NOT new.summary BEGIN
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.id + 2, 1 WHERE new.id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS statements_text_inserted;
--> statement-breakpoint
CREATE TRIGGER statements_text_inserted AFTER INSERT ON statements BEGIN
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.id + 3, 1 WHERE new.id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS statements_text_deleted;
--> statement-breakpoint
CREATE TRIGGER statements_text_deleted AFTER DELETE ON statements BEGIN
  DELETE FROM entry_words WHERE rowid = 16 * old.id + 3;
  DELETE FROM entry_pairs WHERE rowid = 16 * old.id + 3;
  DELETE FROM stale_entries WHERE id = 16 * old.id + 3;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS statements_text_updated;
--> statement-breakpoint
CREATE TRIGGER statements_text_updated AFTER UPDATE OF text ON statements WHEN old.text IS NOT new.text BEGIN
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.id + 3, 1 WHERE new.id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
  INSERT INTO stale_entries (id, mark) SELECT 16 * id + 4, 1 FROM citations WHERE statement_id = new.id AND exact IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS citations_text_inserted;
--> statement-breakpoint
CREATE TRIGGER citations_text_inserted AFTER INSERT ON citations WHEN new.exact IS NOT NULL BEGIN
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.id + 4, 1 WHERE new.id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS citations_text_deleted;
--> statement-breakpoint
CREATE TRIGGER citations_text_deleted AFTER DELETE ON citations BEGIN
  DELETE FROM entry_words WHERE rowid = 16 * old.id + 4;
  DELETE FROM entry_pairs WHERE rowid = 16 * old.id + 4;
  DELETE FROM stale_entries WHERE id = 16 * old.id + 4;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS citations_text_updated;
--> statement-breakpoint
CREATE TRIGGER citations_text_updated AFTER UPDATE OF exact ON citations WHEN old.exact IS NOT new.exact BEGIN
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.id + 4, 1 WHERE new.id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS aliases_text_inserted;
--> statement-breakpoint
CREATE TRIGGER aliases_text_inserted AFTER INSERT ON aliases BEGIN
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.actor_id, 1 WHERE new.actor_id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.alliance_id + 1, 1 WHERE new.alliance_id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS aliases_text_deleted;
--> statement-breakpoint
CREATE TRIGGER aliases_text_deleted AFTER DELETE ON aliases BEGIN
  DELETE FROM name_terms WHERE rowid = 4 * old.id + 3;
  DELETE FROM name_triples WHERE rowid = 4 * old.id + 3;
  INSERT INTO stale_entries (id, mark) SELECT 16 * old.actor_id, 1 WHERE old.actor_id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
  INSERT INTO stale_entries (id, mark) SELECT 16 * old.alliance_id + 1, 1 WHERE old.alliance_id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS aliases_text_updated;
--> statement-breakpoint
CREATE TRIGGER aliases_text_updated AFTER UPDATE OF actor_id, alliance_id, name ON aliases WHEN old.actor_id IS NOT new.actor_id OR old.alliance_id IS NOT new.alliance_id OR old.name IS NOT new.name BEGIN
  DELETE FROM name_terms WHERE rowid = 4 * old.id + 3;
  DELETE FROM name_triples WHERE rowid = 4 * old.id + 3;
  INSERT INTO stale_entries (id, mark) SELECT 16 * old.actor_id, 1 WHERE old.actor_id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
  INSERT INTO stale_entries (id, mark) SELECT 16 * old.alliance_id + 1, 1 WHERE old.alliance_id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.actor_id, 1 WHERE new.actor_id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.alliance_id + 1, 1 WHERE new.alliance_id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
--> statement-breakpoint
INSERT INTO stale_entries (id, mark) SELECT 16 * id, 1 FROM actors WHERE true ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
--> statement-breakpoint
INSERT INTO stale_entries (id, mark) SELECT 16 * id + 1, 1 FROM alliances WHERE true ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
--> statement-breakpoint
INSERT INTO stale_entries (id, mark) SELECT 16 * id + 2, 1 FROM articles WHERE true ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
--> statement-breakpoint
INSERT INTO stale_entries (id, mark) SELECT 16 * id + 3, 1 FROM statements WHERE true ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
--> statement-breakpoint
INSERT INTO stale_entries (id, mark) SELECT 16 * id + 4, 1 FROM citations WHERE exact IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
--> statement-breakpoint
INSERT INTO text_versions (id, version) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET version = excluded.version;
