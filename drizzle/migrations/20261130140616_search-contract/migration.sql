-- Takes out the index of texts as they were written. It stops where texts are not folded yet: run npm run reindex first,
-- or the mutation reindex, and have the new version serve, which reads the new index: docs/operations.md.
CREATE TABLE search_contract (stale INTEGER CONSTRAINT reindex_first CHECK (stale = 0)) STRICT;
--> statement-breakpoint
INSERT INTO search_contract SELECT EXISTS (SELECT 1 FROM stale_entries);
--> statement-breakpoint
DROP TABLE search_contract;
--> statement-breakpoint
DROP TRIGGER IF EXISTS actors_inserted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS actors_deleted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS actors_updated;
--> statement-breakpoint
DROP TRIGGER IF EXISTS alliances_inserted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS alliances_deleted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS alliances_updated;
--> statement-breakpoint
DROP TRIGGER IF EXISTS articles_inserted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS articles_deleted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS articles_updated;
--> statement-breakpoint
DROP TRIGGER IF EXISTS statements_inserted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS statements_deleted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS statements_updated;
--> statement-breakpoint
DROP TRIGGER IF EXISTS aliases_inserted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS aliases_deleted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS aliases_updated;
--> statement-breakpoint
DROP VIEW search_entries;
--> statement-breakpoint
DROP TABLE search_index;
--> statement-breakpoint
DROP TABLE name_words;
--> statement-breakpoint
DROP TABLE name_trigrams;
