import type { Database } from "../../../drizzle/client/database.ts";
import type { AllianceWithFactsInput } from "../input/alliance.ts";
import { aliasRows, saidAliases } from "./actor.ts";
import { citationRows, saidCitations } from "./citation.ts";
import { bySlug, type Page } from "./page.ts";
import { said, saidRank } from "./said.ts";

/** Alliances, each with its statuses and memberships in the order of their keys. */
export async function allianceEntries(database: Database, page: Page): Promise<Partial<AllianceWithFactsInput>[]> {
  const rows = await database.query.alliances.findMany({
    ...bySlug(page),
    with: {
      parent: { columns: { slug: true } },
      organization: { columns: { slug: true } },
      aliases: aliasRows,
      statuses: { orderBy: { key: "asc" }, with: { citations: citationRows } },
      memberships: {
        orderBy: { key: "asc" },
        with: { actor: { columns: { slug: true } }, citations: citationRows },
      },
    },
  });
  return rows.map((row) =>
    said({
      slug: row.slug,
      name: row.name,
      acronym: row.acronym,
      aliases: saidAliases(row.aliases),
      kind: row.kind,
      description: row.description,
      parent: row.parent?.slug,
      organization: row.organization?.slug,
      statuses: row.statuses.map(({ key, code, from, to, rank, citations }) =>
        said({ key, code, from, to, rank: saidRank(rank), citations: saidCitations(citations) }),
      ),
      memberships: row.memberships.map(({ key, actor, role, from, to, rank, citations }) =>
        said({ key, actor: actor.slug, role, from, to, rank: saidRank(rank), citations: saidCitations(citations) }),
      ),
    }),
  );
}
