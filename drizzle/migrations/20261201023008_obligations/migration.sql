DROP TRIGGER citations_history_insert;
--> statement-breakpoint
DROP TRIGGER citations_history_update;
--> statement-breakpoint
DROP TRIGGER citations_history_delete;
--> statement-breakpoint
ALTER TABLE citations_history ADD COLUMN obligation_id INTEGER;
--> statement-breakpoint
UPDATE citations_history SET obligation_id = (SELECT live.obligation_id FROM citations AS live WHERE live.id = citations_history.id) WHERE to_revision IS NULL;
--> statement-breakpoint
CREATE TABLE obligations_history (
  id INTEGER NOT NULL,
  key TEXT,
  alliance_id INTEGER,
  code TEXT,
  actor_id INTEGER,
  from_edtf TEXT,
  to_edtf TEXT,
  from_earliest TEXT,
  from_latest TEXT,
  to_earliest TEXT,
  to_latest TEXT,
  written_from_earliest TEXT,
  written_from_latest TEXT,
  written_to_earliest TEXT,
  written_to_latest TEXT,
  attested_on TEXT,
  attested_until TEXT,
  rank TEXT,
  from_revision INTEGER NOT NULL,
  to_revision INTEGER,
  PRIMARY KEY (id, from_revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO obligations_history (id, key, alliance_id, code, actor_id, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, written_from_earliest, written_from_latest, written_to_earliest, written_to_latest, attested_on, attested_until, rank, from_revision) SELECT id, key, alliance_id, code, actor_id, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, written_from_earliest, written_from_latest, written_to_earliest, written_to_latest, attested_on, attested_until, rank, (SELECT coalesce(max(number), 0) FROM revisions) FROM obligations;
--> statement-breakpoint
INSERT INTO changes (revision, noun, node_id, action) SELECT last.number, 'obligations', id, 'CREATED' FROM obligations, (SELECT max(number) AS number FROM revisions) AS last WHERE last.number IS NOT NULL;
--> statement-breakpoint
CREATE INDEX citations_obligation_history ON citations_history (obligation_id) WHERE obligation_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX obligations_key_history ON obligations_history (key);
--> statement-breakpoint
CREATE INDEX obligations_alliance_history ON obligations_history (alliance_id, from_earliest, id);
--> statement-breakpoint
CREATE INDEX obligations_actor_history ON obligations_history (actor_id) WHERE actor_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX obligations_code_history ON obligations_history (code, alliance_id);
--> statement-breakpoint
CREATE INDEX obligations_preferred_history ON obligations_history (alliance_id, code, actor_id) WHERE rank = 'PREFERRED';
--> statement-breakpoint
CREATE TRIGGER citations_history_insert AFTER INSERT ON citations BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM citations_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE citations_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO citations_history (id, article_id, exact, prefix, suffix, start, membership_id, alliance_status_id, obligation_id, office_id, event_id, statement_id, from_revision) VALUES (new.id, new.article_id, new.exact, new.prefix, new.suffix, new.start, new.membership_id, new.alliance_status_id, new.obligation_id, new.office_id, new.event_id, new.statement_id, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'memberships', new.membership_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM memberships WHERE id = new.membership_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'memberships' AND node_id = new.membership_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliance_statuses', new.alliance_status_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM alliance_statuses WHERE id = new.alliance_status_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliance_statuses' AND node_id = new.alliance_status_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'obligations', new.obligation_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM obligations WHERE id = new.obligation_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'obligations' AND node_id = new.obligation_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'offices', new.office_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM offices WHERE id = new.office_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'offices' AND node_id = new.office_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'events', new.event_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM events WHERE id = new.event_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'events' AND node_id = new.event_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'statements', new.statement_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM statements WHERE id = new.statement_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'statements' AND node_id = new.statement_id);
END;
--> statement-breakpoint
CREATE TRIGGER citations_history_update AFTER UPDATE ON citations WHEN old.id IS NOT new.id OR old.article_id IS NOT new.article_id OR old.exact IS NOT new.exact OR old.prefix IS NOT new.prefix OR old.suffix IS NOT new.suffix OR old.start IS NOT new.start OR old.membership_id IS NOT new.membership_id OR old.alliance_status_id IS NOT new.alliance_status_id OR old.obligation_id IS NOT new.obligation_id OR old.office_id IS NOT new.office_id OR old.event_id IS NOT new.event_id OR old.statement_id IS NOT new.statement_id BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM citations_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE citations_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO citations_history (id, article_id, exact, prefix, suffix, start, membership_id, alliance_status_id, obligation_id, office_id, event_id, statement_id, from_revision) VALUES (new.id, new.article_id, new.exact, new.prefix, new.suffix, new.start, new.membership_id, new.alliance_status_id, new.obligation_id, new.office_id, new.event_id, new.statement_id, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'memberships', old.membership_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM memberships WHERE id = old.membership_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'memberships' AND node_id = old.membership_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'memberships', new.membership_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM memberships WHERE id = new.membership_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'memberships' AND node_id = new.membership_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliance_statuses', old.alliance_status_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM alliance_statuses WHERE id = old.alliance_status_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliance_statuses' AND node_id = old.alliance_status_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'alliance_statuses', new.alliance_status_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM alliance_statuses WHERE id = new.alliance_status_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'alliance_statuses' AND node_id = new.alliance_status_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'obligations', old.obligation_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM obligations WHERE id = old.obligation_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'obligations' AND node_id = old.obligation_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'obligations', new.obligation_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM obligations WHERE id = new.obligation_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'obligations' AND node_id = new.obligation_id);
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
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'obligations', old.obligation_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM obligations WHERE id = old.obligation_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'obligations' AND node_id = old.obligation_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'offices', old.office_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM offices WHERE id = old.office_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'offices' AND node_id = old.office_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'events', old.event_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM events WHERE id = old.event_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'events' AND node_id = old.event_id);
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'statements', old.statement_id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM statements WHERE id = old.statement_id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'statements' AND node_id = old.statement_id);
END;
--> statement-breakpoint
CREATE TRIGGER obligations_history_insert AFTER INSERT ON obligations BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM obligations_history WHERE id = new.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE obligations_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = new.id AND to_revision IS NULL;
  INSERT INTO obligations_history (id, key, alliance_id, code, actor_id, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, written_from_earliest, written_from_latest, written_to_earliest, written_to_latest, attested_on, attested_until, rank, from_revision) VALUES (new.id, new.key, new.alliance_id, new.code, new.actor_id, new.from_edtf, new.to_edtf, new.from_earliest, new.from_latest, new.to_earliest, new.to_latest, new.written_from_earliest, new.written_from_latest, new.written_to_earliest, new.written_to_latest, new.attested_on, new.attested_until, new.rank, (SELECT number FROM revisions WHERE open = 1));
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'obligations' AND node_id = new.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'obligations', new.id, iif(EXISTS (SELECT 1 FROM obligations_history WHERE id = new.id AND to_revision = (SELECT number FROM revisions WHERE open = 1)), 'UPDATED', 'CREATED');
END;
--> statement-breakpoint
CREATE TRIGGER obligations_history_update AFTER UPDATE ON obligations WHEN old.id IS NOT new.id OR old.key IS NOT new.key OR old.alliance_id IS NOT new.alliance_id OR old.code IS NOT new.code OR old.actor_id IS NOT new.actor_id OR old.from_edtf IS NOT new.from_edtf OR old.to_edtf IS NOT new.to_edtf OR old.from_earliest IS NOT new.from_earliest OR old.from_latest IS NOT new.from_latest OR old.to_earliest IS NOT new.to_earliest OR old.to_latest IS NOT new.to_latest OR old.written_from_earliest IS NOT new.written_from_earliest OR old.written_from_latest IS NOT new.written_from_latest OR old.written_to_earliest IS NOT new.written_to_earliest OR old.written_to_latest IS NOT new.written_to_latest OR old.attested_on IS NOT new.attested_on OR old.attested_until IS NOT new.attested_until OR old.rank IS NOT new.rank BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id;
  DELETE FROM obligations_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE obligations_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  INSERT INTO obligations_history (id, key, alliance_id, code, actor_id, from_edtf, to_edtf, from_earliest, from_latest, to_earliest, to_latest, written_from_earliest, written_from_latest, written_to_earliest, written_to_latest, attested_on, attested_until, rank, from_revision) VALUES (new.id, new.key, new.alliance_id, new.code, new.actor_id, new.from_edtf, new.to_edtf, new.from_earliest, new.from_latest, new.to_earliest, new.to_latest, new.written_from_earliest, new.written_from_latest, new.written_to_earliest, new.written_to_latest, new.attested_on, new.attested_until, new.rank, (SELECT number FROM revisions WHERE open = 1));
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'obligations', new.id, 'UPDATED' WHERE EXISTS (SELECT 1 FROM obligations WHERE id = new.id) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'obligations' AND node_id = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER obligations_history_delete AFTER DELETE ON obligations BEGIN
  SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1);
  DELETE FROM obligations_history WHERE id = old.id AND from_revision = (SELECT number FROM revisions WHERE open = 1);
  UPDATE obligations_history SET to_revision = (SELECT number FROM revisions WHERE open = 1) WHERE id = old.id AND to_revision IS NULL;
  DELETE FROM changes WHERE revision = (SELECT number FROM revisions WHERE open = 1) AND noun = 'obligations' AND node_id = old.id;
  INSERT INTO changes (revision, noun, node_id, action) SELECT (SELECT number FROM revisions WHERE open = 1), 'obligations', old.id, 'RETRACTED' WHERE EXISTS (SELECT 1 FROM obligations_history WHERE id = old.id AND to_revision = (SELECT number FROM revisions WHERE open = 1));
END;
--> statement-breakpoint
CREATE TRIGGER obligations_decides_insert AFTER INSERT ON obligations WHEN (new.rank <> 'NORMAL' OR EXISTS (select 1 from obligations as better where better.rank = 'PREFERRED' and better.alliance_id = new.alliance_id and better.code = new.code and better.actor_id IS new.actor_id)) BEGIN
  UPDATE obligations SET decides = (obligations.rank = 'PREFERRED' or (obligations.rank = 'NORMAL' and not exists (select 1 from obligations as better where better.rank = 'PREFERRED' and better.alliance_id = obligations.alliance_id and better.code = obligations.code and better.actor_id IS obligations.actor_id and coalesce(better.written_from_earliest, better.from_earliest) < coalesce(obligations.written_to_latest, obligations.to_latest) and coalesce(obligations.written_from_earliest, obligations.from_earliest) < coalesce(better.written_to_latest, better.to_latest)))) WHERE alliance_id = new.alliance_id AND code = new.code AND actor_id IS new.actor_id AND decides IS NOT (obligations.rank = 'PREFERRED' or (obligations.rank = 'NORMAL' and not exists (select 1 from obligations as better where better.rank = 'PREFERRED' and better.alliance_id = obligations.alliance_id and better.code = obligations.code and better.actor_id IS obligations.actor_id and coalesce(better.written_from_earliest, better.from_earliest) < coalesce(obligations.written_to_latest, obligations.to_latest) and coalesce(obligations.written_from_earliest, obligations.from_earliest) < coalesce(better.written_to_latest, better.to_latest))));
END;
--> statement-breakpoint
CREATE TRIGGER obligations_decides_update AFTER UPDATE OF alliance_id, code, actor_id, rank, from_earliest, to_latest, written_from_earliest, written_to_latest ON obligations WHEN (old.alliance_id IS NOT new.alliance_id OR old.code IS NOT new.code OR old.actor_id IS NOT new.actor_id OR old.rank IS NOT new.rank OR old.from_earliest IS NOT new.from_earliest OR old.to_latest IS NOT new.to_latest OR old.written_from_earliest IS NOT new.written_from_earliest OR old.written_to_latest IS NOT new.written_to_latest) AND (old.rank <> 'NORMAL' OR (old.rank <> 'NORMAL' OR EXISTS (select 1 from obligations as better where better.rank = 'PREFERRED' and better.alliance_id = old.alliance_id and better.code = old.code and better.actor_id IS old.actor_id)) OR (new.rank <> 'NORMAL' OR EXISTS (select 1 from obligations as better where better.rank = 'PREFERRED' and better.alliance_id = new.alliance_id and better.code = new.code and better.actor_id IS new.actor_id))) BEGIN
  UPDATE obligations SET decides = (obligations.rank = 'PREFERRED' or (obligations.rank = 'NORMAL' and not exists (select 1 from obligations as better where better.rank = 'PREFERRED' and better.alliance_id = obligations.alliance_id and better.code = obligations.code and better.actor_id IS obligations.actor_id and coalesce(better.written_from_earliest, better.from_earliest) < coalesce(obligations.written_to_latest, obligations.to_latest) and coalesce(obligations.written_from_earliest, obligations.from_earliest) < coalesce(better.written_to_latest, better.to_latest)))) WHERE alliance_id = old.alliance_id AND code = old.code AND actor_id IS old.actor_id AND decides IS NOT (obligations.rank = 'PREFERRED' or (obligations.rank = 'NORMAL' and not exists (select 1 from obligations as better where better.rank = 'PREFERRED' and better.alliance_id = obligations.alliance_id and better.code = obligations.code and better.actor_id IS obligations.actor_id and coalesce(better.written_from_earliest, better.from_earliest) < coalesce(obligations.written_to_latest, obligations.to_latest) and coalesce(obligations.written_from_earliest, obligations.from_earliest) < coalesce(better.written_to_latest, better.to_latest))));
  UPDATE obligations SET decides = (obligations.rank = 'PREFERRED' or (obligations.rank = 'NORMAL' and not exists (select 1 from obligations as better where better.rank = 'PREFERRED' and better.alliance_id = obligations.alliance_id and better.code = obligations.code and better.actor_id IS obligations.actor_id and coalesce(better.written_from_earliest, better.from_earliest) < coalesce(obligations.written_to_latest, obligations.to_latest) and coalesce(obligations.written_from_earliest, obligations.from_earliest) < coalesce(better.written_to_latest, better.to_latest)))) WHERE alliance_id = new.alliance_id AND code = new.code AND actor_id IS new.actor_id AND decides IS NOT (obligations.rank = 'PREFERRED' or (obligations.rank = 'NORMAL' and not exists (select 1 from obligations as better where better.rank = 'PREFERRED' and better.alliance_id = obligations.alliance_id and better.code = obligations.code and better.actor_id IS obligations.actor_id and coalesce(better.written_from_earliest, better.from_earliest) < coalesce(obligations.written_to_latest, obligations.to_latest) and coalesce(obligations.written_from_earliest, obligations.from_earliest) < coalesce(better.written_to_latest, better.to_latest))));
END;
--> statement-breakpoint
CREATE TRIGGER obligations_decides_delete AFTER DELETE ON obligations WHEN old.rank = 'PREFERRED' BEGIN
  UPDATE obligations SET decides = (obligations.rank = 'PREFERRED' or (obligations.rank = 'NORMAL' and not exists (select 1 from obligations as better where better.rank = 'PREFERRED' and better.alliance_id = obligations.alliance_id and better.code = obligations.code and better.actor_id IS obligations.actor_id and coalesce(better.written_from_earliest, better.from_earliest) < coalesce(obligations.written_to_latest, obligations.to_latest) and coalesce(obligations.written_from_earliest, obligations.from_earliest) < coalesce(better.written_to_latest, better.to_latest)))) WHERE alliance_id = old.alliance_id AND code = old.code AND actor_id IS old.actor_id AND decides IS NOT (obligations.rank = 'PREFERRED' or (obligations.rank = 'NORMAL' and not exists (select 1 from obligations as better where better.rank = 'PREFERRED' and better.alliance_id = obligations.alliance_id and better.code = obligations.code and better.actor_id IS obligations.actor_id and coalesce(better.written_from_earliest, better.from_earliest) < coalesce(obligations.written_to_latest, obligations.to_latest) and coalesce(obligations.written_from_earliest, obligations.from_earliest) < coalesce(better.written_to_latest, better.to_latest))));
END;
--> statement-breakpoint
UPDATE obligations SET decides = (obligations.rank = 'PREFERRED' or (obligations.rank = 'NORMAL' and not exists (select 1 from obligations as better where better.rank = 'PREFERRED' and better.alliance_id = obligations.alliance_id and better.code = obligations.code and better.actor_id IS obligations.actor_id and coalesce(better.written_from_earliest, better.from_earliest) < coalesce(obligations.written_to_latest, obligations.to_latest) and coalesce(obligations.written_from_earliest, obligations.from_earliest) < coalesce(better.written_to_latest, better.to_latest))));
