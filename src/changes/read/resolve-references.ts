import { getTableName } from "drizzle-orm";
import type { D1Client } from "../../../drizzle/client/d1-client.ts";
import type { Draft } from "./draft.ts";
import { type Fault, faultAt, within } from "../fault.ts";
import { type Noun, nouns, type RowKey } from "../../nouns/index.ts";
import { type FoundReference, mapReferences } from "../../nouns/reference.ts";
import { jsonParameters, LISTED } from "../../../drizzle/query/json-parameter.ts";

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
  /** Ids lead to any noun; only merged actors have left slugs behind. */
  const isReplaced = ({ name, to }: FoundReference) => to === "actors" || readId(name) !== null;
  const references = new Set<string>();
  for (const { noun, json } of drafts) {
    mapReferences(noun, json, (found) => {
      if (isReplaced(found)) references.add(found.name);
      return found.name;
    });
  }
  const names = await namesOf(d1, references, readId);
  // What is entered here is meant where another was merged of that slug.
  for (const { noun, json } of drafts) if (noun === "actors") names.delete(slugOf(json));
  const faults: Fault[] = [];
  const resolved = drafts.map((draft): Draft => {
    const json = mapReferences(draft.noun, draft.json, (found) => {
      const name = isReplaced(found) ? names.get(found.name) : undefined;
      if (name === null) {
        faults.push(faultAt(within(draft.place, ...found.steps), `nothing has the id ${found.name}`));
      }
      return name ?? found.name;
    });
    return { ...draft, json };
  });
  return { drafts: resolved, faults };
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
