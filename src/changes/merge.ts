import type { D1Client } from "../../drizzle/client/d1-client.ts";
import type { Draft } from "./read/draft.ts";
import { faultAt } from "./fault.ts";
import { jsonParameters } from "../../drizzle/query/json-parameter.ts";
import type { Noun, RowKey } from "../nouns/index.ts";
import { mapReferences } from "../nouns/reference.ts";
import { type Referrer, referrersSql } from "./load/referrer.ts";
import { jsonOf, readStored, type StoredNode } from "./load/stored.ts";
import type { Proposal } from "./submit.ts";

/** So many nodes may refer to the merged one; each of them is written anew. */
const MOST_REFERRERS = 2000;

/** The heir takes over what refers to the merged actor, and its aliases, identifiers, name, slug and id. */
export async function proposeMerge(d1: D1Client, from: StoredNode, into: StoredNode): Promise<Proposal> {
  const fault = (path: string, message: string): Proposal => ({
    drafts: [],
    faults: [faultAt({ file: "", path }, message)],
  });
  if (from.id === into.id) return fault("/into", `${from.name} is already the same`);
  if (from.fields["type"] !== into.fields["type"]) {
    return fault(
      "/into",
      `${from.name} is a ${String(from.fields["type"])} and ${into.name} a ${String(into.fields["type"])}: only actors of one type are merged`,
    );
  }
  const referrers = await referrersOf(d1, from);
  if (referrers.length > MOST_REFERRERS) {
    return fault(
      "/from",
      `${referrers.length} nodes refer to ${from.name}, and at most ${MOST_REFERRERS} can be moved: merge the other way round`,
    );
  }
  const { revision: base, nodes } = await readStored(d1, [from, into, ...referrers]);
  const [gone, heir] = [from, into].map(({ id }) => nodes.find((node) => node.noun === "actors" && node.id === id));
  if (gone === undefined || heir === undefined) return { drafts: [], faults: [], base: -1 };
  const others = nodes.filter((node) => node !== gone && node !== heir);
  return {
    drafts: [heirDraft(gone, heir), ...others.map((node) => draftOf(node, gone.name, heir.name))],
    faults: [],
    retractions: [{ noun: "actors", id: gone.id, name: gone.name, place: { file: "", path: "/from" } }],
    base,
    about: { noun: "actors", id: heir.id },
    places: { "/heir": "/into", "/moved": "/from" },
  };
}

async function referrersOf(d1: D1Client, { id }: RowKey): Promise<RowKey[]> {
  const ways = referrersSql("actors");
  const results = await d1.batch<Referrer>(ways.map(({ sql }) => d1.prepare(sql).bind(jsonParameters([id])[0])));
  const rows = results.flatMap(({ results: own }, index) =>
    own.map((row): RowKey => ({ noun: ways[index]!.from, id: row.id })),
  );
  return [...new Map(rows.map((row) => [`${row.noun} ${row.id}`, row])).values()];
}

function heirDraft(gone: StoredNode, heir: StoredNode): Draft {
  const json = renamed("actors", jsonOf(heir), gone.name, heir.name) as Record<string, unknown[]>;
  const old = jsonOf(gone) as Record<string, unknown[]>;
  const aliases = json["aliases"] ?? [];
  const names = new Set([heir.fields["name"], ...aliases.map((alias) => (alias as { name: string }).name)]);
  const more = [{ name: gone.fields["name"], sort: "VARIANT" }, ...(old["aliases"] ?? [])];
  const redirects = [...(heir.parts["redirects"] ?? []), ...(gone.parts["redirects"] ?? [])].map(({ fields }) => ({
    slug: String(fields["slug"]),
    former: Number(fields["former"]),
  }));
  return {
    noun: "actors",
    id: heir.id,
    json: {
      ...json,
      aliases: [...aliases, ...more.filter((alias) => !names.has((alias as { name: string }).name))],
      identifiers: [...(json["identifiers"] ?? []), ...(old["identifiers"] ?? [])],
    },
    redirects: [...redirects, { slug: gone.name, former: gone.id }],
    place: { file: "", path: "/heir" },
  };
}

function draftOf(node: StoredNode, from: string, into: string): Draft {
  return {
    noun: node.noun,
    id: node.id,
    json: renamed(node.noun, jsonOf(node), from, into),
    place: { file: "", path: "/moved" },
  };
}

/** What is said of a noun, with another actor in the place of one. */
function renamed(noun: Noun, json: unknown, from: string, into: string): unknown {
  return mapReferences(noun, json, ({ name, to }) => (to === "actors" && name === from ? into : name));
}
