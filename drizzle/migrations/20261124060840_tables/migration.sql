CREATE TABLE `actors` (
	`id` integer PRIMARY KEY,
	`slug` text NOT NULL,
	`type` text NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`country_id` integer,
	`parent_id` integer,
	`iso_alpha2` text,
	`iso_alpha3` text,
	`organization_type` text,
	CONSTRAINT `fk_actors_country_id_actors_id_fk` FOREIGN KEY (`country_id`) REFERENCES `actors`(`id`),
	CONSTRAINT `fk_actors_parent_id_actors_id_fk` FOREIGN KEY (`parent_id`) REFERENCES `actors`(`id`),
	CONSTRAINT "actors_type_known" CHECK("type" IN ('STATE', 'PERSON', 'ORGANIZATION')),
	CONSTRAINT "actors_organization_type_known" CHECK("organization_type" IN ('AGENCY', 'INTERGOVERNMENTAL', 'MEDIA', 'RESEARCH', 'OTHER')),
	CONSTRAINT "actors_iso_of_state" CHECK("type" = 'STATE' OR ("iso_alpha2" IS NULL AND "iso_alpha3" IS NULL)),
	CONSTRAINT "actors_organization_typed" CHECK(("type" = 'ORGANIZATION') = ("organization_type" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE TABLE `aliases` (
	`id` integer PRIMARY KEY,
	`actor_id` integer,
	`alliance_id` integer,
	`name` text NOT NULL,
	`language` text,
	`sort` text NOT NULL,
	CONSTRAINT `fk_aliases_actor_id_actors_id_fk` FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`),
	CONSTRAINT `fk_aliases_alliance_id_alliances_id_fk` FOREIGN KEY (`alliance_id`) REFERENCES `alliances`(`id`),
	CONSTRAINT "aliases_sort_known" CHECK("sort" IN ('ACRONYM', 'NATIVE', 'FORMER', 'DEMONYM', 'VARIANT')),
	CONSTRAINT "aliases_of_one" CHECK(("actor_id" IS NOT NULL) + ("alliance_id" IS NOT NULL) = 1)
) STRICT;
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
	CONSTRAINT "alliances_kind_known" CHECK("kind" IN ('RECIPROCAL_ACCESS', 'COLLECTIVE_DEFENCE', 'DEFENCE_PACT', 'NEUTRALITY', 'NON_AGGRESSION', 'ENTENTE', 'DIALOGUE', 'BLOC', 'FORUM', 'CENTRE', 'TECHNOLOGY_PACT', 'TREATY'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `alliance_statuses` (
	`id` integer PRIMARY KEY,
	`key` text NOT NULL,
	`alliance_id` integer NOT NULL,
	`code` text NOT NULL,
	`from_edtf` text,
	`to_edtf` text,
	`from_earliest` text NOT NULL,
	`from_latest` text NOT NULL,
	`to_earliest` text NOT NULL,
	`to_latest` text NOT NULL,
	`rank` text DEFAULT 'NORMAL' NOT NULL,
	CONSTRAINT `fk_alliance_statuses_alliance_id_alliances_id_fk` FOREIGN KEY (`alliance_id`) REFERENCES `alliances`(`id`),
	CONSTRAINT "alliance_statuses_period_order" CHECK("from_earliest" <= "from_latest" AND "to_earliest" <= "to_latest" AND "from_earliest" < "to_latest"),
	CONSTRAINT "alliance_statuses_period_ends" CHECK(("from_edtf" IS NOT NULL OR ("from_earliest" = '0001-01-01' AND "from_latest" = '9999-12-31')) AND ("to_edtf" IS NOT NULL OR ("to_earliest" = '9999-12-31' AND "to_latest" = '9999-12-31'))),
	CONSTRAINT "alliance_statuses_code_known" CHECK("code" IN ('PROPOSED', 'NEGOTIATING', 'AGREED', 'SIGNED', 'RATIFIED', 'IN_FORCE', 'SUSPENDED', 'TERMINATED')),
	CONSTRAINT "alliance_statuses_rank_known" CHECK("rank" IN ('PREFERRED', 'NORMAL', 'DEPRECATED'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `articles` (
	`id` integer PRIMARY KEY,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`publisher_id` integer,
	`url` text,
	`published_on` text,
	`published_earliest` text NOT NULL,
	`published_latest` text NOT NULL,
	`language` text NOT NULL,
	`summary` text,
	`sha256` text,
	CONSTRAINT `fk_articles_publisher_id_actors_id_fk` FOREIGN KEY (`publisher_id`) REFERENCES `actors`(`id`),
	CONSTRAINT "articles_published_order" CHECK("published_earliest" <= "published_latest"),
	CONSTRAINT "articles_url_web" CHECK("url" LIKE 'https://%' OR "url" LIKE 'http://%')
) STRICT;
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
	`office_id` integer,
	`event_id` integer,
	`statement_id` integer,
	CONSTRAINT `fk_citations_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`),
	CONSTRAINT `fk_citations_membership_id_memberships_id_fk` FOREIGN KEY (`membership_id`) REFERENCES `memberships`(`id`),
	CONSTRAINT `fk_citations_alliance_status_id_alliance_statuses_id_fk` FOREIGN KEY (`alliance_status_id`) REFERENCES `alliance_statuses`(`id`),
	CONSTRAINT `fk_citations_office_id_offices_id_fk` FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`),
	CONSTRAINT `fk_citations_event_id_events_id_fk` FOREIGN KEY (`event_id`) REFERENCES `events`(`id`),
	CONSTRAINT `fk_citations_statement_id_statements_id_fk` FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`),
	CONSTRAINT "citations_selector" CHECK("exact" IS NOT NULL OR ("prefix" IS NULL AND "suffix" IS NULL AND "start" IS NULL)),
	CONSTRAINT "citations_of_one" CHECK(("membership_id" IS NOT NULL) + ("alliance_status_id" IS NOT NULL) + ("office_id" IS NOT NULL) + ("event_id" IS NOT NULL) + ("statement_id" IS NOT NULL) = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`date` text NOT NULL,
	`from_edtf` text,
	`to_edtf` text,
	`from_earliest` text NOT NULL,
	`from_latest` text NOT NULL,
	`to_earliest` text NOT NULL,
	`to_latest` text NOT NULL,
	`planned` integer DEFAULT false NOT NULL,
	`announced_on` text,
	`announced_earliest` text,
	`announced_latest` text,
	`place` text,
	`alliance_id` integer,
	`version_of_id` integer,
	`rank` text DEFAULT 'NORMAL' NOT NULL,
	CONSTRAINT `fk_events_alliance_id_alliances_id_fk` FOREIGN KEY (`alliance_id`) REFERENCES `alliances`(`id`),
	CONSTRAINT `fk_events_version_of_id_events_id_fk` FOREIGN KEY (`version_of_id`) REFERENCES `events`(`id`),
	CONSTRAINT "events_period_order" CHECK("from_earliest" <= "from_latest" AND "to_earliest" <= "to_latest" AND "from_earliest" < "to_latest"),
	CONSTRAINT "events_period_ends" CHECK(("from_edtf" IS NOT NULL OR ("from_earliest" = '0001-01-01' AND "from_latest" = '9999-12-31')) AND ("to_edtf" IS NOT NULL OR ("to_earliest" = '9999-12-31' AND "to_latest" = '9999-12-31'))),
	CONSTRAINT "events_announced" CHECK(("announced_on" IS NULL) = ("announced_earliest" IS NULL) AND ("announced_on" IS NULL) = ("announced_latest" IS NULL) AND ("announced_on" IS NULL OR "announced_earliest" <= "announced_latest")),
	CONSTRAINT "events_kind_known" CHECK("kind" IN ('VISIT', 'SUMMIT', 'SIGNING', 'ACCESSION', 'FOUNDING', 'INAUGURATION', 'ANNOUNCEMENT', 'EXERCISE')),
	CONSTRAINT "events_rank_known" CHECK("rank" IN ('PREFERRED', 'NORMAL', 'DEPRECATED'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `event_participants` (
	`id` integer PRIMARY KEY,
	`event_id` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`role` text NOT NULL,
	CONSTRAINT `fk_event_participants_event_id_events_id_fk` FOREIGN KEY (`event_id`) REFERENCES `events`(`id`),
	CONSTRAINT `fk_event_participants_actor_id_actors_id_fk` FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`),
	CONSTRAINT "event_participants_role_known" CHECK("role" IN ('HOST', 'VISITOR', 'SIGNATORY', 'CHAIR', 'SUBJECT', 'SPONSOR', 'ATTENDEE'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `identifiers` (
	`id` integer PRIMARY KEY,
	`actor_id` integer NOT NULL,
	`scheme` text NOT NULL,
	`value` text NOT NULL,
	CONSTRAINT `fk_identifiers_actor_id_actors_id_fk` FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` integer PRIMARY KEY,
	`key` text NOT NULL,
	`actor_id` integer NOT NULL,
	`alliance_id` integer NOT NULL,
	`role` text NOT NULL,
	`from_edtf` text,
	`to_edtf` text,
	`from_earliest` text NOT NULL,
	`from_latest` text NOT NULL,
	`to_earliest` text NOT NULL,
	`to_latest` text NOT NULL,
	`rank` text DEFAULT 'NORMAL' NOT NULL,
	CONSTRAINT `fk_memberships_actor_id_actors_id_fk` FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`),
	CONSTRAINT `fk_memberships_alliance_id_alliances_id_fk` FOREIGN KEY (`alliance_id`) REFERENCES `alliances`(`id`),
	CONSTRAINT "memberships_period_order" CHECK("from_earliest" <= "from_latest" AND "to_earliest" <= "to_latest" AND "from_earliest" < "to_latest"),
	CONSTRAINT "memberships_period_ends" CHECK(("from_edtf" IS NOT NULL OR ("from_earliest" = '0001-01-01' AND "from_latest" = '9999-12-31')) AND ("to_edtf" IS NOT NULL OR ("to_earliest" = '9999-12-31' AND "to_latest" = '9999-12-31'))),
	CONSTRAINT "memberships_role_known" CHECK("role" IN ('MEMBER', 'CONTRIBUTING_PARTICIPANT', 'PARTNER', 'OBSERVER', 'APPLICANT', 'INVITED')),
	CONSTRAINT "memberships_rank_known" CHECK("rank" IN ('PREFERRED', 'NORMAL', 'DEPRECATED'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `offices` (
	`id` integer PRIMARY KEY,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`person_id` integer NOT NULL,
	`body_id` integer NOT NULL,
	`from_edtf` text,
	`to_edtf` text,
	`from_earliest` text NOT NULL,
	`from_latest` text NOT NULL,
	`to_earliest` text NOT NULL,
	`to_latest` text NOT NULL,
	`rank` text DEFAULT 'NORMAL' NOT NULL,
	CONSTRAINT `fk_offices_person_id_actors_id_fk` FOREIGN KEY (`person_id`) REFERENCES `actors`(`id`),
	CONSTRAINT `fk_offices_body_id_actors_id_fk` FOREIGN KEY (`body_id`) REFERENCES `actors`(`id`),
	CONSTRAINT "offices_period_order" CHECK("from_earliest" <= "from_latest" AND "to_earliest" <= "to_latest" AND "from_earliest" < "to_latest"),
	CONSTRAINT "offices_period_ends" CHECK(("from_edtf" IS NOT NULL OR ("from_earliest" = '0001-01-01' AND "from_latest" = '9999-12-31')) AND ("to_edtf" IS NOT NULL OR ("to_earliest" = '9999-12-31' AND "to_latest" = '9999-12-31'))),
	CONSTRAINT "offices_rank_known" CHECK("rank" IN ('PREFERRED', 'NORMAL', 'DEPRECATED'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `revisions` (
	`number` integer PRIMARY KEY,
	`at` text NOT NULL,
	`author` text NOT NULL,
	`reason` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `statements` (
	`id` integer PRIMARY KEY,
	`key` text NOT NULL,
	`form` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`speaker_id` integer NOT NULL,
	`capacity_id` integer,
	`said_on` text,
	`said_earliest` text NOT NULL,
	`said_latest` text NOT NULL,
	`relayed_by_id` integer,
	`event_id` integer,
	`article_id` integer NOT NULL,
	CONSTRAINT `fk_statements_speaker_id_actors_id_fk` FOREIGN KEY (`speaker_id`) REFERENCES `actors`(`id`),
	CONSTRAINT `fk_statements_capacity_id_offices_id_fk` FOREIGN KEY (`capacity_id`) REFERENCES `offices`(`id`),
	CONSTRAINT `fk_statements_relayed_by_id_actors_id_fk` FOREIGN KEY (`relayed_by_id`) REFERENCES `actors`(`id`),
	CONSTRAINT `fk_statements_event_id_events_id_fk` FOREIGN KEY (`event_id`) REFERENCES `events`(`id`),
	CONSTRAINT `fk_statements_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`),
	CONSTRAINT "statements_said_order" CHECK("said_earliest" <= "said_latest"),
	CONSTRAINT "statements_form_known" CHECK("form" IN ('QUOTE', 'PARAPHRASE'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `statement_targets` (
	`id` integer PRIMARY KEY,
	`statement_id` integer NOT NULL,
	`actor_id` integer,
	`alliance_id` integer,
	`stance` text NOT NULL,
	`said_earliest` text NOT NULL,
	CONSTRAINT `fk_statement_targets_statement_id_statements_id_fk` FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`),
	CONSTRAINT `fk_statement_targets_actor_id_actors_id_fk` FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`),
	CONSTRAINT `fk_statement_targets_alliance_id_alliances_id_fk` FOREIGN KEY (`alliance_id`) REFERENCES `alliances`(`id`),
	CONSTRAINT "statement_targets_stance_known" CHECK("stance" IN ('SUPPORTIVE', 'CRITICAL', 'NEUTRAL')),
	CONSTRAINT "statement_targets_of_one" CHECK(("actor_id" IS NOT NULL) + ("alliance_id" IS NOT NULL) = 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `actors_slug` ON `actors` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `actors_iso_alpha2` ON `actors` (`iso_alpha2`);--> statement-breakpoint
CREATE UNIQUE INDEX `actors_iso_alpha3` ON `actors` (`iso_alpha3`);--> statement-breakpoint
CREATE INDEX `actors_name` ON `actors` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `actors_type_name` ON `actors` (`type`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `actors_country` ON `actors` (`country_id`);--> statement-breakpoint
CREATE INDEX `actors_parent` ON `actors` (`parent_id`);--> statement-breakpoint
CREATE INDEX `aliases_name` ON `aliases` (`name`);--> statement-breakpoint
CREATE INDEX `aliases_actor` ON `aliases` (`actor_id`) WHERE actor_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `aliases_alliance` ON `aliases` (`alliance_id`) WHERE alliance_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `alliances_slug` ON `alliances` (`slug`);--> statement-breakpoint
CREATE INDEX `alliances_name` ON `alliances` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `alliances_acronym` ON `alliances` (`acronym`);--> statement-breakpoint
CREATE INDEX `alliances_kind_name` ON `alliances` (`kind`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `alliances_parent` ON `alliances` (`parent_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `alliances_organization` ON `alliances` (`organization_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `alliance_statuses_key` ON `alliance_statuses` (`key`);--> statement-breakpoint
CREATE INDEX `alliance_statuses_alliance` ON `alliance_statuses` (`alliance_id`,`from_earliest`,`id`);--> statement-breakpoint
CREATE INDEX `alliance_statuses_preferred` ON `alliance_statuses` (`alliance_id`,`code`) WHERE rank = 'PREFERRED';--> statement-breakpoint
CREATE UNIQUE INDEX `articles_slug` ON `articles` (`slug`);--> statement-breakpoint
CREATE INDEX `articles_published` ON `articles` (`published_earliest`,`id`);--> statement-breakpoint
CREATE INDEX `articles_publisher` ON `articles` (`publisher_id`,`published_earliest`,`id`);--> statement-breakpoint
CREATE INDEX `citations_article` ON `citations` (`article_id`);--> statement-breakpoint
CREATE INDEX `citations_membership` ON `citations` (`membership_id`) WHERE membership_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `citations_alliance_status` ON `citations` (`alliance_status_id`) WHERE alliance_status_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `citations_office` ON `citations` (`office_id`) WHERE office_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `citations_event` ON `citations` (`event_id`) WHERE event_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `citations_statement` ON `citations` (`statement_id`) WHERE statement_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `events_key` ON `events` (`key`);--> statement-breakpoint
CREATE INDEX `events_from` ON `events` (`from_earliest`,`id`);--> statement-breakpoint
CREATE INDEX `events_kind` ON `events` (`kind`,`from_earliest`,`id`);--> statement-breakpoint
CREATE INDEX `events_alliance` ON `events` (`alliance_id`,`from_earliest`,`id`);--> statement-breakpoint
CREATE INDEX `events_version_of` ON `events` (`version_of_id`) WHERE version_of_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `event_participants_event_actor_role` ON `event_participants` (`event_id`,`actor_id`,`role`);--> statement-breakpoint
CREATE INDEX `event_participants_actor` ON `event_participants` (`actor_id`,`event_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `identifiers_scheme_value` ON `identifiers` (`scheme`,`value`);--> statement-breakpoint
CREATE INDEX `identifiers_actor` ON `identifiers` (`actor_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_key` ON `memberships` (`key`);--> statement-breakpoint
CREATE INDEX `memberships_actor` ON `memberships` (`actor_id`,`from_earliest`,`id`);--> statement-breakpoint
CREATE INDEX `memberships_alliance` ON `memberships` (`alliance_id`,`from_earliest`,`id`);--> statement-breakpoint
CREATE INDEX `memberships_actor_alliance` ON `memberships` (`actor_id`,`alliance_id`);--> statement-breakpoint
CREATE INDEX `memberships_preferred` ON `memberships` (`actor_id`,`alliance_id`,`role`) WHERE rank = 'PREFERRED';--> statement-breakpoint
CREATE UNIQUE INDEX `offices_key` ON `offices` (`key`);--> statement-breakpoint
CREATE INDEX `offices_person` ON `offices` (`person_id`,`from_earliest`,`id`);--> statement-breakpoint
CREATE INDEX `offices_body` ON `offices` (`body_id`,`from_earliest`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `statements_key` ON `statements` (`key`);--> statement-breakpoint
CREATE INDEX `statements_said` ON `statements` (`said_earliest`,`id`);--> statement-breakpoint
CREATE INDEX `statements_speaker` ON `statements` (`speaker_id`,`said_earliest`,`id`);--> statement-breakpoint
CREATE INDEX `statements_article` ON `statements` (`article_id`,`said_earliest`,`id`);--> statement-breakpoint
CREATE INDEX `statements_event` ON `statements` (`event_id`) WHERE event_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `statement_targets_actor_once` ON `statement_targets` (`statement_id`,`actor_id`) WHERE actor_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `statement_targets_alliance_once` ON `statement_targets` (`statement_id`,`alliance_id`) WHERE alliance_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `statement_targets_statement` ON `statement_targets` (`statement_id`,`id`);--> statement-breakpoint
CREATE INDEX `statement_targets_actor` ON `statement_targets` (`actor_id`,`said_earliest`,`statement_id`) WHERE actor_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `statement_targets_alliance` ON `statement_targets` (`alliance_id`,`said_earliest`,`statement_id`) WHERE alliance_id IS NOT NULL;