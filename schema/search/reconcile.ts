import { entryNumber } from "../../drizzle/search/indexed.ts";
import type { Database } from "../../drizzle/client/database.ts";
import { findText } from "../../drizzle/search/full-text.ts";
import { lookUpName, type NameMatch } from "../../drizzle/search/name-lookup.ts";
import { type EntityRow, entitiesNumbered } from "../../drizzle/search/entity.ts";
import { searchExpression } from "../../src/domain/text/search/search-query.ts";
import { searchTerms } from "../../src/domain/text/search/search-term.ts";
import { keysOf, readGlobalId, writeGlobalId } from "../node/global-id.ts";
import { actorTypeNames } from "../node/reference.ts";

interface Entity {
  id: string;
  name: string;
  type: string;
  description: string | null;
}

interface Query {
  name: string;
  types: readonly string[] | null;
  limit: number;
}

const MOST_SUGGESTED = 10;

/** What reconciliation asks of the data, with the ids and types of the GraphQL schema. */
export function reconcileService(database: Database) {
  return {
    /** One SQL statement a query. */
    match: async (queries: readonly Query[]) =>
      Promise.all(
        queries.map(async ({ name, types, limit }) => {
          const isAsked = (type: string) => types === null || types.includes(type);
          const scope = { actors: Object.values(actorTypeNames).some(isAsked), alliances: isAsked("Alliance") };
          const found = await lookUpName(database, name, scope);
          return found
            .map((match) => ({ ...match, type: typeOf(match), id: writeGlobalId(typeOf(match), match.id) }))
            .filter(({ type }) => isAsked(type))
            .slice(0, limit);
        }),
      ),
    /** Two SQL statements. */
    suggest: async (prefix: string): Promise<Entity[]> => {
      const expression = searchExpression(searchTerms(prefix));
      if (expression === null) return [];
      const page = { size: MOST_SUGGESTED, backward: false, after: null, before: null };
      const kinds = ["ACTOR", "ALLIANCE"] as const;
      const rows = await findText(database, { expression, kinds, inNames: true, withTexts: false }, page);
      return entitiesOf(
        database,
        rows.slice(0, MOST_SUGGESTED).map(({ id }) => id),
      );
    },
    /** One SQL statement, none for what is no id. */
    find: async (id: string): Promise<Entity | null> => {
      const types = [...Object.values(actorTypeNames), "Alliance"];
      const [key] = keysOf(id, types) ?? [];
      if (key === undefined) return null;
      const [entity] = await entitiesOf(database, [
        entryNumber(readGlobalId(id)?.type === "Alliance" ? "ALLIANCE" : "ACTOR", key),
      ]);
      return entity?.id === id ? entity : null;
    },
  };
}

function typeOf({ actorType }: Pick<NameMatch, "actorType">): string {
  return actorType === null ? "Alliance" : actorTypeNames[actorType];
}

/** The actors and alliances of entries of the full-text index, in their order. */
async function entitiesOf(database: Database, entries: readonly number[]): Promise<Entity[]> {
  if (entries.length === 0) return [];
  const rows = await database.all<EntityRow>(entitiesNumbered(entries));
  const found = new Map(
    rows.map(({ entry, id, actorType, name, description }) => {
      const type = typeOf({ actorType });
      return [entry, { id: writeGlobalId(type, id), name, type, description }];
    }),
  );
  return entries.map((entry) => found.get(entry)).filter((entity) => entity !== undefined);
}
