DROP VIEW IF EXISTS partnerships;
--> statement-breakpoint
DROP VIEW IF EXISTS actor_alliances;
--> statement-breakpoint
DROP VIEW IF EXISTS actor_events;
--> statement-breakpoint
DROP VIEW IF EXISTS article_events;
--> statement-breakpoint
DROP VIEW IF EXISTS article_actors;
--> statement-breakpoint
DROP VIEW IF EXISTS article_alliances;
--> statement-breakpoint
DROP VIEW IF EXISTS disagreements;
--> statement-breakpoint
DROP VIEW IF EXISTS claims;
--> statement-breakpoint
CREATE TABLE `obligations` (
	`id` integer PRIMARY KEY,
	`key` text NOT NULL,
	`alliance_id` integer NOT NULL,
	`code` text NOT NULL,
	`actor_id` integer,
	`from_edtf` text,
	`to_edtf` text,
	`from_earliest` text NOT NULL,
	`from_latest` text NOT NULL,
	`to_earliest` text NOT NULL,
	`to_latest` text NOT NULL,
	`written_from_earliest` text,
	`written_from_latest` text,
	`written_to_earliest` text,
	`written_to_latest` text,
	`attested_on` text,
	`attested_until` text,
	`rank` text DEFAULT 'NORMAL' NOT NULL,
	`decides` integer DEFAULT true NOT NULL,
	CONSTRAINT `fk_obligations_alliance_id_alliances_id_fk` FOREIGN KEY (`alliance_id`) REFERENCES `alliances`(`id`),
	CONSTRAINT `fk_obligations_actor_id_actors_id_fk` FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`),
	CONSTRAINT "obligations_period_order" CHECK("from_earliest" <= "from_latest" AND "to_earliest" <= "to_latest" AND "from_earliest" < "to_latest"),
	CONSTRAINT "obligations_period_ends" CHECK(("from_edtf" IS NOT NULL OR ("from_earliest" = '0001-01-01' AND "from_latest" = '9999-12-31')) AND ("to_edtf" IS NOT NULL OR ("to_earliest" = '9999-12-31' AND "to_latest" = '9999-12-31'))),
	CONSTRAINT "obligations_code_known" CHECK("code" IN ('DEFENCE', 'OFFENCE', 'NEUTRALITY', 'NON_AGGRESSION', 'CONSULTATION')),
	CONSTRAINT "obligations_rank_known" CHECK("rank" IN ('PREFERRED', 'NORMAL', 'DEPRECATED'))
) STRICT;
--> statement-breakpoint
ALTER TABLE `citations` ADD `obligation_id` integer REFERENCES obligations(id);
--> statement-breakpoint
PRAGMA defer_foreign_keys = on;
--> statement-breakpoint
CREATE TABLE `__old_alliances` AS SELECT * FROM `alliances`;
--> statement-breakpoint
DROP TABLE `alliances`;
--> statement-breakpoint
CREATE TABLE `alliances` (
	`id` integer PRIMARY KEY,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`acronym` text,
	`kind` text NOT NULL,
	`description` text,
	`parent_id` integer,
	`organization_id` integer,
	CONSTRAINT `fk_alliances_parent_id_alliances_id_fk` FOREIGN KEY (`parent_id`) REFERENCES `alliances`(`id`),
	CONSTRAINT `fk_alliances_organization_id_actors_id_fk` FOREIGN KEY (`organization_id`) REFERENCES `actors`(`id`),
	CONSTRAINT "alliances_kind_known" CHECK("kind" IN ('RECIPROCAL_ACCESS', 'COLLECTIVE_DEFENCE', 'DEFENCE_PACT', 'NEUTRALITY', 'NON_AGGRESSION', 'ENTENTE', 'DIALOGUE', 'BLOC', 'FORUM', 'CENTRE', 'TECHNOLOGY_PACT', 'DEFENCE_COOPERATION', 'STATUS_OF_FORCES', 'INTELLIGENCE_SHARING', 'BASING', 'INTERNATIONAL_ORGANIZATION', 'TREATY'))
) STRICT;
--> statement-breakpoint
INSERT INTO `alliances`(`id`, `slug`, `name`, `acronym`, `kind`, `description`, `parent_id`, `organization_id`) SELECT `id`, `slug`, `name`, `acronym`, `kind`, `description`, `parent_id`, `organization_id` FROM `__old_alliances`;
--> statement-breakpoint
DROP TABLE `__old_alliances`;
--> statement-breakpoint
PRAGMA defer_foreign_keys = on;
--> statement-breakpoint
CREATE TABLE `__old_citations` AS SELECT * FROM `citations`;
--> statement-breakpoint
DROP TABLE `citations`;
--> statement-breakpoint
CREATE TABLE `citations` (
	`id` integer PRIMARY KEY,
	`article_id` integer NOT NULL,
	`exact` text,
	`prefix` text,
	`suffix` text,
	`start` integer,
	`membership_id` integer,
	`alliance_status_id` integer,
	`obligation_id` integer,
	`office_id` integer,
	`event_id` integer,
	`statement_id` integer,
	CONSTRAINT `fk_citations_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`),
	CONSTRAINT `fk_citations_membership_id_memberships_id_fk` FOREIGN KEY (`membership_id`) REFERENCES `memberships`(`id`),
	CONSTRAINT `fk_citations_alliance_status_id_alliance_statuses_id_fk` FOREIGN KEY (`alliance_status_id`) REFERENCES `alliance_statuses`(`id`),
	CONSTRAINT `fk_citations_obligation_id_obligations_id_fk` FOREIGN KEY (`obligation_id`) REFERENCES `obligations`(`id`),
	CONSTRAINT `fk_citations_office_id_offices_id_fk` FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`),
	CONSTRAINT `fk_citations_event_id_events_id_fk` FOREIGN KEY (`event_id`) REFERENCES `events`(`id`),
	CONSTRAINT `fk_citations_statement_id_statements_id_fk` FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`),
	CONSTRAINT "citations_selector" CHECK("exact" IS NOT NULL OR ("prefix" IS NULL AND "suffix" IS NULL AND "start" IS NULL)),
	CONSTRAINT "citations_of_one" CHECK(("membership_id" IS NOT NULL) + ("alliance_status_id" IS NOT NULL) + ("obligation_id" IS NOT NULL) + ("office_id" IS NOT NULL) + ("event_id" IS NOT NULL) + ("statement_id" IS NOT NULL) = 1)
) STRICT;
--> statement-breakpoint
INSERT INTO `citations`(`id`, `article_id`, `exact`, `prefix`, `suffix`, `start`, `membership_id`, `alliance_status_id`, `office_id`, `event_id`, `statement_id`) SELECT `id`, `article_id`, `exact`, `prefix`, `suffix`, `start`, `membership_id`, `alliance_status_id`, `office_id`, `event_id`, `statement_id` FROM `__old_citations`;
--> statement-breakpoint
DROP TABLE `__old_citations`;
--> statement-breakpoint
CREATE UNIQUE INDEX `alliances_slug` ON `alliances` (`slug`);
--> statement-breakpoint
CREATE INDEX `alliances_name` ON `alliances` (`name`,`id`);
--> statement-breakpoint
CREATE INDEX `alliances_acronym` ON `alliances` (`acronym`);
--> statement-breakpoint
CREATE INDEX `alliances_kind_name` ON `alliances` (`kind`,`name`,`id`);
--> statement-breakpoint
CREATE INDEX `alliances_parent` ON `alliances` (`parent_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `alliances_organization` ON `alliances` (`organization_id`);
--> statement-breakpoint
CREATE INDEX `citations_article` ON `citations` (`article_id`);
--> statement-breakpoint
CREATE INDEX `citations_membership` ON `citations` (`membership_id`) WHERE membership_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `citations_alliance_status` ON `citations` (`alliance_status_id`) WHERE alliance_status_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `citations_obligation` ON `citations` (`obligation_id`) WHERE obligation_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `citations_office` ON `citations` (`office_id`) WHERE office_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `citations_event` ON `citations` (`event_id`) WHERE event_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `citations_statement` ON `citations` (`statement_id`) WHERE statement_id IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX `obligations_key` ON `obligations` (`key`);
--> statement-breakpoint
CREATE INDEX `obligations_alliance` ON `obligations` (`alliance_id`,`from_earliest`,`id`);
--> statement-breakpoint
CREATE INDEX `obligations_actor` ON `obligations` (`actor_id`) WHERE actor_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `obligations_code` ON `obligations` (`code`,`alliance_id`);
--> statement-breakpoint
CREATE INDEX `obligations_preferred` ON `obligations` (`alliance_id`,`code`,`actor_id`) WHERE rank = 'PREFERRED';
--> statement-breakpoint
CREATE TRIGGER alliances_row_added AFTER INSERT ON alliances BEGIN
  INSERT INTO row_counts (name, count) VALUES ('alliances', 1) ON CONFLICT (name) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER alliances_row_removed AFTER DELETE ON alliances BEGIN
  UPDATE row_counts SET count = count - 1 WHERE name = 'alliances';
END;
--> statement-breakpoint
CREATE TRIGGER citations_row_added AFTER INSERT ON citations BEGIN
  INSERT INTO row_counts (name, count) VALUES ('citations', 1) ON CONFLICT (name) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER citations_row_removed AFTER DELETE ON citations BEGIN
  UPDATE row_counts SET count = count - 1 WHERE name = 'citations';
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
CREATE TRIGGER alliances_text_inserted AFTER INSERT ON alliances BEGIN
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.id + 1, 1 WHERE new.id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
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
CREATE TRIGGER alliances_text_updated AFTER UPDATE OF name, acronym, description ON alliances WHEN old.name IS NOT new.name OR old.acronym IS NOT new.acronym OR old.description IS NOT new.description BEGIN
  DELETE FROM name_terms WHERE rowid = 4 * old.id + 1;
  DELETE FROM name_triples WHERE rowid = 4 * old.id + 1;
  DELETE FROM name_terms WHERE rowid = 4 * old.id + 2;
  DELETE FROM name_triples WHERE rowid = 4 * old.id + 2;
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.id + 1, 1 WHERE new.id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
--> statement-breakpoint
CREATE TRIGGER citations_text_inserted AFTER INSERT ON citations WHEN new.exact IS NOT NULL BEGIN
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.id + 4, 1 WHERE new.id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
--> statement-breakpoint
CREATE TRIGGER citations_text_deleted AFTER DELETE ON citations BEGIN
  DELETE FROM entry_words WHERE rowid = 16 * old.id + 4;
  DELETE FROM entry_pairs WHERE rowid = 16 * old.id + 4;
  DELETE FROM stale_entries WHERE id = 16 * old.id + 4;
END;
--> statement-breakpoint
CREATE TRIGGER citations_text_updated AFTER UPDATE OF exact ON citations WHEN old.exact IS NOT new.exact BEGIN
  INSERT INTO stale_entries (id, mark) SELECT 16 * new.id + 4, 1 WHERE new.id IS NOT NULL ON CONFLICT (id) DO UPDATE SET mark = mark + 1;
END;
--> statement-breakpoint
CREATE VIEW partnerships AS select
  mine.id as actor_membership_id, theirs.id as partner_membership_id, spell.id as alliance_status_id,
  mine.actor_id, theirs.actor_id as partner_id, mine.alliance_id,
  (select alliance.kind from alliances as alliance where alliance.id = mine.alliance_id) as kind, spell.code as status,
  case when mine.from_earliest = max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) and mine.from_latest = max(mine.from_latest, theirs.from_latest, spell.from_latest) then mine.from_edtf when theirs.from_earliest = max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) and theirs.from_latest = max(mine.from_latest, theirs.from_latest, spell.from_latest) then theirs.from_edtf when spell.from_earliest = max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) and spell.from_latest = max(mine.from_latest, theirs.from_latest, spell.from_latest) then spell.from_edtf else coalesce(nullif(max(coalesce(mine.written_from_earliest, mine.from_earliest), coalesce(theirs.written_from_earliest, theirs.from_earliest), coalesce(spell.written_from_earliest, spell.from_earliest)), '0001-01-01'), '..') || '/' || coalesce(nullif(max(coalesce(mine.written_from_latest, mine.from_latest), coalesce(theirs.written_from_latest, theirs.from_latest), coalesce(spell.written_from_latest, spell.from_latest)), '9999-12-31'), '..') end as from_edtf,
  case when mine.to_earliest = min(mine.to_earliest, theirs.to_earliest, spell.to_earliest) and mine.to_latest = min(mine.to_latest, theirs.to_latest, spell.to_latest) then mine.to_edtf when theirs.to_earliest = min(mine.to_earliest, theirs.to_earliest, spell.to_earliest) and theirs.to_latest = min(mine.to_latest, theirs.to_latest, spell.to_latest) then theirs.to_edtf when spell.to_earliest = min(mine.to_earliest, theirs.to_earliest, spell.to_earliest) and spell.to_latest = min(mine.to_latest, theirs.to_latest, spell.to_latest) then spell.to_edtf else coalesce(nullif(min(coalesce(mine.written_to_earliest, mine.to_earliest), coalesce(theirs.written_to_earliest, theirs.to_earliest), coalesce(spell.written_to_earliest, spell.to_earliest)), '0001-01-01'), '..') || '/' || coalesce(nullif(min(coalesce(mine.written_to_latest, mine.to_latest), coalesce(theirs.written_to_latest, theirs.to_latest), coalesce(spell.written_to_latest, spell.to_latest)), '9999-12-31'), '..') end as to_edtf,
  max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) as from_earliest, max(mine.from_latest, theirs.from_latest, spell.from_latest) as from_latest, min(mine.to_earliest, theirs.to_earliest, spell.to_earliest) as to_earliest, min(mine.to_latest, theirs.to_latest, spell.to_latest) as to_latest, min(mine.attested_until, theirs.attested_until, spell.attested_until) as attested_until,
  mine.from_earliest as mine_from_earliest, mine.from_latest as mine_from_latest, mine.to_earliest as mine_to_earliest, mine.to_latest as mine_to_latest, mine.attested_until as mine_attested_until, theirs.from_earliest as theirs_from_earliest, theirs.from_latest as theirs_from_latest, theirs.to_earliest as theirs_to_earliest, theirs.to_latest as theirs_to_latest, theirs.attested_until as theirs_attested_until, spell.from_earliest as spell_from_earliest, spell.from_latest as spell_from_latest, spell.to_earliest as spell_to_earliest, spell.to_latest as spell_to_latest, spell.attested_until as spell_attested_until
from memberships as mine
cross join alliance_statuses as spell on spell.alliance_id = mine.alliance_id
cross join memberships as theirs on theirs.alliance_id = mine.alliance_id and theirs.actor_id <> mine.actor_id
where mine.role in ('MEMBER', 'CONTRIBUTING_PARTICIPANT') and theirs.role in ('MEMBER', 'CONTRIBUTING_PARTICIPANT')
  and max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) < min(mine.to_latest, theirs.to_latest, spell.to_latest)
  and mine.decides = 1
  and theirs.decides = 1
  and spell.decides = 1;
--> statement-breakpoint
CREATE VIEW actor_alliances AS select actor.id as actor_id, alliance.id as alliance_id, alliance.name as alliance_name, alliance.kind
from actors as actor cross join alliances as alliance;
--> statement-breakpoint
CREATE VIEW actor_events AS select part.actor_id, event.id, event.kind, event.from_earliest, event.from_latest, event.to_earliest, event.to_latest, event.announced_earliest
from event_participants as part join events as event on event.id = part.event_id
where not exists (select 1 from event_participants as earlier where earlier.actor_id = part.actor_id and earlier.event_id = part.event_id and earlier.id < part.id);
--> statement-breakpoint
CREATE VIEW article_events AS select citation.article_id, event.id, event.kind, event.from_earliest, event.from_latest, event.to_earliest, event.to_latest, event.announced_earliest
from citations as citation join events as event on event.id = citation.event_id
where not exists (select 1 from citations as earlier where earlier.event_id = citation.event_id and earlier.article_id = citation.article_id and earlier.id < citation.id);
--> statement-breakpoint
CREATE VIEW article_actors AS select article.id as article_id, actor.id as actor_id, actor.name as actor_name
from articles as article cross join actors as actor;
--> statement-breakpoint
CREATE VIEW article_alliances AS select article.id as article_id, alliance.id as alliance_id, alliance.name as alliance_name
from articles as article cross join alliances as alliance;
--> statement-breakpoint
CREATE VIEW disagreements AS select 'MEMBERSHIP' as sort, lead.id as lead_id,
  (select min(claim.from_earliest) from memberships as claim where claim.actor_id = lead.actor_id and claim.alliance_id = lead.alliance_id and claim.role = lead.role and exists (select 1 from memberships as rival where rival.actor_id = claim.actor_id and rival.alliance_id = claim.alliance_id and rival.role = claim.role and rival.id <> claim.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(claim.written_to_latest, claim.to_latest) and coalesce(claim.written_from_earliest, claim.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> claim.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(claim.written_to_earliest, claim.to_earliest) and coalesce(claim.written_from_latest, claim.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))) as from_earliest,
  actor.name || ', ' || lower(replace(lead.role, '_', ' ')) || ' of ' || alliance.name as what, lead.actor_id as subject_actor_id, null as subject_alliance_id,
  (select group_concat(claim.rank) from memberships as claim where claim.actor_id = lead.actor_id and claim.alliance_id = lead.alliance_id and claim.role = lead.role and exists (select 1 from memberships as rival where rival.actor_id = claim.actor_id and rival.alliance_id = claim.alliance_id and rival.role = claim.role and rival.id <> claim.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(claim.written_to_latest, claim.to_latest) and coalesce(claim.written_from_earliest, claim.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> claim.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(claim.written_to_earliest, claim.to_earliest) and coalesce(claim.written_from_latest, claim.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))) as ranks
from memberships as lead join actors as actor on actor.id = lead.actor_id join alliances as alliance on alliance.id = lead.alliance_id
where exists (select 1 from memberships as rival where rival.actor_id = lead.actor_id and rival.alliance_id = lead.alliance_id and rival.role = lead.role and rival.id <> lead.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(lead.written_to_latest, lead.to_latest) and coalesce(lead.written_from_earliest, lead.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> lead.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(lead.written_to_earliest, lead.to_earliest) and coalesce(lead.written_from_latest, lead.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not lead.from_edtf or rival.to_edtf is not lead.to_edtf)))) and not exists (select 1 from memberships as claim where claim.actor_id = lead.actor_id and claim.alliance_id = lead.alliance_id and claim.role = lead.role and exists (select 1 from memberships as rival where rival.actor_id = claim.actor_id and rival.alliance_id = claim.alliance_id and rival.role = claim.role and rival.id <> claim.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(claim.written_to_latest, claim.to_latest) and coalesce(claim.written_from_earliest, claim.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> claim.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(claim.written_to_earliest, claim.to_earliest) and coalesce(claim.written_from_latest, claim.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf)))) and claim.id < lead.id)
union all
select 'ALLIANCE_STATUS' as sort, lead.id as lead_id,
  (select min(claim.from_earliest) from alliance_statuses as claim where claim.alliance_id = lead.alliance_id and claim.code = lead.code and exists (select 1 from alliance_statuses as rival where rival.alliance_id = claim.alliance_id and rival.code = claim.code and rival.id <> claim.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(claim.written_to_latest, claim.to_latest) and coalesce(claim.written_from_earliest, claim.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> claim.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(claim.written_to_earliest, claim.to_earliest) and coalesce(claim.written_from_latest, claim.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))) as from_earliest,
  alliance.name || ', ' || lower(replace(lead.code, '_', ' ')) as what, null as subject_actor_id, lead.alliance_id as subject_alliance_id,
  (select group_concat(claim.rank) from alliance_statuses as claim where claim.alliance_id = lead.alliance_id and claim.code = lead.code and exists (select 1 from alliance_statuses as rival where rival.alliance_id = claim.alliance_id and rival.code = claim.code and rival.id <> claim.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(claim.written_to_latest, claim.to_latest) and coalesce(claim.written_from_earliest, claim.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> claim.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(claim.written_to_earliest, claim.to_earliest) and coalesce(claim.written_from_latest, claim.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))) as ranks
from alliance_statuses as lead join alliances as alliance on alliance.id = lead.alliance_id
where exists (select 1 from alliance_statuses as rival where rival.alliance_id = lead.alliance_id and rival.code = lead.code and rival.id <> lead.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(lead.written_to_latest, lead.to_latest) and coalesce(lead.written_from_earliest, lead.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> lead.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(lead.written_to_earliest, lead.to_earliest) and coalesce(lead.written_from_latest, lead.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not lead.from_edtf or rival.to_edtf is not lead.to_edtf)))) and not exists (select 1 from alliance_statuses as claim where claim.alliance_id = lead.alliance_id and claim.code = lead.code and exists (select 1 from alliance_statuses as rival where rival.alliance_id = claim.alliance_id and rival.code = claim.code and rival.id <> claim.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(claim.written_to_latest, claim.to_latest) and coalesce(claim.written_from_earliest, claim.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> claim.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(claim.written_to_earliest, claim.to_earliest) and coalesce(claim.written_from_latest, claim.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf)))) and claim.id < lead.id)
union all
select 'OBLIGATION' as sort, lead.id as lead_id,
  (select min(claim.from_earliest) from obligations as claim where claim.alliance_id = lead.alliance_id and claim.code = lead.code and claim.actor_id IS lead.actor_id and exists (select 1 from obligations as rival where rival.alliance_id = claim.alliance_id and rival.code = claim.code and rival.actor_id IS claim.actor_id and rival.id <> claim.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(claim.written_to_latest, claim.to_latest) and coalesce(claim.written_from_earliest, claim.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> claim.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(claim.written_to_earliest, claim.to_earliest) and coalesce(claim.written_from_latest, claim.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))) as from_earliest,
  coalesce(actor.name || ', ', '') || lower(replace(lead.code, '_', ' ')) || ' under ' || alliance.name as what, lead.actor_id as subject_actor_id, lead.alliance_id as subject_alliance_id,
  (select group_concat(claim.rank) from obligations as claim where claim.alliance_id = lead.alliance_id and claim.code = lead.code and claim.actor_id IS lead.actor_id and exists (select 1 from obligations as rival where rival.alliance_id = claim.alliance_id and rival.code = claim.code and rival.actor_id IS claim.actor_id and rival.id <> claim.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(claim.written_to_latest, claim.to_latest) and coalesce(claim.written_from_earliest, claim.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> claim.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(claim.written_to_earliest, claim.to_earliest) and coalesce(claim.written_from_latest, claim.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))) as ranks
from obligations as lead join alliances as alliance on alliance.id = lead.alliance_id left join actors as actor on actor.id = lead.actor_id
where exists (select 1 from obligations as rival where rival.alliance_id = lead.alliance_id and rival.code = lead.code and rival.actor_id IS lead.actor_id and rival.id <> lead.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(lead.written_to_latest, lead.to_latest) and coalesce(lead.written_from_earliest, lead.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> lead.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(lead.written_to_earliest, lead.to_earliest) and coalesce(lead.written_from_latest, lead.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not lead.from_edtf or rival.to_edtf is not lead.to_edtf)))) and not exists (select 1 from obligations as claim where claim.alliance_id = lead.alliance_id and claim.code = lead.code and claim.actor_id IS lead.actor_id and exists (select 1 from obligations as rival where rival.alliance_id = claim.alliance_id and rival.code = claim.code and rival.actor_id IS claim.actor_id and rival.id <> claim.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(claim.written_to_latest, claim.to_latest) and coalesce(claim.written_from_earliest, claim.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> claim.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(claim.written_to_earliest, claim.to_earliest) and coalesce(claim.written_from_latest, claim.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf)))) and claim.id < lead.id)
union all
select 'OFFICE' as sort, lead.id as lead_id,
  (select min(claim.from_earliest) from offices as claim where claim.person_id = lead.person_id and claim.body_id = lead.body_id and claim.title = lead.title and exists (select 1 from offices as rival where rival.person_id = claim.person_id and rival.body_id = claim.body_id and rival.title = claim.title and rival.id <> claim.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(claim.written_to_latest, claim.to_latest) and coalesce(claim.written_from_earliest, claim.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> claim.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(claim.written_to_earliest, claim.to_earliest) and coalesce(claim.written_from_latest, claim.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))) as from_earliest,
  actor.name || ', ' || lead.title as what, lead.person_id as subject_actor_id, null as subject_alliance_id,
  (select group_concat(claim.rank) from offices as claim where claim.person_id = lead.person_id and claim.body_id = lead.body_id and claim.title = lead.title and exists (select 1 from offices as rival where rival.person_id = claim.person_id and rival.body_id = claim.body_id and rival.title = claim.title and rival.id <> claim.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(claim.written_to_latest, claim.to_latest) and coalesce(claim.written_from_earliest, claim.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> claim.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(claim.written_to_earliest, claim.to_earliest) and coalesce(claim.written_from_latest, claim.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))) as ranks
from offices as lead join actors as actor on actor.id = lead.person_id
where exists (select 1 from offices as rival where rival.person_id = lead.person_id and rival.body_id = lead.body_id and rival.title = lead.title and rival.id <> lead.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(lead.written_to_latest, lead.to_latest) and coalesce(lead.written_from_earliest, lead.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> lead.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(lead.written_to_earliest, lead.to_earliest) and coalesce(lead.written_from_latest, lead.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not lead.from_edtf or rival.to_edtf is not lead.to_edtf)))) and not exists (select 1 from offices as claim where claim.person_id = lead.person_id and claim.body_id = lead.body_id and claim.title = lead.title and exists (select 1 from offices as rival where rival.person_id = claim.person_id and rival.body_id = claim.body_id and rival.title = claim.title and rival.id <> claim.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(claim.written_to_latest, claim.to_latest) and coalesce(claim.written_from_earliest, claim.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> claim.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(claim.written_to_earliest, claim.to_earliest) and coalesce(claim.written_from_latest, claim.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf)))) and claim.id < lead.id)
union all
select 'EVENT' as sort, lead.id as lead_id,
  (select min(claim.from_earliest) from events as claim where (claim.id = coalesce(lead.version_of_id, lead.id) or claim.version_of_id = coalesce(lead.version_of_id, lead.id)) and (claim.version_of_id is not null or exists (select 1 from events as version where version.version_of_id = claim.id))) as from_earliest,
  lead.title as what, null as subject_actor_id, lead.alliance_id as subject_alliance_id,
  (select group_concat(claim.rank) from events as claim where (claim.id = coalesce(lead.version_of_id, lead.id) or claim.version_of_id = coalesce(lead.version_of_id, lead.id)) and (claim.version_of_id is not null or exists (select 1 from events as version where version.version_of_id = claim.id))) as ranks
from events as lead 
where (lead.version_of_id is not null or exists (select 1 from events as version where version.version_of_id = lead.id)) and not exists (select 1 from events as claim where (claim.id = coalesce(lead.version_of_id, lead.id) or claim.version_of_id = coalesce(lead.version_of_id, lead.id)) and (claim.version_of_id is not null or exists (select 1 from events as version where version.version_of_id = claim.id)) and claim.id = lead.version_of_id);
--> statement-breakpoint
CREATE VIEW claims AS select 'MEMBERSHIP' as sort, lead.id as lead_id, claim.id as claim_id,
  claim.id as membership_id, null as alliance_status_id, null as obligation_id, null as office_id, null as event_id,
  claim.rank, case claim.rank when 'PREFERRED' then 0 when 'NORMAL' then 1 when 'DEPRECATED' then 2 end as rank_place, claim.decides as decides, claim.from_edtf as date, claim.from_edtf, claim.to_edtf, claim.from_earliest, claim.attested_until as attested_until
from memberships as lead join memberships as claim where claim.actor_id = lead.actor_id and claim.alliance_id = lead.alliance_id and claim.role = lead.role and exists (select 1 from memberships as rival where rival.actor_id = claim.actor_id and rival.alliance_id = claim.alliance_id and rival.role = claim.role and rival.id <> claim.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(claim.written_to_latest, claim.to_latest) and coalesce(claim.written_from_earliest, claim.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> claim.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(claim.written_to_earliest, claim.to_earliest) and coalesce(claim.written_from_latest, claim.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))
union all
select 'ALLIANCE_STATUS' as sort, lead.id as lead_id, claim.id as claim_id,
  null as membership_id, claim.id as alliance_status_id, null as obligation_id, null as office_id, null as event_id,
  claim.rank, case claim.rank when 'PREFERRED' then 0 when 'NORMAL' then 1 when 'DEPRECATED' then 2 end as rank_place, claim.decides as decides, claim.from_edtf as date, claim.from_edtf, claim.to_edtf, claim.from_earliest, claim.attested_until as attested_until
from alliance_statuses as lead join alliance_statuses as claim where claim.alliance_id = lead.alliance_id and claim.code = lead.code and exists (select 1 from alliance_statuses as rival where rival.alliance_id = claim.alliance_id and rival.code = claim.code and rival.id <> claim.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(claim.written_to_latest, claim.to_latest) and coalesce(claim.written_from_earliest, claim.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> claim.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(claim.written_to_earliest, claim.to_earliest) and coalesce(claim.written_from_latest, claim.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))
union all
select 'OBLIGATION' as sort, lead.id as lead_id, claim.id as claim_id,
  null as membership_id, null as alliance_status_id, claim.id as obligation_id, null as office_id, null as event_id,
  claim.rank, case claim.rank when 'PREFERRED' then 0 when 'NORMAL' then 1 when 'DEPRECATED' then 2 end as rank_place, claim.decides as decides, claim.from_edtf as date, claim.from_edtf, claim.to_edtf, claim.from_earliest, claim.attested_until as attested_until
from obligations as lead join obligations as claim where claim.alliance_id = lead.alliance_id and claim.code = lead.code and claim.actor_id IS lead.actor_id and exists (select 1 from obligations as rival where rival.alliance_id = claim.alliance_id and rival.code = claim.code and rival.actor_id IS claim.actor_id and rival.id <> claim.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(claim.written_to_latest, claim.to_latest) and coalesce(claim.written_from_earliest, claim.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> claim.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(claim.written_to_earliest, claim.to_earliest) and coalesce(claim.written_from_latest, claim.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))
union all
select 'OFFICE' as sort, lead.id as lead_id, claim.id as claim_id,
  null as membership_id, null as alliance_status_id, null as obligation_id, claim.id as office_id, null as event_id,
  claim.rank, case claim.rank when 'PREFERRED' then 0 when 'NORMAL' then 1 when 'DEPRECATED' then 2 end as rank_place, claim.decides as decides, claim.from_edtf as date, claim.from_edtf, claim.to_edtf, claim.from_earliest, claim.attested_until as attested_until
from offices as lead join offices as claim where claim.person_id = lead.person_id and claim.body_id = lead.body_id and claim.title = lead.title and exists (select 1 from offices as rival where rival.person_id = claim.person_id and rival.body_id = claim.body_id and rival.title = claim.title and rival.id <> claim.id and coalesce(rival.written_from_earliest, rival.from_earliest) < coalesce(claim.written_to_latest, claim.to_latest) and coalesce(claim.written_from_earliest, claim.from_earliest) < coalesce(rival.written_to_latest, rival.to_latest) and (rival.rank <> claim.rank or (coalesce(rival.written_from_latest, rival.from_latest) < coalesce(claim.written_to_earliest, claim.to_earliest) and coalesce(claim.written_from_latest, claim.from_latest) < coalesce(rival.written_to_earliest, rival.to_earliest) and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))
union all
select 'EVENT' as sort, lead.id as lead_id, claim.id as claim_id,
  null as membership_id, null as alliance_status_id, null as obligation_id, null as office_id, claim.id as event_id,
  claim.rank, case claim.rank when 'PREFERRED' then 0 when 'NORMAL' then 1 when 'DEPRECATED' then 2 end as rank_place, (claim.rank = 'PREFERRED' or (claim.rank = 'NORMAL' and not exists (select 1 from events as better where better.rank = 'PREFERRED' and (better.id = coalesce(claim.version_of_id, claim.id) or better.version_of_id = coalesce(claim.version_of_id, claim.id))))) as decides, claim.date as date, claim.from_edtf, claim.to_edtf, claim.from_earliest, null as attested_until
from events as lead join events as claim where (claim.id = coalesce(lead.version_of_id, lead.id) or claim.version_of_id = coalesce(lead.version_of_id, lead.id)) and (claim.version_of_id is not null or exists (select 1 from events as version where version.version_of_id = claim.id));
