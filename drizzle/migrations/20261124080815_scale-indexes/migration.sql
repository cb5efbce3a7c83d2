DROP INDEX IF EXISTS `actors_country`;--> statement-breakpoint
DROP INDEX IF EXISTS `actors_parent`;--> statement-breakpoint
DROP INDEX IF EXISTS `statement_targets_actor`;--> statement-breakpoint
DROP INDEX IF EXISTS `statement_targets_alliance`;--> statement-breakpoint
CREATE INDEX `actors_country_name` ON `actors` (`country_id`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `actors_parent_name` ON `actors` (`parent_id`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `articles_title` ON `articles` (`title`,`id`);--> statement-breakpoint
CREATE INDEX `events_place` ON `events` (`place`,`from_earliest`,`id`);--> statement-breakpoint
CREATE INDEX `event_participants_event` ON `event_participants` (`event_id`,`id`);--> statement-breakpoint
CREATE INDEX `statement_targets_actor_said` ON `statement_targets` (`actor_id`,`said_earliest`,`statement_id`,`stance`) WHERE actor_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `statement_targets_alliance_said` ON `statement_targets` (`alliance_id`,`said_earliest`,`statement_id`,`stance`) WHERE alliance_id IS NOT NULL;