ALTER TABLE `revisions` ADD `open` integer;--> statement-breakpoint
CREATE INDEX `revisions_open` ON `revisions` (`open`,`number`);--> statement-breakpoint
CREATE INDEX `revisions_author` ON `revisions` (`author`,`number`);