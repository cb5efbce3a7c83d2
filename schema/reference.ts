import { type SQL, sql } from "drizzle-orm";
import { keysOf } from "./global-id.ts";

export const actorTypeNames = { STATE: "State", PERSON: "Person", ORGANIZATION: "Organization" } as const;

/** SQL: the row id of the actor that a global id names, if it is of the type it says; null for what is no id of an actor. */
export function actorIdOf(id: string): SQL | null {
  for (const [type, name] of Object.entries(actorTypeNames)) {
    const keys = keysOf(id, [name]);
    if (keys !== null) return sql`(select id from actors where id = ${keys[0]} and type = ${type})`;
  }
  return null;
}

/** SQL: the row id of the actor that a global id or a slug names; null where there is none. */
export function actorId(reference: string): SQL {
  return actorIdOf(reference) ?? sql`(select id from actors where slug = ${reference})`;
}

/** SQL: the row id of the alliance that a global id or a slug names; null where there is none. */
export function allianceId(reference: string): SQL {
  const keys = keysOf(reference, ["Alliance"]);
  return keys === null ? sql`(select id from alliances where slug = ${reference})` : sql`${keys[0]}`;
}

/** SQL: the row id of the article that a global id or a slug names; null where there is none. */
export function articleId(reference: string): SQL {
  const keys = keysOf(reference, ["Article"]);
  return keys === null ? sql`(select id from articles where slug = ${reference})` : sql`${keys[0]}`;
}
