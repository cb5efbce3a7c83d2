import { getTableName } from "drizzle-orm";
import type { D1Client } from "../../../drizzle/client/d1-client.ts";
import type { NounDescription, PartDescription } from "../../nouns/description.ts";
import { type Noun, nouns, type RowKey } from "../../nouns/index.ts";
import { parts } from "../../nouns/part/index.ts";
import { fieldsOf, nestedIn, partsOf } from "../../nouns/structure.ts";
import { LISTED } from "../../../drizzle/query/json-parameter.ts";
import { jsonObject } from "./json-object.ts";

/** The fields of a row as change sets have them, references by name; what is not there is null. */
export type Fields = Record<string, string | number | boolean | null>;

/** A row of a noun with its parts, as a change set would say it. */
export interface StoredNode extends RowKey {
  name: string;
  fields: Fields;
  /** By what they are called: `aliases`, `participants`; each with its row's id. */
  parts: Record<string, { id: number; fields: Fields }[]>;
}

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
  return `SELECT node.id, ${nodeJson(noun, "node")} AS json FROM ${getTableName(nouns[noun].table)} AS node WHERE node.id IN ${LISTED} ORDER BY node.id`;
}

/** SQL: a JSON object of a row's fields and parts, with the facts that change sets nest in it where they are asked for. */
export function nodeJson(noun: Noun, row: string, withNested = false): string {
  const ownParts = partsOf(noun).map(({ part, name, column }) => {
    const rows = `SELECT * FROM ${getTableName(parts[part].table)} WHERE ${column} = ${row}.id ORDER BY id`;
    const json = `json_object('id', part.id, 'fields', ${fieldsSql(parts[part], "part")})`;
    return [name, `(SELECT json_group_array(${json}) FROM (${rows}) AS part)`] as const;
  });
  const facts = nestedIn(noun).map(({ noun: fact, field }) => {
    const { table, name, list } = nouns[fact];
    const rows = `SELECT * FROM ${getTableName(table)} WHERE ${field.column} = ${row}.id ORDER BY ${name}`;
    return [list, `(SELECT json_group_array(${nodeJson(fact, "fact")}) FROM (${rows}) AS fact)`] as const;
  });
  return jsonObject([
    ["fields", fieldsSql(nouns[noun], row)],
    ["parts", jsonObject(ownParts)],
    ...(withNested ? [["facts", jsonObject(facts)] as const] : []),
  ]);
}

/** SQL: a JSON object of the row's fields, references by the names that rows have. */
function fieldsSql(of: NounDescription | PartDescription, row: string): string {
  return jsonObject(
    fieldsOf(of).map(({ name, column, references, isBoolean }) => {
      const cell = `${row}.${column}`;
      if (isBoolean) return [name, `json(iif(${cell}, 'true', 'false'))`] as const;
      if (references === null) return [name, cell] as const;
      const { table, name: lasting } = nouns[references];
      return [
        name,
        `(SELECT target.${lasting} FROM ${getTableName(table)} AS target WHERE target.id = ${cell})`,
      ] as const;
    }),
  );
}
