CREATE TABLE `stale_entries` (
	`id` integer PRIMARY KEY,
	`mark` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `text_versions` (
	`id` integer PRIMARY KEY,
	`version` integer NOT NULL
) STRICT;
