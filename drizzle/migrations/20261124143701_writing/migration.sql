CREATE TABLE `receipts` (
	`subject` text NOT NULL,
	`key` text NOT NULL,
	`request` text NOT NULL,
	`revision` integer,
	`state` integer NOT NULL,
	`noun` text,
	`node_id` integer,
	CONSTRAINT `receipts_pk` PRIMARY KEY(`subject`, `key`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `redirects` (
	`id` integer PRIMARY KEY,
	`actor_id` integer NOT NULL,
	`slug` text NOT NULL,
	`former` integer NOT NULL,
	CONSTRAINT `fk_redirects_actor_id_actors_id_fk` FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `revisions` ADD `subject` text;--> statement-breakpoint
CREATE UNIQUE INDEX `redirects_slug` ON `redirects` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `redirects_former` ON `redirects` (`former`);--> statement-breakpoint
CREATE INDEX `redirects_actor` ON `redirects` (`actor_id`);