ALTER TABLE `alliance_statuses` ADD `decides` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `memberships` ADD `decides` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `offices` ADD `decides` integer DEFAULT true NOT NULL;