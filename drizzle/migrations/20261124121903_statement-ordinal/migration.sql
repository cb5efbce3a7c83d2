ALTER TABLE `statements` ADD `ordinal` integer GENERATED ALWAYS AS (id) VIRTUAL;--> statement-breakpoint
DROP INDEX IF EXISTS `statements_said`;--> statement-breakpoint
DROP INDEX IF EXISTS `statements_speaker`;--> statement-breakpoint
DROP INDEX IF EXISTS `statements_article`;--> statement-breakpoint
CREATE INDEX `statements_said_ordinal` ON `statements` (`said_earliest`,`ordinal`);--> statement-breakpoint
CREATE INDEX `statements_speaker_said` ON `statements` (`speaker_id`,`said_earliest`,`ordinal`);--> statement-breakpoint
CREATE INDEX `statements_article_said` ON `statements` (`article_id`,`said_earliest`,`ordinal`);