import type { Database } from "../../../drizzle/database.ts";
import type { ActorInput, AliasInput } from "../input/actor.ts";
import { bySlug, type Page } from "./page.ts";
import { said } from "./said.ts";

/** For `findMany`: the aliases of an actor or alliance, in their order. */
export const aliasRows = { columns: { name: true, language: true, sort: true }, orderBy: { id: "asc" } } as const;

export async function actorEntries(database: Database, page: Page): Promise<ActorInput[]> {
  const rows = await database.query.actors.findMany({
    ...bySlug(page),
    with: {
      country: { columns: { slug: true } },
      parent: { columns: { slug: true } },
      aliases: aliasRows,
      identifiers: { columns: { scheme: true, value: true }, orderBy: { id: "asc" } },
    },
  });
  return rows.map((row) =>
    said({
      slug: row.slug,
      type: row.type,
      name: row.name,
      description: row.description,
      aliases: saidAliases(row.aliases),
      country: row.country?.slug,
      parent: row.parent?.slug,
      isoAlpha2: row.isoAlpha2,
      isoAlpha3: row.isoAlpha3,
      organizationType: row.organizationType,
      identifiers: row.identifiers,
    }),
  );
}

export function saidAliases(
  rows: readonly { name: string; language: string | null; sort: AliasInput["sort"] }[],
): AliasInput[] {
  return rows.map(({ name, language, sort }) => said({ name, language, sort }));
}
