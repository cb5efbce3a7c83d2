import type { SQL } from "drizzle-orm";

/**
 * Tables that triggers keep in step with others, by name, with a select of the same columns that
 * makes their rows out of the live tables. They have no history: a pinned query reads the select.
 */
export const derivedTables: Readonly<Record<string, SQL>> = {};
