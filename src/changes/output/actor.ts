import type { SQL } from "drizzle-orm";
import type { Database } from "../../../drizzle/client/database.ts";
import type { actors } from "../../../drizzle/tables/index.ts";
import type { ActorInput, AliasInput } from "../input/actor.ts";
import { bySlug, type Page } from "./page.ts";
import { said } from "./said.ts";

/** For `findMany`: the aliases of an actor or alliance, in their order. */
export const aliasRows = { columns: { name: true, language: true, sort: true }, orderBy: { id: "asc" } } as const;

export async function actorEntries(database: Database, page: Page): Promise<ActorInput[]> {
  return readEntries(database, bySlug(page));
}

/** The actors that a condition keeps, in the order in which they were entered. */
export async function actorEntriesWhere(
  database: Database,
  condition: (row: typeof actors) => SQL,
): Promise<ActorInput[]> {
  return readEntries(database, { where: { RAW: condition as never }, orderBy: { id: "asc" } });
}

async function readEntries(database: Database, query: object): Promise<ActorInput[]> {
  const rows = await database.query.actors.findMany({
    ...query,
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
