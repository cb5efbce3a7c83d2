import type { ExportSource } from "../../src/changes/export.ts";
import { periodFrom } from "../../src/domain/time/period.ts";
import type { Files } from "./write-files.ts";
import { xmlText } from "./xml.ts";

/** The attributes of nodes and edges; Gephi shows `label`. */
const attributes = {
  node: ["label", "noun", "type", "kind", "acronym", "isoAlpha2"],
  edge: ["key", "role", "rank", "from", "to", "fromEarliest", "fromLatest", "toEarliest", "toLatest", "attestedOn"],
} as const;
type Of = keyof typeof attributes;

/** The network as GraphML: actors and alliances are nodes, and each membership is an edge with its dates. */
export const graphmlFiles: Files = { "network.graphml": graphml };

async function* graphml(source: ExportSource): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${keys("node")}${keys("edge")}<graph id="entente" edgedefault="undirected">
`;
  for await (const page of source.entries("actors")) {
    yield page
      .map(({ slug, name, type, isoAlpha2 }) => node(actorId(slug), { label: name, noun: "Actor", type, isoAlpha2 }))
      .join("");
  }
  for await (const page of source.entries("alliances")) {
    yield page
      .map(({ slug, name, kind, acronym }) => node(allianceId(slug), { label: name, noun: "Alliance", kind, acronym }))
      .join("");
  }
  for await (const page of source.entries("alliances")) {
    yield page
      .flatMap(({ slug, memberships = [] }) =>
        memberships.map(({ actor, key, role, rank = "NORMAL", from = null, to = null, attestedOn }) => {
          const { fromEarliest, fromLatest, toEarliest, toLatest } = periodFrom(from, to);
          const values = { key, role, rank, from, to, fromEarliest, fromLatest, toEarliest, toLatest, attestedOn };
          return `<edge source="${actorId(actor)}" target="${allianceId(slug)}">${data("edge", values)}</edge>\n`;
        }),
      )
      .join("");
  }
  yield "</graph>\n</graphml>\n";
}

function keys(of: Of): string {
  return attributes[of]
    .map((name) => `<key id="${of}.${name}" for="${of}" attr.name="${name}" attr.type="string"/>\n`)
    .join("");
}

function node(id: string, values: Partial<Record<(typeof attributes)["node"][number], string | undefined>>): string {
  return `<node id="${id}">${data("node", values)}</node>\n`;
}

function data(of: Of, values: Readonly<Record<string, string | null | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value != null)
    .map(([name, value]) => `<data key="${of}.${name}">${xmlText(value ?? "")}</data>`)
    .join("");
}

// GraphML's ids are NMTOKENs, which slugs are; an actor and an alliance may have the same one.
function actorId(slug: string): string {
  return `actor:${slug}`;
}

function allianceId(slug: string): string {
  return `alliance:${slug}`;
}
