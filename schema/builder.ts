import SchemaBuilder, { type ArgBuilder } from "@pothos/core";
import DrizzlePlugin from "@pothos/plugin-drizzle";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { relations } from "../drizzle/relations.ts";
import type { Context } from "./context.ts";
import { rowClient } from "./read/row-client.ts";

export interface SchemaTypes {
  Context: Context;
  DefaultFieldNullability: false;
  DrizzleRelations: typeof relations;
  Scalars: {
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    ID: { Input: string; Output: string };
    PartialDate: { Input: string; Output: string };
    URL: { Input: string; Output: string };
  };
}

export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [DrizzlePlugin],
  defaultFieldNullability: false,
  drizzle: { client: rowClient, getTableConfig, relations },
});

builder.queryType({ description: "What can be asked. Everything that depends on time takes `asOf`, a day" });

type TypesOf<Builder> = Builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;

/** What `t.arg` is: for arguments that several fields share. */
export type ArgumentBuilder = ArgBuilder<TypesOf<typeof builder>>;
