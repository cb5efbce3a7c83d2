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
 * read such a table keep SQLite from renaming a new one (https://www.sqlite.org/lang_altertable.html): they are taken away,
 * and made again. The table's triggers go with it, and are made again. A migration that makes none anew stays as it is.
 */
export function keepingAround(migration: string, { triggers, views }: Around): string {
  const tables = [...migration.matchAll(/RENAME TO `(\w+)`/g)].map(([, table]) => table!);
  if (tables.length === 0) return migration;
  return [
    ...Object.keys(views).map((view) => `DROP VIEW IF EXISTS ${view}`),
    ...withForeignKeys(migration.split(BREAKPOINT).map((statement) => statement.trim().replace(/;$/, ""))),
    ...triggers.filter(({ table }) => tables.includes(table)).map(({ sql }) => sql),
    ...Object.values(views),
  ]
    .map((statement) => `${statement};\n`)
    .join(BREAKPOINT);
}

/**
 * D1 cannot leave foreign keys off: it checks them at the end (https://developers.cloudflare.com/d1/sql-api/foreign-keys/), and what
 * refers to a row that goes is only mended by one of the same key that comes. So rows come back into a table of the old
 * name, from a copy.
 */
function withForeignKeys(statements: readonly string[]): string[] {
  const definitions = new Map<string, string>();
  const returns = new Map<string, string>();
  return statements.flatMap((statement) => {
    if (statement === "PRAGMA foreign_keys=OFF") return ["PRAGMA defer_foreign_keys = on"];
    if (statement === "PRAGMA foreign_keys=ON") return [];
    const table = /`__new_(\w+)`/.exec(statement)?.[1];
    if (table === undefined) return [statement];
    const named = statement.replace(`__new_${table}`, table);
    if (named.startsWith("CREATE TABLE")) {
      definitions.set(table, named);
      return [];
    }
    if (named.startsWith("INSERT INTO")) {
      returns.set(table, named.replace(/ FROM `\w+`$/, ` FROM \`__old_${table}\``));
      return [`CREATE TABLE \`__old_${table}\` AS SELECT * FROM \`${table}\``];
    }
    return [definitions.get(table)!, returns.get(table)!, `DROP TABLE \`__old_${table}\``];
  });
}
