import { sql } from "drizzle-orm";
import type { Database } from "../../drizzle/client/database.ts";
import type { NounDescription } from "../nouns/description.ts";
import { type Noun, nounNames, nouns } from "../nouns/index.ts";
import { readEntries, type StoredEntry } from "./load/stored-entry.ts";

/** A noun that is exported by itself; what change sets nest in another is exported within that. */
export type Exported = Exclude<Noun, "allianceStatuses" | "memberships">;
export const exported = nounNames.filter((noun): noun is Exported => {
  const { nested }: NounDescription = nouns[noun];
  return nested === undefined;
});

/** Entries a page. Alliances are few and have all their memberships within. */
function pageSize(noun: Exported): number {
  return noun === "alliances" ? 100 : 500;
}

/** The data was changed while it was exported: what was read is of no one revision. */
export class ExportOutdated extends Error {
  override readonly name = "ExportOutdated";

  constructor() {
    super("the data was changed while it was exported: export it again");
  }
}

/**
 * All there is of one noun, as entries of a change set in the order of their names, a page at a time.
 * @throws ExportOutdated at the end, where a revision was made in the meantime
 */
export async function* exportEntries<N extends Exported>(
  database: Database,
  noun: N,
): AsyncGenerator<StoredEntry<N>[]> {
  const before = await lastRevision(database);
  const name = sql.raw(`node.${nouns[noun].name}`);
  const limit = pageSize(noun);
  for (let after: string | undefined = ""; after !== undefined;) {
    const page: StoredEntry<N>[] = await readEntries(
      database,
      noun,
      sql`where ${name} > ${after} order by ${name} limit ${limit}`,
    );
    const last: { slug?: string; key?: string } | undefined = page.at(-1);
    if (last !== undefined) yield page;
    after = page.length < limit ? undefined : (last?.slug ?? last?.key);
  }
  if ((await lastRevision(database)) !== before) throw new ExportOutdated();
}

/** The entries as NDJSON, one a line. */
export async function* exportLines(database: Database, noun: Exported): AsyncGenerator<string> {
  for await (const page of exportEntries(database, noun)) {
    yield page.map((entry) => `${JSON.stringify(entry)}\n`).join("");
  }
}

/** The number of the last revision, 0 before the first. */
export async function lastRevision(database: Database): Promise<number> {
  const last = await database.query.revisions.findFirst({ columns: { number: true }, orderBy: { number: "desc" } });
  return last?.number ?? 0;
}
