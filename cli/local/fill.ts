import { fillStatements, isToBeFilled } from "../../drizzle/query/fill.ts";
import { revise } from "../../src/changes/write/revision.ts";

const FILL = {
  author: "cli/fill.ts",
  reason: "Work out until when facts are borne out, and widen hedged dates (0.2.0)",
};

/**
 * Fills a local database from before 0.2.0 as one revision, all of it or nothing, so that it is run again where it was killed.
 * Whether there was anything to fill.
 */
export async function fill(d1: D1Database): Promise<boolean> {
  const isNeeded = await d1.prepare(isToBeFilled()).first<number>("filled");
  if (isNeeded !== 1) return false;
  await revise(d1, { at: new Date().toISOString(), ...FILL }, fillStatements());
  return true;
}

/** The same as SQL, for a database elsewhere. */
export function fillSql(): string {
  const quoted = [FILL.author, FILL.reason].map((text) => `'${text.replaceAll("'", "''")}'`);
  return [
    `INSERT INTO revisions (number, at, author, reason, open) SELECT coalesce(max(number), 0) + 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ${quoted.join(", ")}, 1 FROM revisions`,
    ...fillStatements(),
    "UPDATE revisions SET open = 0 WHERE open = 1",
    "",
  ].join(";\n");
}
