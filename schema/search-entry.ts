import { sql } from "drizzle-orm";
import type { GraphQLResolveInfo } from "graphql";
import { type EntryKind, entryKinds } from "../drizzle/full-text.ts";
import type { RowOf } from "./connection/list.ts";
import type { Context } from "./context.ts";
import { markType } from "./node.ts";
import { readRows } from "./read-rows.ts";
import { actorTypeNames } from "./reference.ts";

/** What each kind of entry leads to: the relation of `searchEntries`, and the GraphQL type there. */
const targets = {
  ACTOR: { relation: "actor", type: "Actor", columns: { id: true, type: true } },
  ALLIANCE: { relation: "alliance", type: "Alliance", columns: { id: true } },
  ARTICLE: { relation: "article", type: "Article", columns: { id: true } },
  STATEMENT: { relation: "statement", type: "Statement", columns: { id: true } },
} as const satisfies Record<EntryKind, object>;

type EntryRow = { id: number } & Record<string, object | null>;

/** The nodes of entries of the full-text index, by the entries' numbers: one statement, none for no entries. */
export async function readEntries(
  entries: readonly number[],
  paths: string[][],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Map<number, object>> {
  if (entries.length === 0) return new Map();
  const present = new Set(entries.map((entry) => entryKinds[entry % entryKinds.length]!));
  const kinds = entryKinds.filter((kind) => present.has(kind)).map((kind) => targets[kind]);
  const isWanted = (row: RowOf<"searchEntries">) =>
    sql`${row.id} in (select value from json_each(${JSON.stringify(entries)}))`;
  const rows = (await readRows(
    {
      table: "searchEntries",
      own: { columns: { id: true }, where: { RAW: isWanted } },
      paths,
      through: Object.fromEntries(kinds.map(({ relation, type, columns }) => [relation, { typeName: type, columns }])),
    },
    context,
    info,
  )) as EntryRow[];
  const found = new Map<number, object>();
  for (const row of rows) {
    for (const { relation, type } of kinds) {
      const node = row[relation];
      if (node) found.set(row.id, markType(node, type === "Actor" ? typeOf(node) : type));
    }
  }
  return found;
}

function typeOf(actor: object): string {
  return actorTypeNames[(actor as { type: keyof typeof actorTypeNames }).type];
}
