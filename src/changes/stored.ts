import { getTableName } from "drizzle-orm";
import type { D1Client } from "../../drizzle/client/database.ts";
import { historyOf, type LiveTable, liveTables } from "../../drizzle/history/live-table.ts";
import { lastingName, partName, toldFields } from "../../drizzle/history/told-field.ts";
import { childrenOf, childTables, type Noun, nouns, type RowKey } from "./noun.ts";
import { columnName, LISTED } from "./sql.ts";

/** The fields of a row as change sets have them, references by name; what is not there is null. */
export type Fields = Record<string, string | number | boolean | null>;

/** A row of a noun with its parts, as a change set would say it. */
export interface StoredNode extends RowKey {
  name: string;
  fields: Fields;
  /** By what they are called: `aliases`, `participants`; each with its row's id. */
  parts: Record<string, { id: number; fields: Fields }[]>;
}

/** The columns that say what another column holds in days: no field of a change set. */
const notSaid: Readonly<Record<string, readonly string[]>> = { events: ["from", "to"] };

/** Reads rows, and the revision of which that is. */
export async function readStored(
  d1: D1Client,
  keys: readonly RowKey[],
): Promise<{ revision: number; nodes: StoredNode[] }> {
  const asked = Object.entries(Object.groupBy(keys, ({ noun }) => noun)) as [Noun, RowKey[]][];
  const [newest, ...results] = await d1.batch<{ id: number; json: string; revision: number }>([
    d1.prepare("SELECT coalesce(max(number), 0) AS revision FROM revisions"),
    ...asked.map(([noun, rows]) => d1.prepare(nodeSql(noun)).bind(JSON.stringify(rows.map(({ id }) => id)))),
  ]);
  const nodes = results.flatMap(({ results: rows }, index) => {
    const noun = asked[index]![0];
    return rows.map(({ id, json }): StoredNode => {
      const { fields, parts } = JSON.parse(json) as Pick<StoredNode, "fields" | "parts">;
      return { noun, id, name: String(fields[nouns[noun].name]), fields, parts };
    });
  });
  return { revision: newest?.results[0]?.revision ?? 0, nodes };
}

/** What a change set would say: without what is not there, nor where the slugs of merged actors lead. */
export function jsonOf({ fields, parts }: Pick<StoredNode, "fields" | "parts">): Record<string, unknown> {
  const lists = Object.entries(parts)
    .filter(([name]) => name !== "redirects")
    .map(([name, rows]) => [name, rows.map((row) => said(row.fields))]);
  return { ...said(fields), ...Object.fromEntries(lists) };
}

function said(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function nodeSql(noun: Noun): string {
  const table = getTableName(nouns[noun].table);
  const parts = childrenOf(noun).map(([child, property]) => {
    const part = getTableName(childTables[child]);
    const owner = columnName(childTables[child], property);
    const rows = `(SELECT * FROM ${part} WHERE ${owner} = node.id ORDER BY id)`;
    return `'${partName(part)}', (SELECT json_group_array(json_object('id', row.id, 'fields', ${fieldsSql(part, "row")})) FROM ${rows} AS row)`;
  });
  return `SELECT node.id, json_object('fields', ${fieldsSql(table, "node")}, 'parts', json_object(${parts.join(", ")})) AS json FROM ${table} AS node WHERE node.id IN ${LISTED} ORDER BY node.id`;
}

/** SQL: a JSON object of the row's fields, references by the names that rows have, or have had last. */
export function fieldsSql(table: string, row: string, had = false): string {
  const cells = fieldsOf(table).map(({ name, column, references, isBoolean }) => {
    const cell = `${row}.${column}`;
    if (isBoolean) return `'${name}', json(iif(${cell}, 'true', 'false'))`;
    if (references === null) return `'${name}', ${cell}`;
    const target = had ? historyOf(references) : references;
    const last = had ? " ORDER BY target.from_revision DESC LIMIT 1" : "";
    return `'${name}', (SELECT target.${lastingName(references, liveTables)} FROM ${target} AS target WHERE target.id = ${cell}${last})`;
  });
  return `json_object(${cells.join(", ")})`;
}

/** The fields of a table's rows in change sets. */
export function fieldsOf(table: string) {
  const live = liveTables.find(({ name }) => name === table) as LiveTable;
  return toldFields(live).filter(({ name }) => !(notSaid[table] ?? []).includes(name));
}
