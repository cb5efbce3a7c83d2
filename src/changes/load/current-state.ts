import { getTableName } from "drizzle-orm";
import type { D1Client } from "../../../drizzle/client/d1-client.ts";
import { historyOf } from "../../../drizzle/history/live-table.ts";
import type { UniqueValue } from "../check/unique-constraint.ts";
import type { Entries } from "../read/entry.ts";
import type { Reference } from "../read/reference.ts";
import { type Noun, nounNames, nouns, perNoun, type RowKey } from "../../nouns/index.ts";
import { type Part, partNames, parts, perPart } from "../../nouns/part/index.ts";
import { partsOf } from "../../nouns/structure.ts";
import { type Referrer, referrersSql } from "./referrer.ts";
import type { PendingRead, Read, StoredRow } from "./pending-read.ts";
import { jsonParameters, LISTED } from "../../../drizzle/query/json-parameter.ts";
import { readUniqueValues } from "./current-unique-value.ts";
import { type Chains, readChains } from "./current-chain.ts";
import { readIntervals } from "./current-interval.ts";
import type { Interval } from "../check/interval-overlap.ts";

/** What is loaded, as far as a change set touches it. */
export interface CurrentState {
  /** The number of the last revision, 0 before the first. */
  revision: number;
  lastIds: Readonly<Record<Noun | Part, number>>;
  rows: Record<Noun, Map<string, StoredRow>>;
  /** The rows of parts by part and owner: `partsKey`. */
  parts: Map<string, StoredRow[]>;
  intervals: Interval[];
  /** What is above what entries name as a parent or the like. */
  chains: Chains;
  uniqueValues: Pick<UniqueValue, "what" | "owner">[];
  /** Where the slugs of merged actors lead. */
  redirects: Map<string, { heir: string; former: number }>;
  /** What refers to what is to be taken out. */
  referrers: Referrer[];
}

export function partsKey(noun: Noun, part: Part, ownerId: number): string {
  return `${noun} ${part} ${ownerId}`;
}

/** Reads in one batch, so that all of it is of one revision. */
export async function readCurrentState(
  d1: D1Client,
  entries: Entries,
  references: readonly Reference[],
  retractions: readonly RowKey[] = [],
): Promise<CurrentState> {
  const current: CurrentState = {
    revision: 0,
    lastIds: { ...perNoun(() => 0), ...perPart(() => 0) },
    rows: perNoun(() => new Map()),
    parts: new Map(),
    intervals: [],
    chains: new Map(),
    uniqueValues: [],
    redirects: new Map(),
    referrers: [],
  };
  const reads: PendingRead[] = [];
  const read: Read = (sql, names, take) => {
    // An entry that is refused may lack what it should refer to: what else is wrong is told all the same.
    const given = new Set<unknown>(names);
    given.delete(undefined);
    for (const list of jsonParameters([...given])) reads.push({ statement: d1.prepare(sql).bind(list), take });
  };

  readNumbers();
  for (const noun of nounNames) readRows(noun);
  readChains(entries, read, current.chains);
  readIntervals(entries, read, current.intervals);
  readUniqueValues(entries, read, current.uniqueValues);
  readRedirects();
  for (const noun of nounNames) readRetracted(noun);
  const results = await d1.batch<StoredRow>(reads.map(({ statement }) => statement));
  results.forEach(({ results: rows }, index) => reads[index]?.take(rows));
  return current;

  function readNumbers(): void {
    const tables = [
      ...nounNames.map((noun) => [noun, nouns[noun].table] as const),
      ...partNames.map((part) => [part, parts[part].table] as const),
    ];
    // The history knows of rows that are gone too: no id is given twice.
    const lastIds = tables.map(
      ([name, table]) => `(SELECT coalesce(max(id), 0) FROM ${historyOf(getTableName(table))}) AS ${name}`,
    );
    reads.push({
      statement: d1.prepare(
        `SELECT (SELECT coalesce(max(number), 0) FROM revisions) AS revision, ${lastIds.join(", ")}`,
      ),
      take: ([row]) => {
        const { revision, ...ids } = row as Record<string, number>;
        current.revision = revision ?? 0;
        current.lastIds = ids as CurrentState["lastIds"];
      },
    });
  }

  function readRows(noun: Noun): void {
    const { table, name } = nouns[noun];
    const from = getTableName(table);
    const own = entries[noun].map((entry) => entry.name);
    const mentioned = references.filter((reference) => reference.noun === noun).map((reference) => reference.name);
    read(`SELECT * FROM ${from} WHERE ${name} IN ${LISTED}`, [...own, ...mentioned], (rows) => {
      for (const row of rows) current.rows[noun].set(String(row[name]), row);
    });
    for (const { part, column } of partsOf(noun)) {
      const owners = `SELECT id FROM ${from} WHERE ${name} IN ${LISTED}`;
      const rowsOf = `SELECT * FROM ${getTableName(parts[part].table)} WHERE ${column} IN (${owners}) ORDER BY id`;
      read(rowsOf, own, (rows) => takeParts(noun, part, column, rows));
    }
  }

  function takeParts(noun: Noun, part: Part, column: string, rows: StoredRow[]): void {
    for (const [id, siblings] of Map.groupBy(rows, (row) => Number(row[column]))) {
      current.parts.set(partsKey(noun, part, id), siblings);
    }
  }

  function readRedirects(): void {
    read(
      `SELECT redirects.slug, actors.slug AS heir, former FROM redirects JOIN actors ON actors.id = actor_id WHERE redirects.slug IN ${LISTED}`,
      entries.actors.map(({ name }) => name),
      (rows) => {
        for (const { slug, heir, former } of rows)
          current.redirects.set(String(slug), { heir: String(heir), former: Number(former) });
      },
    );
  }

  function readRetracted(noun: Noun): void {
    const ids = jsonParameters(retractions.filter((one) => one.noun === noun).map(({ id }) => id));
    for (const list of ids) {
      for (const { part, column } of partsOf(noun)) {
        const table = getTableName(parts[part].table);
        reads.push({
          statement: d1.prepare(`SELECT * FROM ${table} WHERE ${column} IN ${LISTED}`).bind(list),
          take: (rows) => takeParts(noun, part, column, rows),
        });
      }
      for (const { sql, from } of referrersSql(noun)) {
        reads.push({
          statement: d1.prepare(sql).bind(list),
          take: (rows) => {
            for (const { id, target } of rows)
              current.referrers.push({ noun: from, id: Number(id), to: { noun, id: Number(target) } });
          },
        });
      }
    }
  }
}
