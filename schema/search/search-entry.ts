import type { GraphQLResolveInfo } from "graphql";
import { type EntryKind, entryKinds, indexed, kindOfEntry } from "../../drizzle/search/indexed.ts";
import { numberedEntries } from "../../drizzle/search/search-entry.ts";
import { nouns } from "../../src/nouns/index.ts";
import { nounOf } from "../../src/nouns/structure.ts";
import type { Context } from "../context.ts";
import { markType } from "../node/node.ts";
import { readRows } from "../read/read-rows.ts";
import type { Reading, Row } from "../read/reading.ts";
import { actorTypeNames } from "../node/reference.ts";
import { asRead } from "../assertion.ts";

/** What each kind of entry leads to: the relation of `searchEntries`, and the GraphQL type there. */
const targets = entryKinds.map((kind) => {
  const { table, entry } = indexed[kind];
  const type = kind === "CITATION" ? "Citation" : nouns[nounOf(table)].type;
  const columns: Readonly<Record<string, boolean>> = { id: true, ...(kind === "ACTOR" && { type: true }) };
  return { kind, relation: entry.replace(/_id$/, ""), type, columns };
});

/** The entries that `own` gives, each with the `node` it is of, if of one of the kinds: one statement. */
export async function readEntries(
  query: Pick<Reading, "own" | "name">,
  kinds: readonly EntryKind[],
  paths: string[][],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Row[]> {
  const through = Object.fromEntries(
    targets
      .filter(({ kind }) => kinds.includes(kind))
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
  const own = () => ({ from: numberedEntries(numbers), columns: { id: true } });
  const entries = await readEntries({ own }, numbers.map(kindOfEntry), paths, context, info);
  return new Map(
    entries.flatMap(({ id, node }) => (node === null ? [] : [[asRead<number>(id), asRead<object>(node)]])),
  );
}

function nodeOf(row: Row): object | null {
  for (const { relation, type } of targets) {
    const node = asRead<object | null | undefined>(row[relation]);
    if (node) return markType(node, type === "Actor" ? typeOf(node) : type);
  }
  return null;
}

function typeOf(actor: object): string {
  return actorTypeNames[asRead<{ type: keyof typeof actorTypeNames }>(actor).type];
}
