import { type SQL, sql } from "drizzle-orm";
import { type Noun, nounNames, nouns } from "../../src/nouns/index.ts";
import { keysOf } from "./global-id.ts";

export const actorTypeNames = { STATE: "State", PERSON: "Person", ORGANIZATION: "Organization" } as const;

/** The nouns by the types of their nodes. */
export const nounsOfTypes: ReadonlyMap<string, Noun> = new Map(
  nounNames.flatMap((noun) => {
    const types = noun === "actors" ? Object.values(actorTypeNames) : [nouns[noun].type];
    return types.map((type) => [type, noun] as const);
  }),
);

/** SQL: the row id of the actor that a global id names, if it is of the type it says, or of its heir; null for what is no id of an actor. */
export function actorIdOf(id: string): SQL | null {
  for (const [type, name] of Object.entries(actorTypeNames)) {
    const keys = keysOf(id, [name]);
    if (keys !== null) {
      return sql`coalesce((select id from actors where id = ${keys[0]} and type = ${type}), (select actor_id from redirects where former = ${keys[0]}))`;
    }
  }
  return null;
}

/** SQL: the row id of the actor that has the slug, or of the heir of the one that had it; null where there is none. */
export function actorIdBySlug(slug: string): SQL {
  return sql`coalesce((select id from actors where slug = ${slug}), (select actor_id from redirects where slug = ${slug}))`;
}

/** SQL: the row id of the actor that a global id or a slug names; null where there is none. */
export function actorId(reference: string): SQL {
  return actorIdOf(reference) ?? actorIdBySlug(reference);
}

/** SQL: the row ids of the actors that several global ids and slugs name, by two lists, however many they are. */
export function actorIds(references: readonly string[]): SQL {
  const ids: [number, string][] = [];
  const slugs: string[] = [];
  for (const reference of references) {
    const own = Object.entries(actorTypeNames).flatMap(([type, name]): [number, string][] => {
      const key = keysOf(reference, [name])?.[0];
      return key === undefined ? [] : [[key, type]];
    });
    if (own.length === 0) slugs.push(reference);
    ids.push(...own);
  }
  const named = sql`(select value from json_each(${JSON.stringify(slugs)}))`;
  const known = sql`json_each(${JSON.stringify(ids)})`;
  return sql.join(
    [
      ...(slugs.length === 0
        ? []
        : [
            sql`select id from actors where slug in ${named}`,
            sql`select actor_id from redirects where slug in ${named}`,
          ]),
      ...(ids.length === 0
        ? []
        : [
            sql`select actors.id from ${known} as known join actors on actors.id = known.value ->> 0 and actors.type = known.value ->> 1`,
            sql`select actor_id from redirects where former in (select value ->> 0 from ${known})`,
          ]),
    ],
    sql` union all `,
  );
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
