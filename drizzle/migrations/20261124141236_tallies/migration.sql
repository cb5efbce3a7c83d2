CREATE TABLE `mention_counts` (
	`id` integer PRIMARY KEY,
	`actor_id` integer,
	`alliance_id` integer,
	`stance` text NOT NULL,
	`count` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `row_counts` (
	`name` text PRIMARY KEY,
	`count` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `speaker_mention_counts` (
	`id` integer PRIMARY KEY,
	`actor_id` integer,
	`alliance_id` integer,
	`speaker_id` integer NOT NULL,
	`stance` text NOT NULL,
	`count` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `statement_counts` (
	`speaker_id` integer NOT NULL,
	`form` text NOT NULL,
	`count` integer NOT NULL,
	CONSTRAINT `statement_counts_pk` PRIMARY KEY(`speaker_id`, `form`)
) STRICT;
--> statement-breakpoint
-- SQLite adds no NOT NULL column that refers to another table: the table is made anew.
CREATE TABLE `__new_statement_targets` (
	`id` integer PRIMARY KEY,
	`statement_id` integer NOT NULL,
	`actor_id` integer,
	`alliance_id` integer,
	`stance` text NOT NULL,
	`speaker_id` integer NOT NULL,
	`article_id` integer NOT NULL,
	`said_earliest` text NOT NULL,
	CONSTRAINT `fk_statement_targets_statement_id_statements_id_fk` FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`),
	CONSTRAINT `fk_statement_targets_actor_id_actors_id_fk` FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`),
	CONSTRAINT `fk_statement_targets_alliance_id_alliances_id_fk` FOREIGN KEY (`alliance_id`) REFERENCES `alliances`(`id`),
	CONSTRAINT `fk_statement_targets_speaker_id_actors_id_fk` FOREIGN KEY (`speaker_id`) REFERENCES `actors`(`id`),
	CONSTRAINT `fk_statement_targets_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`),
	CONSTRAINT "statement_targets_stance_known" CHECK("stance" IN ('SUPPORTIVE', 'CRITICAL', 'NEUTRAL')),
	CONSTRAINT "statement_targets_of_one" CHECK(("actor_id" IS NOT NULL) + ("alliance_id" IS NOT NULL) = 1)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_statement_targets` (`id`, `statement_id`, `actor_id`, `alliance_id`, `stance`, `speaker_id`, `article_id`, `said_earliest`)
SELECT target.id, target.statement_id, target.actor_id, target.alliance_id, target.stance, statement.speaker_id, statement.article_id, target.said_earliest
FROM `statement_targets` AS target JOIN `statements` AS statement ON statement.id = target.statement_id;
--> statement-breakpoint
DROP TABLE `statement_targets`;
--> statement-breakpoint
ALTER TABLE `__new_statement_targets` RENAME TO `statement_targets`;
--> statement-breakpoint
CREATE UNIQUE INDEX `statement_targets_actor_once` ON `statement_targets` (`statement_id`,`actor_id`) WHERE actor_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `statement_targets_alliance_once` ON `statement_targets` (`statement_id`,`alliance_id`) WHERE alliance_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `statement_targets_statement` ON `statement_targets` (`statement_id`,`id`);--> statement-breakpoint
CREATE INDEX `statement_targets_actor_said` ON `statement_targets` (`actor_id`,`said_earliest`,`statement_id`,`stance`) WHERE actor_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `statement_targets_alliance_said` ON `statement_targets` (`alliance_id`,`said_earliest`,`statement_id`,`stance`) WHERE alliance_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `statement_targets_actor_speaker` ON `statement_targets` (`actor_id`,`speaker_id`,`said_earliest`,`statement_id`,`stance`) WHERE actor_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `statement_targets_alliance_speaker` ON `statement_targets` (`alliance_id`,`speaker_id`,`said_earliest`,`statement_id`,`stance`) WHERE alliance_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `statement_targets_actor_article` ON `statement_targets` (`actor_id`,`article_id`,`said_earliest`,`statement_id`) WHERE actor_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `statement_targets_alliance_article` ON `statement_targets` (`alliance_id`,`article_id`,`said_earliest`,`statement_id`) WHERE alliance_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `mention_counts_actor` ON `mention_counts` (`actor_id`,`stance`) WHERE actor_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `mention_counts_alliance` ON `mention_counts` (`alliance_id`,`stance`) WHERE alliance_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `speaker_mention_counts_actor` ON `speaker_mention_counts` (`actor_id`,`speaker_id`,`stance`) WHERE actor_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `speaker_mention_counts_alliance` ON `speaker_mention_counts` (`alliance_id`,`speaker_id`,`stance`) WHERE alliance_id IS NOT NULL;
--> statement-breakpoint
INSERT INTO row_counts (name, count) SELECT 'actors', count(*) FROM actors;
--> statement-breakpoint
CREATE TRIGGER actors_row_added AFTER INSERT ON actors BEGIN
  INSERT INTO row_counts (name, count) VALUES ('actors', 1) ON CONFLICT (name) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER actors_row_removed AFTER DELETE ON actors BEGIN
  UPDATE row_counts SET count = count - 1 WHERE name = 'actors';
END;
--> statement-breakpoint
INSERT INTO row_counts (name, count) SELECT 'alliances', count(*) FROM alliances;
--> statement-breakpoint
CREATE TRIGGER alliances_row_added AFTER INSERT ON alliances BEGIN
  INSERT INTO row_counts (name, count) VALUES ('alliances', 1) ON CONFLICT (name) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER alliances_row_removed AFTER DELETE ON alliances BEGIN
  UPDATE row_counts SET count = count - 1 WHERE name = 'alliances';
END;
--> statement-breakpoint
INSERT INTO row_counts (name, count) SELECT 'articles', count(*) FROM articles;
--> statement-breakpoint
CREATE TRIGGER articles_row_added AFTER INSERT ON articles BEGIN
  INSERT INTO row_counts (name, count) VALUES ('articles', 1) ON CONFLICT (name) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER articles_row_removed AFTER DELETE ON articles BEGIN
  UPDATE row_counts SET count = count - 1 WHERE name = 'articles';
END;
--> statement-breakpoint
INSERT INTO row_counts (name, count) SELECT 'statements', count(*) FROM statements;
--> statement-breakpoint
CREATE TRIGGER statements_row_added AFTER INSERT ON statements BEGIN
  INSERT INTO row_counts (name, count) VALUES ('statements', 1) ON CONFLICT (name) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER statements_row_removed AFTER DELETE ON statements BEGIN
  UPDATE row_counts SET count = count - 1 WHERE name = 'statements';
END;
--> statement-breakpoint
INSERT INTO row_counts (name, count) SELECT 'memberships', count(*) FROM memberships;
--> statement-breakpoint
CREATE TRIGGER memberships_row_added AFTER INSERT ON memberships BEGIN
  INSERT INTO row_counts (name, count) VALUES ('memberships', 1) ON CONFLICT (name) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER memberships_row_removed AFTER DELETE ON memberships BEGIN
  UPDATE row_counts SET count = count - 1 WHERE name = 'memberships';
END;
--> statement-breakpoint
INSERT INTO row_counts (name, count) SELECT 'events', count(*) FROM events;
--> statement-breakpoint
CREATE TRIGGER events_row_added AFTER INSERT ON events BEGIN
  INSERT INTO row_counts (name, count) VALUES ('events', 1) ON CONFLICT (name) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER events_row_removed AFTER DELETE ON events BEGIN
  UPDATE row_counts SET count = count - 1 WHERE name = 'events';
END;
--> statement-breakpoint
INSERT INTO row_counts (name, count) SELECT 'citations', count(*) FROM citations;
--> statement-breakpoint
CREATE TRIGGER citations_row_added AFTER INSERT ON citations BEGIN
  INSERT INTO row_counts (name, count) VALUES ('citations', 1) ON CONFLICT (name) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER citations_row_removed AFTER DELETE ON citations BEGIN
  UPDATE row_counts SET count = count - 1 WHERE name = 'citations';
END;
--> statement-breakpoint
INSERT INTO statement_counts (speaker_id, form, count) SELECT speaker_id, form, count(*) FROM statements GROUP BY speaker_id, form;
--> statement-breakpoint
CREATE TRIGGER statements_counted AFTER INSERT ON statements BEGIN
  INSERT INTO statement_counts (speaker_id, form, count) VALUES (new.speaker_id, new.form, 1)
  ON CONFLICT (speaker_id, form) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER statements_uncounted AFTER DELETE ON statements BEGIN
  UPDATE statement_counts SET count = count - 1 WHERE speaker_id = old.speaker_id AND form = old.form;
END;
--> statement-breakpoint
CREATE TRIGGER statements_recounted AFTER UPDATE OF speaker_id, form ON statements BEGIN
  UPDATE statement_counts SET count = count - 1 WHERE speaker_id = old.speaker_id AND form = old.form;
  INSERT INTO statement_counts (speaker_id, form, count) VALUES (new.speaker_id, new.form, 1)
  ON CONFLICT (speaker_id, form) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
INSERT INTO mention_counts (actor_id, alliance_id, stance, count) SELECT actor_id, alliance_id, stance, count(*) FROM statement_targets GROUP BY 1, 2, 3;
--> statement-breakpoint
INSERT INTO speaker_mention_counts (actor_id, alliance_id, speaker_id, stance, count) SELECT actor_id, alliance_id, speaker_id, stance, count(*) FROM statement_targets GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
CREATE TRIGGER statement_targets_actor_counted AFTER INSERT ON statement_targets WHEN new.actor_id IS NOT NULL BEGIN
  INSERT INTO mention_counts (actor_id, stance, count) VALUES (new.actor_id, new.stance, 1)
  ON CONFLICT (actor_id, stance) WHERE actor_id IS NOT NULL DO UPDATE SET count = count + 1;
  INSERT INTO speaker_mention_counts (actor_id, speaker_id, stance, count) VALUES (new.actor_id, new.speaker_id, new.stance, 1)
  ON CONFLICT (actor_id, speaker_id, stance) WHERE actor_id IS NOT NULL DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER statement_targets_actor_uncounted AFTER DELETE ON statement_targets WHEN old.actor_id IS NOT NULL BEGIN
  UPDATE mention_counts SET count = count - 1 WHERE actor_id = old.actor_id AND stance = old.stance;
  UPDATE speaker_mention_counts SET count = count - 1 WHERE actor_id = old.actor_id AND speaker_id = old.speaker_id AND stance = old.stance;
END;
--> statement-breakpoint
CREATE TRIGGER statement_targets_alliance_counted AFTER INSERT ON statement_targets WHEN new.alliance_id IS NOT NULL BEGIN
  INSERT INTO mention_counts (alliance_id, stance, count) VALUES (new.alliance_id, new.stance, 1)
  ON CONFLICT (alliance_id, stance) WHERE alliance_id IS NOT NULL DO UPDATE SET count = count + 1;
  INSERT INTO speaker_mention_counts (alliance_id, speaker_id, stance, count) VALUES (new.alliance_id, new.speaker_id, new.stance, 1)
  ON CONFLICT (alliance_id, speaker_id, stance) WHERE alliance_id IS NOT NULL DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER statement_targets_alliance_uncounted AFTER DELETE ON statement_targets WHEN old.alliance_id IS NOT NULL BEGIN
  UPDATE mention_counts SET count = count - 1 WHERE alliance_id = old.alliance_id AND stance = old.stance;
  UPDATE speaker_mention_counts SET count = count - 1 WHERE alliance_id = old.alliance_id AND speaker_id = old.speaker_id AND stance = old.stance;
END;
--> statement-breakpoint
CREATE TRIGGER statement_targets_actor_left AFTER UPDATE OF actor_id, alliance_id, speaker_id, stance ON statement_targets WHEN old.actor_id IS NOT NULL BEGIN
  UPDATE mention_counts SET count = count - 1 WHERE actor_id = old.actor_id AND stance = old.stance;
  UPDATE speaker_mention_counts SET count = count - 1 WHERE actor_id = old.actor_id AND speaker_id = old.speaker_id AND stance = old.stance;
END;
--> statement-breakpoint
CREATE TRIGGER statement_targets_actor_reached AFTER UPDATE OF actor_id, alliance_id, speaker_id, stance ON statement_targets WHEN new.actor_id IS NOT NULL BEGIN
  INSERT INTO mention_counts (actor_id, stance, count) VALUES (new.actor_id, new.stance, 1)
  ON CONFLICT (actor_id, stance) WHERE actor_id IS NOT NULL DO UPDATE SET count = count + 1;
  INSERT INTO speaker_mention_counts (actor_id, speaker_id, stance, count) VALUES (new.actor_id, new.speaker_id, new.stance, 1)
  ON CONFLICT (actor_id, speaker_id, stance) WHERE actor_id IS NOT NULL DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER statement_targets_alliance_left AFTER UPDATE OF actor_id, alliance_id, speaker_id, stance ON statement_targets WHEN old.alliance_id IS NOT NULL BEGIN
  UPDATE mention_counts SET count = count - 1 WHERE alliance_id = old.alliance_id AND stance = old.stance;
  UPDATE speaker_mention_counts SET count = count - 1 WHERE alliance_id = old.alliance_id AND speaker_id = old.speaker_id AND stance = old.stance;
END;
--> statement-breakpoint
CREATE TRIGGER statement_targets_alliance_reached AFTER UPDATE OF actor_id, alliance_id, speaker_id, stance ON statement_targets WHEN new.alliance_id IS NOT NULL BEGIN
  INSERT INTO mention_counts (alliance_id, stance, count) VALUES (new.alliance_id, new.stance, 1)
  ON CONFLICT (alliance_id, stance) WHERE alliance_id IS NOT NULL DO UPDATE SET count = count + 1;
  INSERT INTO speaker_mention_counts (alliance_id, speaker_id, stance, count) VALUES (new.alliance_id, new.speaker_id, new.stance, 1)
  ON CONFLICT (alliance_id, speaker_id, stance) WHERE alliance_id IS NOT NULL DO UPDATE SET count = count + 1;
END;
