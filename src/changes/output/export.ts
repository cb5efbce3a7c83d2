import type { Database } from "../../../drizzle/client/database.ts";
import { actorEntries } from "./actor.ts";
import { allianceEntries } from "./alliance.ts";
import { articleEntries } from "./article.ts";
import { eventEntries } from "./event.ts";
import { officeEntries } from "./office.ts";
import type { Page } from "./page.ts";
import { statementEntries } from "./statement.ts";

/** The lists of a change set, and how what is loaded is read as their entries. */
const entries = {
  actors: actorEntries,
  articles: articleEntries,
  offices: officeEntries,
  alliances: allianceEntries,
  events: eventEntries,
  statements: statementEntries,
} satisfies Record<string, (database: Database, page: Page) => Promise<object[]>>;

export type Exported = keyof typeof entries;
export const exported = Object.keys(entries) as Exported[];

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
): AsyncGenerator<Awaited<ReturnType<(typeof entries)[N]>>> {
  const before = await lastRevision(database);
  const read: (database: Database, page: Page) => Promise<{ slug?: string; key?: string }[]> = entries[noun];
  const limit = pageSize(noun);
  for (let after: string | undefined = ""; after !== undefined;) {
    const page = await read(database, { after, limit });
    const last = page.at(-1);
    if (last !== undefined) yield page as Awaited<ReturnType<(typeof entries)[N]>>;
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
