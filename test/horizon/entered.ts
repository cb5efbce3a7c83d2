import { env } from "cloudflare:workers";
import { planChanges, writePlan } from "../../src/changes/apply.ts";
import { draftsIn } from "../../src/changes/read/draft.ts";
import type { Fact, Step } from "./fact.ts";
import { ALLIANCES, PERSONS, STATES } from "./random-step.ts";

/** Tables of facts, what their ids are of, and the nouns by which they are taken out. */
const tables = {
  memberships: { table: "memberships", type: "Membership", noun: "memberships" },
  statuses: { table: "alliance_statuses", type: "AllianceStatus", noun: "allianceStatuses" },
  offices: { table: "offices", type: "Office", noun: "offices" },
} as const;

/** What a change set has of a fact. */
function entryOf(fact: Fact): object {
  const { list: _, ...entry } = fact;
  return entry;
}

/** What facts of a world are about. */
const CAST = {
  actors: [
    ...STATES.map((slug) => ({ slug, name: slug, type: "STATE" })),
    ...PERSONS.map((slug) => ({ slug, name: slug, type: "PERSON" })),
  ],
  alliances: ALLIANCES.map((slug) => ({ slug, name: slug, kind: "BLOC" })),
};

/** The ids of facts by their keys, also of those that were taken out. */
export type FactIds = Map<string, { id: number; list: Fact["list"] }>;

/** Enters a step as one revision on its day, through the write path of the API; its number, null where nothing was to be changed. */
export async function enter({ on, articles, facts, gone }: Step, known: FactIds): Promise<number | null> {
  const lists = Map.groupBy(facts, ({ list }) => list);
  const json = {
    ...(known.size === 0 && CAST),
    articles: articles.map((one) => ({ ...one, title: `[${one.slug}]`, language: "en" })),
    ...Object.fromEntries([...lists].map(([list, own]) => [list, own.map(entryOf)])),
  };
  const retractions = gone.map((name) => {
    const { id, list } = known.get(name)!;
    return { noun: tables[list].noun, id, name, place: { file: "", path: `/${name}` } };
  });
  const options = { author: "test", reason: "to see", now: `${on}T12:00:00.000Z` };
  const plan = await planChanges(env.DB, { ...draftsIn([{ file: "", json }]), retractions }, options);
  if (plan.outcome === "refused") throw new Error(JSON.stringify({ faults: plan.faults, json }));
  const { added, changed, deletes } = plan.difference;
  const isNothing = [
    ...Object.values(added),
    ...Object.values(changed),
    ...Object.values(deletes).map((ids) => ids.length),
  ].every((count) => count === 0);
  const revision = isNothing ? null : await writePlan(env.DB, plan, options);
  for (const { key, list } of facts) {
    known.set(key, { id: plan.difference.ids[tables[list].noun].get(key)!, list });
  }
  return revision;
}

/** The keys of facts by what their ids say. */
export function keysByRow(ids: FactIds): Map<string, string> {
  return new Map([...ids].map(([key, { id, list }]) => [`${tables[list].type} ${id}`, key]));
}
