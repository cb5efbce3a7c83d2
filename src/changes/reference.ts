import { getTableName } from "drizzle-orm";
import type { D1Client } from "../../drizzle/client/database.ts";
import type { Draft } from "./draft.ts";
import { type Fault, faultAt, type Place, within } from "./fault.ts";
import { type Noun, nouns, type RowKey } from "./noun.ts";
import { jsonParameters, LISTED } from "./sql.ts";

/** The fields that hold references. */
export const REFERENCES: ReadonlySet<string> = new Set([
  "actor",
  "alliance",
  "article",
  "body",
  "capacity",
  "country",
  "event",
  "organization",
  "parent",
  "person",
  "publisher",
  "relayedBy",
  "speaker",
  "versionOf",
]);

/** What an id says that it is of, for whoever knows how ids are written; null for what is no id. */
export type ReadId = (id: string) => RowKey | null;

/**
 * The drafts with names in the place of ids, and the heir's slug in the place of that of a merged
 * actor; and a fault for each id of nothing.
 */
export async function resolveReferences(
  d1: D1Client,
  drafts: readonly Draft[],
  readId: ReadId = () => null,
): Promise<{ drafts: Draft[]; faults: Fault[] }> {
  const references = new Set(drafts.flatMap(({ json }) => referencesIn(json)));
  const names = await namesOf(d1, references, readId);
  // What is entered here is meant where another was merged of that slug.
  for (const { noun, json } of drafts) if (noun === "actors") names.delete(slugOf(json));
  const faults: Fault[] = [];
  return { drafts: drafts.map((draft) => ({ ...draft, json: renamed(draft.json, draft.place) })), faults };

  function renamed(json: unknown, place: Place, field = ""): unknown {
    if (typeof json === "string" && REFERENCES.has(field)) {
      const name = names.get(json);
      if (name === null) faults.push(faultAt(place, `there is nothing of the id ${json}`));
      return name ?? json;
    }
    if (Array.isArray(json)) return json.map((item: unknown, index) => renamed(item, within(place, index)));
    if (typeof json !== "object" || json === null) return json;
    return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, renamed(item, within(place, key), key)]));
  }
}

function referencesIn(json: unknown, field = ""): string[] {
  if (typeof json === "string") return REFERENCES.has(field) ? [json] : [];
  if (Array.isArray(json)) return json.flatMap((item) => referencesIn(item));
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).flatMap(([key, item]) => referencesIn(item, key));
}

function slugOf(json: unknown): string {
  return String(typeof json === "object" && json !== null ? Reflect.get(json, "slug") : undefined);
}

/** The name of each reference that is to be replaced; null for an id of nothing. */
async function namesOf(d1: D1Client, references: ReadonlySet<string>, readId: ReadId) {
  const names = new Map<string, string | null>();
  const ids = new Map<string, RowKey>();
  for (const reference of references) {
    const key = readId(reference);
    if (key !== null) ids.set(reference, key);
  }
  const reads: { sql: string; list: string; take: (row: { found: string | number; name: string }) => void }[] = [];
  for (const [noun, own] of Map.groupBy(ids, ([, key]) => key.noun)) {
    const byId = Map.groupBy(own, ([, key]) => key.id);
    for (const [reference] of own) names.set(reference, null);
    for (const list of jsonParameters([...byId.keys()])) {
      reads.push({
        sql: nameSql(noun),
        list,
        take: ({ found, name }) => byId.get(Number(found))?.forEach(([reference]) => names.set(reference, name)),
      });
    }
  }
  for (const list of jsonParameters([...references].filter((reference) => !ids.has(reference)))) {
    const sql = `SELECT redirects.slug AS found, actors.slug AS name FROM redirects JOIN actors ON actors.id = actor_id WHERE redirects.slug IN ${LISTED}`;
    reads.push({ sql, list, take: ({ found, name }) => names.set(String(found), name) });
  }
  if (reads.length === 0) return names;
  const results = await d1.batch<{ found: string | number; name: string }>(
    reads.map(({ sql, list }) => d1.prepare(sql).bind(list)),
  );
  results.forEach(({ results: rows }, index) => rows.forEach((row) => reads[index]?.take(row)));
  return names;
}

function nameSql(noun: Noun): string {
  const { table, name } = nouns[noun];
  const own = `SELECT id AS found, ${name} AS name FROM ${getTableName(table)} WHERE id IN ${LISTED}`;
  if (noun !== "actors") return own;
  return `${own} UNION ALL SELECT former, actors.slug FROM redirects JOIN actors ON actors.id = actor_id WHERE former IN ${LISTED}`;
}
