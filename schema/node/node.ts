import { builder } from "../builder.ts";
import { asRead } from "../assertion.ts";

const typeName = Symbol("the GraphQL type of a row");

/** Marks a row with its GraphQL type, for fields that can lead to several. */
export function markType<Row extends object>(row: Row, type: string): Row {
  return Object.assign(row, { [typeName]: type });
}

export function markedType(row: unknown): string | undefined {
  return asRead<{ [typeName]?: string }>(row)[typeName];
}

export const Node = builder.interfaceRef<object>("Node").implement({
  description: "Anything with an id of its own, which `node` finds again",
  resolveType: (row) => markedType(row),
  fields: (t) => ({
    id: t.id({
      description: "An opaque id, the same for ever; it survives renames and merges",
      resolve: () => {
        throw new Error("each type gives its own id");
      },
    }),
  }),
});
