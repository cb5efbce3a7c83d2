import type { Database } from "../../drizzle/client/database.ts";
import { type EntityRow, entitiesNumbered } from "../../drizzle/search/entity.ts";
import { findText } from "../../drizzle/search/full-text.ts";
import type { Entity } from "../../src/domain/reconcile/entity.ts";
import type { Suggesting } from "../../src/domain/reconcile/suggesting.ts";
import { searchExpression } from "../../src/domain/text/search/search-query.ts";
import { searchTerms } from "../../src/domain/text/search/search-term.ts";
import { writeGlobalId } from "../node/global-id.ts";
import { entitiesOfKeys, typeNameOf } from "./key.ts";

/** So many are looked through for those of the types that are asked for. */
const MOST_SUGGESTED = 1_000;

/**
 * The entities whose key the prefix is, and then those that have a name which begins like it, the best first: at most three SQL
 * statements.
 */
export async function suggest(database: Database, { prefix, types, skip, limit }: Suggesting): Promise<Entity[]> {
  const [keys, named] = await Promise.all([entitiesOfKeys(database, [prefix]), entitiesBeginning(database, prefix)]);
  const found = new Map<string, Entity>();
  for (const { id, name, type, description } of [...(keys.get(prefix) ?? []), ...named]) {
    if (types.includes(type) && !found.has(id)) found.set(id, { id, name, type, description });
  }
  return [...found.values()].slice(skip, skip + limit);
}

async function entitiesBeginning(database: Database, prefix: string): Promise<Entity[]> {
  const expression = searchExpression(searchTerms(prefix));
  if (expression === null) return [];
  const page = { size: MOST_SUGGESTED, backward: false, after: null, before: null };
  const kinds = ["ACTOR", "ALLIANCE"] as const;
  const entries = await findText(database, { expression, kinds, inNames: true, withTexts: false }, page);
  if (entries.length === 0) return [];
  const rows = await database.all<EntityRow>(entitiesNumbered(entries.map(({ id }) => id)));
  const entities = new Map(
    rows.map(({ entry, id, actorType, name, description }) => {
      const type = typeNameOf(actorType);
      return [entry, { id: writeGlobalId(type, id), name, type, description }];
    }),
  );
  return entries.flatMap(({ id }) => entities.get(id) ?? []);
}
