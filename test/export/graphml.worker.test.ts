import { exportSource } from "../export-source.ts";
import { env } from "cloudflare:workers";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, it } from "vitest";
import { graphmlFiles } from "../../cli/export/graphml.ts";
import { xmlText } from "../../cli/export/xml.ts";
import { loadDataset } from "../load-dataset.ts";
import { say } from "../say.ts";

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  parent: Element | null;
}

/** All elements of a document; throws where it is not well formed, or has a character that XML has not. */
function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  let current: Element | null = null;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    current = { name, attributes: Object.fromEntries(values) as Record<string, string>, text: "", parent: current };
    elements.push(current);
  });
  parser.on("text", (text) => current && (current.text += text));
  parser.on("closetag", () => (current = current?.parent ?? null));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return elements;
}

async function graph() {
  let xml = "";
  for await (const part of graphmlFiles["network.graphml"]!(await exportSource())) xml += part;
  const elements = elementsOf(xml);
  const of = (name: string) =>
    elements
      .filter((one) => one.name === name)
      .map((one) => {
        const data = elements.filter(({ name, parent }) => name === "data" && parent === one);
        return {
          ...one.attributes,
          ...Object.fromEntries(data.map(({ attributes, text }) => [attributes["key"], text])),
        };
      });
  return { keys: of("key"), nodes: of("node"), edges: of("edge") };
}

const NAME = `<b>"Tom" & 'Jerry'</b> ]]> 𝄞`;

beforeAll(async () => {
  await loadDataset();
  const citations = [{ article: "mirage-finland" }];
  const memberships = [{ actor: "quad", role: "MEMBER", attestedOn: "2026-11-01", citations }];
  const json = {
    actors: [{ slug: "quad", type: "STATE", name: NAME }],
    alliances: [{ slug: "talks", name: "Talks", kind: "DIALOGUE", memberships }],
  };
  await say(json);
});

describe("network.graphml", () => {
  it("has a node for each actor and alliance, and an edge for each membership", async () => {
    const { nodes, edges } = await graph();
    const count = (table: string) => env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>("n");
    expect(nodes).toHaveLength((await count("actors"))! + (await count("alliances"))!);
    expect(edges).toHaveLength((await count("memberships"))!);
  });

  it("tells of a membership its role and its dates", async () => {
    expect((await graph()).edges).toContainEqual({
      source: "actor:brunei",
      target: "alliance:asean",
      "edge.key": "asean/brunei/member",
      "edge.role": "MEMBER",
      "edge.rank": "PREFERRED",
      "edge.from": "1984-01-07",
      "edge.fromEarliest": "1984-01-07",
      "edge.fromLatest": "1984-01-07",
      "edge.toEarliest": "9999-12-31",
      "edge.toLatest": "9999-12-31",
    });
  });

  it("tells the last day on which somebody found a membership still so", async () => {
    const { edges } = await graph();
    expect(edges.filter((edge) => "edge.attestedOn" in edge)).toMatchObject([
      { source: "actor:quad", target: "alliance:talks", "edge.attestedOn": "2026-11-01" },
    ]);
  });

  it("has nodes of different ids, edges between them, and no attribute that is not declared", async () => {
    const { keys, nodes, edges } = await graph();
    const ids = new Set(nodes.map((node) => Reflect.get(node, "id") as string));
    expect(ids.size).toBe(nodes.length);
    for (const id of ids) expect(id).toMatch(/^[\w.:-]+$/);
    for (const edge of edges) {
      expect(ids).toContain(Reflect.get(edge, "source"));
      expect(ids).toContain(Reflect.get(edge, "target"));
    }
    const declared = keys.map((key) => Reflect.get(key, "id") as string);
    const used = [...nodes, ...edges].flatMap((one) => Object.keys(one).filter((key) => key.includes(".")));
    expect(declared).toEqual(expect.arrayContaining([...new Set(used)]));
  });

  it("keeps a name with markup in it, and an actor apart from an alliance of the same slug", async () => {
    const { nodes } = await graph();
    expect(nodes).toContainEqual({ id: "actor:quad", "node.label": NAME, "node.noun": "Actor", "node.type": "STATE" });
    expect(nodes).toContainEqual(expect.objectContaining({ id: "alliance:quad", "node.label": "Quad" }));
  });
});

describe("a text in XML", () => {
  it.each(["a\tb\nc\rd", "]]>", "&amp;", "<!--", "𝄞", "﻿"])("comes back as it was: %j", (text) => {
    const [element] = elementsOf(`<a b="${xmlText(text)}">${xmlText(text)}</a>`);
    expect(element).toMatchObject({ text, attributes: { b: text } });
  });

  it.each(["\u0000", "\u0008", "\u001B", "\uFFFE", "\uD800"])("has no %j, which XML has not", (character) => {
    expect(elementsOf(`<a>${xmlText(`x${character}y`)}</a>`)).toMatchObject([{ text: "x\uFFFDy" }]);
  });
});
