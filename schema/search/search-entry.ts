import { sql } from "drizzle-orm";
import type { GraphQLResolveInfo } from "graphql";
import { type EntryKind, entryKinds } from "../../drizzle/search/full-text.ts";
import type { RowOf } from "../read/table.ts";
import type { Context } from "../context.ts";
import { markType } from "../node/node.ts";
import { readRows } from "../read/read-rows.ts";
import type { Reading, Row } from "../read/reading.ts";
import { actorTypeNames } from "../node/reference.ts";

/** What each kind of entry leads to: the relation of `searchEntries`, and the GraphQL type there. */
const targets = {
  ACTOR: { relation: "actor", type: "Actor", columns: { id: true, type: true } },
  ALLIANCE: { relation: "alliance", type: "Alliance", columns: { id: true } },
  ARTICLE: { relation: "article", type: "Article", columns: { id: true } },
  STATEMENT: { relation: "statement", type: "Statement", columns: { id: true } },
} as const satisfies Record<EntryKind, object>;

/** The entries that `own` gives, each with the `node` it is of, if of one of the kinds: one statement. */
export async function readEntries(
  query: Pick<Reading, "own" | "name">,
  kinds: readonly EntryKind[],
  paths: string[][],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Row[]> {
  const through = Object.fromEntries(
    entryKinds
      .filter((kind) => kinds.includes(kind))
      .map((kind) => targets[kind])
      .map(({ relation, type, columns }) => [relation, { typeName: type, columns }]),
  );
  const rows = await readRows({ table: "searchEntries", ...query, paths, through }, context, info);
  return rows.map((row) => Object.assign(row, { node: nodeOf(row) }));
}

/** The nodes of entries of the full-text index, by the entries' numbers: one statement, none for no entries. */
export async function readNumberedEntries(
  numbers: readonly number[],
  paths: string[][],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Map<number, object>> {
  if (numbers.length === 0) return new Map();
  const kinds = numbers.map((number) => entryKinds[number % entryKinds.length]!);
  const isWanted = (row: RowOf<"searchEntries">) =>
    sql`${row.id} in (select value from json_each(${JSON.stringify(numbers)}))`;
  const own = () => ({ columns: { id: true }, where: { RAW: isWanted } });
  const entries = await readEntries({ own }, kinds, paths, context, info);
  return new Map(entries.flatMap(({ id, node }) => (node === null ? [] : [[id as number, node as object]])));
}

function nodeOf(row: Row): object | null {
  for (const { relation, type } of Object.values(targets)) {
    const node = row[relation] as object | null | undefined;
    if (node) return markType(node, type === "Actor" ? typeOf(node) : type);
  }
  return null;
}

function typeOf(actor: object): string {
  return actorTypeNames[(actor as { type: keyof typeof actorTypeNames }).type];
}
