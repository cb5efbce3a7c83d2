import { and, type Column, eq, or, sql } from "drizzle-orm";
import type { GraphQLResolveInfo } from "graphql";
import { warnOfId } from "../argument/nothing-named.ts";
import { builder } from "../builder.ts";
import type { RowOf } from "../read/table.ts";
import type { Context } from "../context.ts";
import { badUserInput } from "../error.ts";
import { writeGlobalId } from "./global-id.ts";
import { atMost } from "../list-bound.ts";
import { named, type Source } from "./named-row.ts";
import { markType, Node } from "./node.ts";
import { readRows } from "../read/read-rows.ts";
import type { Row } from "../read/reading.ts";
import { actorTypeNames } from "./reference.ts";

const MOST_IDS = 100;

/**
 * The nodes of the ids, in their order, null for an id of nothing: one statement a type, and two more
 * where ids of actors lead to nothing, or to the heirs of merged ones.
 */
export async function readNodes(ids: readonly string[], context: Context, info: GraphQLResolveInfo) {
  const nodes = await readNodesOfIds(ids, context, info);
  const missing = ids.filter((_, index) => nodes[index] === null);
  if (missing.length === 0) return nodes;
  const heirs = await heirsOf(missing, context);
  if (heirs.size === 0) return nodes;
  const found = await readNodesOfIds([...heirs.values()], context, info);
  const byId = new Map([...heirs.keys()].map((id, index) => [id, found[index] ?? null]));
  return ids.map((id, index) => nodes[index] ?? byId.get(id) ?? null);
}

/** The ids of the heirs of merged actors, who are of the same type, by those of the merged ones. */
async function heirsOf(ids: readonly string[], context: Context): Promise<Map<string, string>> {
  const actors = new Map(
    ids.flatMap((id) => {
      const one = named(id);
      return one?.source.table === "actors" ? [[one.key[0]!, { id, type: one.type }] as const] : [];
    }),
  );
  if (actors.size === 0) return new Map();
  const rows = await context.database.all<{ former: number; heir: number }>(
    sql`select former, actor_id as heir from redirects where former in (select value from json_each(${JSON.stringify([...actors.keys()])}))`,
  );
  return new Map(
    rows.flatMap(({ former, heir }) => {
      const actor = actors.get(former);
      return actor === undefined ? [] : [[actor.id, writeGlobalId(actor.type, heir)] as const];
    }),
  );
}

async function readNodesOfIds(ids: readonly string[], context: Context, info: GraphQLResolveInfo) {
  const asked = ids.map(named);
  const found = new Map<string, object>();
  const byType = Map.groupBy(
    asked.filter((one) => one !== null),
    ({ type }) => type,
  );
  await Promise.all(
    [...byType].map(async ([type, own]) => {
      const { source } = own[0]!;
      const keys = own.map(({ key }) => key);
      for (const row of await readRowsOf(type, source, keys, context, info)) {
        found.set(`${type} ${source.keys.map((column) => row[column]).join("-")}`, markType(row, type));
      }
    }),
  );
  return asked.map((one) => (one === null ? null : (found.get(`${one.type} ${one.key.join("-")}`) ?? null)));
}

async function readRowsOf(
  typeName: string,
  { table, keys }: Source,
  wanted: readonly (readonly number[])[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Row[]> {
  const isWanted = (row: Record<string, Column>) =>
    keys.length === 1 && wanted.length > 1
      ? sql`${row[keys[0]!]} in (select value from json_each(${JSON.stringify(wanted.flat())}))`
      : or(...wanted.map((key) => and(...keys.map((column, index) => eq(row[column]!, key[index])))));
  const actorType = Object.entries(actorTypeNames).find(([, name]) => name === typeName)?.[0];
  const own = () => ({
    columns: Object.fromEntries(keys.map((column) => [column, true])),
    where: {
      RAW: (row: never) =>
        and(
          isWanted(row),
          // With the plus SQLite looks rows up by id, not all of the type.
          actorType === undefined ? undefined : sql`+${(row as RowOf<"actors">).type} = ${actorType}`,
        ),
    },
  });
  return readRows({ table, own, name: `${typeName} ${wanted.join()}`, typeName }, context, info);
}

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description:
      "The node of an id; null where there is none, also for a text that is no id, and `extensions.warnings` says so",
    args: { id: t.arg.id({ required: true, description: "The id" }) },
    resolve: async (_root, { id }, context, info) => {
      const [node = null] = await readNodes([id], context, info);
      if (node === null) warnOfId(id, context, info);
      return node;
    },
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    ...atMost({ argument: "ids", usual: 0, most: MOST_IDS }),
    description:
      "The nodes of ids, in their order; null for each where there is none, and `extensions.warnings` says which",
    args: { ids: t.arg.idList({ required: true, description: `The ids, at most ${MOST_IDS}` }) },
    resolve: async (_root, { ids }, context, info) => {
      if (ids.length > MOST_IDS) {
        throw badUserInput(`Argument "ids" has ${ids.length} ids: give at most ${MOST_IDS}`);
      }
      const nodes = await readNodes(ids, context, info);
      for (const [index, node] of nodes.entries()) if (node === null) warnOfId(ids[index]!, context, info, index);
      return nodes;
    },
  }),
}));
