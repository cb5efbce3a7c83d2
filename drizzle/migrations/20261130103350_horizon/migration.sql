ALTER TABLE `alliance_statuses` ADD `attested_on` text;--> statement-breakpoint
ALTER TABLE `alliance_statuses` ADD `attested_until` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `consulted_on` text;--> statement-breakpoint
ALTER TABLE `memberships` ADD `attested_on` text;--> statement-breakpoint
ALTER TABLE `memberships` ADD `attested_until` text;--> statement-breakpoint
ALTER TABLE `offices` ADD `attested_on` text;--> statement-breakpoint
ALTER TABLE `offices` ADD `attested_until` text;