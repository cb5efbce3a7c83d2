CREATE TABLE `lineages` (
	`id` integer PRIMARY KEY,
	`lineage` text NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO `lineages` (`id`, `lineage`) VALUES (1, lower(hex(randomblob(12))));
