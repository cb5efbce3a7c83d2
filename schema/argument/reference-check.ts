import { getTableName } from "drizzle-orm";
import { type Noun, nouns } from "../../src/nouns/index.ts";
import { keysOf } from "../node/global-id.ts";
import { actorTypeNames } from "../node/reference.ts";
import type { GivenReference } from "./given-argument.ts";

/** What looks one reference up among the rows of a noun: by a slug, or by an id and, of an actor, its type. */
interface Lookup {
  noun: Noun;
  by: "slug" | "id";
  key: string | number;
  type?: string;
}

/** SQL: whether a row has what is looked up; a merged actor's slug and id lead to its heir. */
function conditionOf({ noun, by }: Lookup): string {
  const table = getTableName(nouns[noun].table);
  const has = (from: string, column: string) => `exists (select 1 from ${from} where ${column} = asked.value ->> 1)`;
  if (noun !== "actors") return has(table, by);
  if (by === "slug") return `${has(table, "slug")} or ${has("redirects", "slug")}`;
  return `${has(table, "type = asked.value ->> 2 and id")} or ${has("redirects", "former")}`;
}

/** What lookups of one kind are called in SQL. */
function whereOf({ noun, by }: Lookup): string {
  return `${noun}.${by}`;
}

/** What looks up, within another statement, which of a question's references name nothing. */
export interface ReferenceCheck {
  /** SQL after "select": as `missing`, the places of those lookups of the parameter's list that find nothing. */
  missing: (parameter: string) => string;
  /** The lookups as JSON. */
  lookups: string;
  /** The references that so many missing lookups leave without anything. */
  unknown: (missing: ReadonlySet<number>) => GivenReference[];
}

/** Null where there is nothing to look up. */
export function referenceCheck(references: readonly GivenReference[]): ReferenceCheck | null {
  if (references.length === 0) return null;
  const lookups: Lookup[] = [];
  const placed = references.map((reference) => {
    const own = lookupsOf(reference);
    const from = lookups.length;
    lookups.push(...own);
    return { reference, places: own.map((_, index) => from + index) };
  });
  const conditions = new Map(lookups.map((lookup) => [whereOf(lookup), conditionOf(lookup)]));
  const cases = [...conditions].map(([where, condition]) => `when '${where}' then ${condition}`).join(" ");
  // What is no id of a fitting type has nothing to be looked up by.
  const found = conditions.size === 0 ? "true" : `case asked.value ->> 0 ${cases} end`;
  return {
    missing: (parameter) => `asked.key as missing from json_each(${parameter}) as asked where not ${found}`,
    lookups: JSON.stringify(
      lookups.map((lookup) => [whereOf(lookup), lookup.key, ...(lookup.type === undefined ? [] : [lookup.type])]),
    ),
    unknown: (missing) =>
      placed.filter(({ places }) => places.every((place) => missing.has(place))).map(({ reference }) => reference),
  };
}

function lookupsOf({ kind, text }: Pick<GivenReference, "kind" | "text">): Lookup[] {
  return kind.flatMap((noun): Lookup[] => {
    const byId = noun === "actors" ? actorById(text) : byIdOf(noun, text);
    if (byId !== null) return [byId];
    return nouns[noun].name === "slug" ? [{ noun, by: "slug", key: text }] : [];
  });
}

function byIdOf(noun: Noun, text: string): Lookup | null {
  const key = keysOf(text, [nouns[noun].type])?.[0];
  return key === undefined ? null : { noun, by: "id", key };
}

function actorById(text: string): Lookup | null {
  for (const [type, name] of Object.entries(actorTypeNames)) {
    const key = keysOf(text, [name])?.[0];
    if (key !== undefined) return { noun: "actors", by: "id", key, type };
  }
  return null;
}
