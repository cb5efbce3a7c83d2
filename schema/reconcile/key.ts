import type { Database } from "../../drizzle/client/database.ts";
import { type KeyRow, lookUpKeys, type SoughtId, type SoughtKey } from "../../drizzle/search/key-lookup.ts";
import type { Entity } from "../../src/domain/reconcile/entity.ts";
import type { EntityType } from "../../src/domain/reconcile/entity-type.ts";
import { type ActorType, actorTypes, valuesOf } from "../../src/domain/vocabulary.ts";
import { numbersOf, readGlobalId, writeGlobalId } from "../node/global-id.ts";
import { actorTypeNames } from "../node/reference.ts";

/** An entity that a key leads to, and how. */
export interface KeyMatch extends Entity {
  via: string;
  isVerbatim: boolean;
  /** Whether the identifier is that of the organization which embodies the alliance. */
  isBorrowed: boolean;
}

/** No key is longer. */
const LONGEST_KEY = 200;

/** The entities that ids, slugs, codes and identifiers lead to, by the keys as they were given: one statement for all. */
export async function entitiesOfKeys(database: Database, keys: Iterable<string>): Promise<Map<string, KeyMatch[]>> {
  const sought = [...new Set(keys)].filter((key) => key.trim() !== "" && key.length <= LONGEST_KEY);
  const ids = sought.flatMap((key) => idOf(key) ?? []);
  const rows = await lookUpKeys(database, sought.flatMap(spellings), ids);
  return Map.groupBy(rows.map(matchOf), ({ key }) => key);
}

/** The type of an actor, or null for an alliance, as the schema calls it. */
export function typeNameOf(actorType: ActorType | null): EntityType {
  return actorType === null ? "Alliance" : actorTypeNames[actorType];
}

function matchOf({ id, actorType, isVerbatim, isBorrowed, ...row }: KeyRow): KeyMatch & { key: string } {
  const type = typeNameOf(actorType);
  return { ...row, type, id: writeGlobalId(type, id), isVerbatim: isVerbatim === 1, isBorrowed: isBorrowed === 1 };
}

function idOf(key: string): SoughtId | null {
  const parsed = readGlobalId(key);
  const [id, ...more] = (parsed && numbersOf(parsed.key)) ?? [];
  if (parsed === null || id === undefined || more.length > 0) return null;
  if (parsed.type === "Alliance") return { key, actorType: null, id };
  const actorType = valuesOf(actorTypes).find((type) => actorTypeNames[type] === parsed.type);
  return actorType === undefined ? null : { key, actorType, id };
}

/** As it is written; in capitals, as codes are; and what an address ends in: http://www.wikidata.org/entity/Q17. */
function spellings(key: string): SoughtKey[] {
  const trimmed = key.trim();
  const last = /^https?:\/\/\S*\/(?<last>[^/\s]+)\/?$/.exec(trimmed)?.groups?.["last"];
  const others = new Set([trimmed.toUpperCase(), ...(last === undefined ? [] : [last])]);
  others.delete(trimmed);
  return [{ key, text: trimmed, isVerbatim: true }, ...[...others].map((text) => ({ key, text, isVerbatim: false }))];
}
