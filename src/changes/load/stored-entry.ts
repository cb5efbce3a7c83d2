import { getTableName, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../../drizzle/client/database.ts";
import type { NounDescription, PartDescription } from "../../nouns/description.ts";
import { type Inputs, type Noun, nouns } from "../../nouns/index.ts";
import { parts } from "../../nouns/part/index.ts";
import { fieldsOf, nestedIn, partsOf } from "../../nouns/structure.ts";
import { type Fields, nodeJson } from "./stored.ts";

/** What is loaded, as a change set says it: an alliance with its statuses and memberships. */
export type StoredEntry<N extends Noun> = N extends "alliances"
  ? Inputs[N] & {
      statuses?: Nested<"allianceStatuses">[];
      memberships?: Nested<"memberships">[];
      obligations?: Nested<"obligations">[];
    }
  : Inputs[N];
type Nested<N extends "allianceStatuses" | "memberships" | "obligations"> = Omit<Inputs[N], "alliance">;

/** A row as `nodeJson` has it. */
interface NodeJson {
  fields: Fields;
  parts: Record<string, { fields: Fields }[]>;
  facts?: Record<string, NodeJson[]>;
}

/** The entries of the rows `node` that a condition keeps, in its order, by one SQL query. */
export async function readEntries<N extends Noun>(database: Database, noun: N, rest: SQL): Promise<StoredEntry<N>[]> {
  return (await readEntriesOf(database, noun, rest, "null")).entries;
}

/** The same, with the state that the database was in, as SQL tells it in the same query; null where there are no rows. */
export async function readEntriesOf<N extends Noun>(
  database: Database,
  noun: N,
  rest: SQL,
  stateSql: string,
): Promise<{ entries: StoredEntry<N>[]; state: string | null }> {
  const cells = `${nodeJson(noun, "node", true)} as json, ${stateSql} as state`;
  const select = sql.raw(`select ${cells} from ${getTableName(nouns[noun].table)} as node`);
  const rows = await database.all<{ json: string; state: string | null }>(sql`${select} ${rest}`);
  // It was of this shape when it was written: that is checked there.
  const entries = rows.map(({ json }) => entryOf(noun, JSON.parse(json) as NodeJson) as StoredEntry<N>);
  return { entries, state: rows[0]?.state ?? null };
}

/** What an entry says, in the order of its input: not what is not there, nor what rows have at first, nor empty lists. */
function entryOf(noun: Noun, { fields, parts: lists, facts = {} }: NodeJson): Readonly<Record<string, unknown>> {
  const partLists = partsOf(noun).map(({ part, name }) => [
    name,
    (lists[name] ?? []).map((row) => inOrder(parts[part], row.fields)),
  ]);
  const factLists = nestedIn(noun).map(({ noun: fact, field }) => [
    nouns[fact].list,
    (facts[nouns[fact].list] ?? []).map((json) => {
      const { [field.name]: _, ...rest } = entryOf(fact, json);
      return rest;
    }),
  ]);
  return { ...inOrder(nouns[noun], fields, Object.fromEntries(partLists)), ...said(Object.fromEntries(factLists)) };
}

/** Fields and lists in the order of the input. */
function inOrder(of: NounDescription | PartDescription, fields: Fields, lists: Record<string, unknown> = {}) {
  const usual = fieldsOf(of).filter(({ name, initial }) => initial !== null && fields[name] === initial);
  const all: Record<string, unknown> = { ...fields, ...lists };
  for (const { name } of usual) delete all[name];
  return said(Object.fromEntries(Object.keys(of.input?.entries ?? {}).map((name) => [name, all[name]])));
}

function said(entry: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value != null && !(Array.isArray(value) && value.length === 0)),
  );
}
