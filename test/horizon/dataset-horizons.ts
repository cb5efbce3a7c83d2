import { env } from "cloudflare:workers";
import { writeGlobalId } from "../../schema/node/global-id.ts";
import type { Day } from "../../src/domain/time/day.ts";
import { type ArticleEntry, type Fact, NOTHING } from "./fact.ts";
import { after } from "./horizon-model.ts";

type Said = Record<string, unknown> & { key?: string; role?: string; code?: string };

interface File {
  articles?: ArticleEntry[];
  offices?: Said[];
  alliances?: { slug: string; memberships?: Said[]; statuses?: Said[] }[];
}

const files = import.meta.glob<File>(["../../dataset/*.json", "!../../dataset/changeset.schema.json"], {
  import: "default",
  eager: true,
});

const asFact = (list: Fact["list"], implied: string | undefined, said: Said): Fact =>
  ({ rank: "NORMAL", key: implied, ...said, list }) as unknown as Fact;

function factsIn({ alliances = [], offices = [] }: File): Fact[] {
  return [
    ...offices.map((said) => asFact("offices", undefined, said)),
    ...alliances.flatMap(({ slug, memberships = [], statuses = [] }) => [
      ...memberships.map((said) => {
        const implied = `${slug}/${String(said["actor"])}/${said.role!.toLowerCase()}`;
        return asFact("memberships", implied, { alliance: slug, ...said });
      }),
      ...statuses.map((said) => asFact("statuses", `${slug}/${said.code!.toLowerCase()}`, { alliance: slug, ...said })),
    ]),
  ];
}

/** Until when the shipped facts are borne out by what the files say, by their ids, worked out without SQL. */
export async function datasetHorizons(): Promise<ReadonlyMap<string, Day>> {
  const all = Object.values(files);
  const step = {
    on: "2026-11-24",
    articles: all.flatMap(({ articles = [] }) => articles),
    facts: all.flatMap(factsIn),
    gone: [],
  };
  const { horizons } = after(NOTHING, step);
  const types = { memberships: "Membership", alliance_statuses: "AllianceStatus", offices: "Office" };
  const found = new Map<string, Day>();
  for (const [table, type] of Object.entries(types)) {
    const { results } = await env.DB.prepare(`SELECT id, key FROM ${table}`).all<{ id: number; key: string }>();
    for (const { id, key } of results) found.set(writeGlobalId(type, id), horizons.get(key)!);
  }
  if (found.size !== step.facts.length) throw new Error("there are other facts than the files have");
  return found;
}
