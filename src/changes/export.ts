import { sql } from "drizzle-orm";
import { connect } from "../../drizzle/client/database.ts";
import type { D1Client } from "../../drizzle/client/d1-client.ts";
import type { RevisionRange } from "../../drizzle/client/revision-range.ts";
import { jsonLine } from "../domain/text/json-line.ts";
import type { NounDescription } from "../nouns/description.ts";
import { type Noun, nounNames, nouns } from "../nouns/index.ts";
import { readEntriesOf, type StoredEntry } from "./load/stored-entry.ts";

/** A noun that is exported by itself; what change sets nest in another is exported within that. */
export type Exported = Exclude<Noun, "allianceStatuses" | "memberships" | "obligations">;
export const exported = nounNames.filter((noun): noun is Exported => {
  const { nested }: NounDescription = nouns[noun];
  return nested === undefined;
});

/** The state of the database: its lineage and, where it is not pinned, the newest revision. */
const LINEAGE = "(select lineage from lineages)";
const STATE = `(select lineage || ' ' || coalesce((select max(number) from revisions), 0) from lineages)`;

/** Entries a page. Alliances are few and have all their memberships within. */
function pageSize(noun: Exported): number {
  return noun === "alliances" ? 100 : 500;
}

/** The database was restored while it was exported: the rest of what was begun is gone. */
export class ExportOutdated extends Error {
  override readonly name = "ExportOutdated";

  constructor() {
    super("the database was restored while it was exported: export it again");
  }
}

/** What is exported: the data of one revision, whatever is written meanwhile. */
export class ExportSource {
  readonly revision: number;
  readonly lineage: string;
  readonly #d1: D1Client;
  /** Whether the revision is the newest, as far as is known: then tables are read, and not the history. */
  #isNewest: boolean;

  constructor(d1: D1Client, { newest, lineage }: Pick<RevisionRange, "newest" | "lineage">, revision = newest) {
    this.#d1 = d1;
    this.revision = revision;
    this.lineage = lineage;
    this.#isNewest = revision === newest;
  }

  /**
   * All there is of one noun, as entries of a change set in the order of their names, a page at a time.
   * @throws ExportOutdated where the database was restored in the meantime
   */
  async *entries<N extends Exported>(noun: N): AsyncGenerator<StoredEntry<N>[]> {
    const limit = pageSize(noun);
    for (let after: string | undefined = ""; after !== undefined;) {
      const page: StoredEntry<N>[] = await this.#page(noun, after, limit);
      const last: { slug?: string; key?: string } | undefined = page.at(-1);
      if (last !== undefined) yield page;
      after = page.length < limit ? undefined : (last?.slug ?? last?.key);
    }
  }

  /** The entries as NDJSON, one a line. */
  async *lines(noun: Exported): AsyncGenerator<string> {
    for await (const page of this.entries(noun)) yield page.map(jsonLine).join("");
  }

  /** A page of the tables is of the revision where that is still the newest as it is read; else it is read from the history. */
  async #page<N extends Exported>(noun: N, after: string, limit: number): Promise<StoredEntry<N>[]> {
    const name = sql.raw(`node.${nouns[noun].name}`);
    const rest = sql`where ${name} > ${after} order by ${name} limit ${limit}`;
    if (this.#isNewest) {
      const live = await readEntriesOf(connect(this.#d1), noun, rest, STATE);
      if (this.#isStill(live.state ?? (await this.#state()))) return live.entries;
      this.#isNewest = false;
    }
    const past = await readEntriesOf(connect(this.#d1, this.revision), noun, rest, LINEAGE);
    this.#isStill(past.state ?? (await this.#state()));
    return past.entries;
  }

  #state(): Promise<string | null> {
    return this.#d1.prepare(`select ${STATE} as state`).first<string>("state");
  }

  /**
   * Whether the revision is the newest in a state.
   * @throws ExportOutdated where it is of another lineage
   */
  #isStill(state: string | null): boolean {
    const [lineage, newest] = state?.split(" ") ?? [];
    if (lineage !== this.lineage) throw new ExportOutdated();
    return newest === String(this.revision);
  }
}
