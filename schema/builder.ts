import SchemaBuilder, { type ArgBuilder } from "@pothos/core";
import DrizzlePlugin from "@pothos/plugin-drizzle";
import RelayPlugin from "@pothos/plugin-relay";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { relations } from "../drizzle/relations.ts";
import type { Context } from "./context.ts";

export interface SchemaTypes {
  Context: Context;
  DefaultFieldNullability: false;
  DrizzleRelations: typeof relations;
  Scalars: {
    Date: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date | string };
    ID: { Input: string; Output: string };
    PartialDate: { Input: string; Output: string };
    URL: { Input: URL; Output: URL | string };
  };
}

export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [RelayPlugin, DrizzlePlugin],
  defaultFieldNullability: false,
  drizzle: { client: (context) => context.database, getTableConfig, relations },
  relay: {
    cursorType: "String",
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodesOnConnection: { description: "The nodes of the page, in order: a shortcut past the edges", nullable: false },
    edgesFieldOptions: { description: "The edges of the page, in order", nullable: false },
    nodeFieldOptions: { description: "What the edge leads to", nullable: false },
    cursorFieldOptions: {
      description: "Where the edge stands: give it to `after` or `before` of the same field with the same arguments",
    },
    pageInfoFieldOptions: { description: "Where the page stands in the whole list" },
    pageInfoTypeOptions: { description: "Where a page stands in the whole list, as the Relay specification has it" },
    firstArgOptions: {
      description: "At most this many from the start, 1 to 100; 20 when neither first nor last is given",
    },
    lastArgOptions: { description: "At most this many from the end, 1 to 100; not together with first" },
    afterArgOptions: { description: "Only what comes after this cursor of the same field and arguments" },
    beforeArgOptions: { description: "Only what comes before this cursor of the same field and arguments" },
    hasNextPageFieldOptions: { description: "Whether anything comes after this page" },
    hasPreviousPageFieldOptions: { description: "Whether anything comes before this page" },
    startCursorFieldOptions: { description: "The cursor of the first edge; null on an empty page" },
    endCursorFieldOptions: { description: "The cursor of the last edge; null on an empty page" },
  } as never,
});

builder.queryType({ description: "What can be asked. Everything that depends on time takes `asOf`, a day" });

type TypesOf<Builder> = Builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;

/** What `t.arg` is: for arguments that several fields share. */
export type ArgumentBuilder = ArgBuilder<TypesOf<typeof builder>>;
