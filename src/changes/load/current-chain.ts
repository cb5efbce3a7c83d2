import { getTableName } from "drizzle-orm";
import { LISTED } from "../../../drizzle/query/json-parameter.ts";
import { type Noun, nounNames, nouns } from "../../nouns/index.ts";
import { type Field, fieldsOf } from "../../nouns/structure.ts";
import type { Entries } from "../read/entry.ts";
import type { Read, StoredRow } from "./pending-read.ts";

/** Where a field that leads to another of the same noun leads, by names: of a parent to its own, and so on. */
export type Chains = Map<string, Map<string, string>>;

export function chainKey(noun: Noun, field: string): string {
  return `${noun} ${field}`;
}

/** The fields of a noun that lead to another of it. */
export function ownReferences(noun: Noun): Field[] {
  return fieldsOf(nouns[noun]).filter(({ references }) => references === noun);
}

/** Reads what is loaded above all that entries have as a parent or the like, up to the top. */
export function readChains(entries: Entries, read: Read, chains: Chains): void {
  for (const noun of nounNames) {
    for (const { name: field, column } of ownReferences(noun)) {
      const above = entries[noun].flatMap(({ value }) => {
        const named: unknown = Reflect.get(value, field);
        return typeof named === "string" ? [named] : [];
      });
      const { table, name } = nouns[noun];
      const from = getTableName(table);
      const links = new Map<string, string>();
      chains.set(chainKey(noun, field), links);
      read(
        `WITH RECURSIVE chain(id, above) AS (
          SELECT id, ${column} FROM ${from} WHERE ${name} IN ${LISTED}
          UNION SELECT upper.id, upper.${column} FROM chain JOIN ${from} AS upper ON upper.id = chain.above
        )
        SELECT lower.${name} AS lower, upper.${name} AS upper FROM chain
        JOIN ${from} AS lower ON lower.id = chain.id JOIN ${from} AS upper ON upper.id = chain.above`,
        above,
        (rows: StoredRow[]) => {
          for (const { lower, upper } of rows) links.set(String(lower), String(upper));
        },
      );
    }
  }
}
