import type { OutputRef } from "@pothos/core";
import { builder } from "../builder.ts";
import type { Slice } from "./slice.ts";

type EdgeFields = Parameters<typeof builder.edgeObject>[0]["fields"];

/**
 * Defines `NameConnection` and `NameEdge` for lists of a node type, as the Relay specification
 * has them, with `nodes` and `totalCount`.
 */
export function connectionType(name: string, node: OutputRef, what: string, edgeFields?: EdgeFields) {
  const edge = builder.edgeObject({
    type: node as never,
    name: `${name}Edge`,
    description: `One of ${what}, with its place in the list`,
    ...(edgeFields ? { fields: edgeFields } : {}),
  });
  return builder.connectionObject(
    {
      type: node as never,
      name: `${name}Connection`,
      description: `A page of ${what}`,
      fields: (t) => ({
        totalCount: t.int({
          description: "How many there are in the whole list, with its filters applied",
          resolve: (connection) => (connection as unknown as Slice).totalCount ?? 0,
        }),
      }),
    },
    edge,
  );
}
