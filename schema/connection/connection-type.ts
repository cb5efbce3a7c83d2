import type { OutputRef } from "@pothos/core";
import { builder } from "../builder.ts";
import { PageInfo } from "./page-info.ts";
import type { Edge, Slice } from "./slice.ts";
import { asMade, asRead } from "../assertion.ts";

const edgeRef = (name: string) => builder.objectRef<Edge>(name);

export type EdgeFields = NonNullable<Parameters<ReturnType<typeof edgeRef>["implement"]>[0]["fields"]>;

/**
 * Defines `NameConnection` and `NameEdge` for lists of a node type, as the Relay specification
 * (GraphQL Cursor Connections) has them, with `nodes` and `totalCount`.
 */
export function connectionType(name: string, node: OutputRef, what: string, edgeFields?: EdgeFields) {
  const nodeType = asMade(node);
  const edge = edgeRef(`${name}Edge`).implement({
    description: `One of ${what}, with its place in the list`,
    fields: (t) => ({
      node: t.field({ type: nodeType, description: "What the edge leads to", resolve: (row) => asRead(row.node) }),
      cursor: t.exposeString("cursor", {
        description: "Where the edge stands: give it to `after` or `before` of the same field with the same arguments",
      }),
      ...edgeFields?.(t),
    }),
  });
  return builder.objectRef<Slice>(`${name}Connection`).implement({
    description: `A page of ${what}`,
    fields: (t) => ({
      edges: t.field({ type: [edge], description: "The edges of the page, in order", resolve: ({ edges }) => edges }),
      nodes: t.field({
        type: [nodeType],
        description: "The nodes of the page, in order: a shortcut past the edges",
        resolve: ({ edges }) => asRead(edges.map((row) => row.node)),
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: "Where the page stands in the whole list",
        resolve: ({ pageInfo }) => pageInfo,
      }),
      totalCount: t.int({
        description: "How many there are in the whole list, with its filters applied",
        resolve: ({ totalCount }) => totalCount ?? 0,
      }),
    }),
  });
}
