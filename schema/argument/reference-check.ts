import { keysOf } from "../node/global-id.ts";
import { actorTypeNames } from "../node/reference.ts";
import type { GivenReference } from "./given-argument.ts";
import type { ReferenceKind } from "./reference-kind.ts";

/** SQL: whether a row has what is looked up, by where it is looked up. */
const CONDITIONS = {
  actorSlug:
    "exists (select 1 from actors where slug = asked.value ->> 1) or exists (select 1 from redirects where slug = asked.value ->> 1)",
  actorId:
    "exists (select 1 from actors where id = asked.value ->> 1 and type = asked.value ->> 2) or exists (select 1 from redirects where former = asked.value ->> 1)",
  allianceSlug: "exists (select 1 from alliances where slug = asked.value ->> 1)",
  allianceId: "exists (select 1 from alliances where id = asked.value ->> 1)",
  articleSlug: "exists (select 1 from articles where slug = asked.value ->> 1)",
  articleId: "exists (select 1 from articles where id = asked.value ->> 1)",
  eventId: "exists (select 1 from events where id = asked.value ->> 1)",
} as const;

type Where = keyof typeof CONDITIONS;
type Lookup = readonly [where: Where, key: string | number, type?: string];

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
  const wheres = [...new Set(lookups.map(([where]) => where))];
  const cases = wheres.map((where) => `when '${where}' then ${CONDITIONS[where]}`).join(" ");
  // What is no id of a fitting type has nothing to be looked up by.
  const found = wheres.length === 0 ? "true" : `case asked.value ->> 0 ${cases} end`;
  return {
    missing: (parameter) => `asked.key as missing from json_each(${parameter}) as asked where not ${found}`,
    lookups: JSON.stringify(lookups),
    unknown: (missing) =>
      placed.filter(({ places }) => places.every((place) => missing.has(place))).map(({ reference }) => reference),
  };
}

const ID_TYPES: Readonly<Record<Exclude<ReferenceKind, "ACTOR" | "SUBJECT">, string>> = {
  ALLIANCE: "Alliance",
  ARTICLE: "Article",
  EVENT: "Event",
};

function lookupsOf({ kind, text }: Pick<GivenReference, "kind" | "text">): Lookup[] {
  if (kind === "SUBJECT") return [...lookupsOf({ kind: "ACTOR", text }), ...lookupsOf({ kind: "ALLIANCE", text })];
  if (kind === "ACTOR") {
    for (const [type, name] of Object.entries(actorTypeNames)) {
      const key = keysOf(text, [name])?.[0];
      if (key !== undefined) return [["actorId", key, type]];
    }
    return [["actorSlug", text]];
  }
  const key = keysOf(text, [ID_TYPES[kind]])?.[0];
  if (kind === "EVENT") return key === undefined ? [] : [["eventId", key]];
  const [byId, bySlug] =
    kind === "ALLIANCE" ? (["allianceId", "allianceSlug"] as const) : (["articleId", "articleSlug"] as const);
  return [key === undefined ? [bySlug, text] : [byId, key]];
}
