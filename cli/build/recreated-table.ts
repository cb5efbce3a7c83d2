/** A trigger, by the table that it is on. */
export interface TriggerOn {
  table: string;
  sql: string;
}

export interface Around {
  /** All triggers that there are before the migration. */
  triggers: readonly TriggerOn[];
  /** The views, and the statements that make them. */
  views: Readonly<Record<string, string>>;
}

const BREAKPOINT = "--> statement-breakpoint\n";

/**
 * A migration that makes tables anew, as drizzle-kit does where a CHECK is another one, so that nothing is lost. Views that
 * read such a table keep SQLite from renaming the new one (https://www.sqlite.org/lang_altertable.html): they are taken away
 * and made again. The table's triggers go with it, and are made again. D1 leaves foreign keys on, and checks them at the end
 * (https://developers.cloudflare.com/d1/sql-api/foreign-keys/). A migration that makes none anew stays as it is.
 */
export function keepingAround(migration: string, { triggers, views }: Around): string {
  const tables = [...migration.matchAll(/RENAME TO `(\w+)`/g)].map(([, table]) => table!);
  if (tables.length === 0) return migration;
  const deferred = migration
    .replaceAll("PRAGMA foreign_keys=OFF;", "PRAGMA defer_foreign_keys = on;")
    .replaceAll(/PRAGMA foreign_keys=ON;(?:--> statement-breakpoint\n)?/g, "");
  return [
    ...Object.keys(views).map((view) => `DROP VIEW IF EXISTS ${view};\n`),
    `${deferred.trimEnd().replace(/;?$/, ";")}\n`,
    ...triggers.filter(({ table }) => tables.includes(table)).map(({ sql }) => `${sql};\n`),
    ...Object.values(views).map((view) => `${view};\n`),
  ].join(BREAKPOINT);
}
