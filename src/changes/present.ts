import { getTableName } from "drizzle-orm";
import type { D1Client } from "../../drizzle/client/database.ts";
import { historyOf } from "../../drizzle/history/live-table.ts";
import type { Claim } from "./claim.ts";
import type { Entries } from "./entry.ts";
import type { Mention } from "./mention.ts";
import { type Child, childNames, childrenOf, childTables, type Noun, nounNames, nouns, type RowKey } from "./noun.ts";
import { type Referrer, referrersSql } from "./referrer.ts";
import { columnName, jsonParameters, LISTED } from "./sql.ts";
import { readClaims } from "./present-claim.ts";
import { readSpells } from "./present-spell.ts";
import type { Spell } from "./spell.ts";

export type StoredRow = Readonly<Record<string, string | number | null>>;

/** What is loaded, as far as a change set touches it. */
export interface Present {
  /** The number of the last revision, 0 before the first. */
  revision: number;
  lastIds: Readonly<Record<Noun | Child, number>>;
  rows: Record<Noun, Map<string, StoredRow>>;
  /** Child rows by child table and parent: `childrenKey`. */
  children: Map<string, StoredRow[]>;
  spells: Spell[];
  claims: Pick<Claim, "what" | "owner">[];
  /** Where the slugs of merged actors lead. */
  redirects: Map<string, { heir: string; former: number }>;
  /** What refers to what is to be taken out. */
  referrers: Referrer[];
}

export function childrenKey(noun: Noun, child: Child, parentId: number): string {
  return `${noun} ${child} ${parentId}`;
}

interface Pending {
  statement: D1PreparedStatement;
  take: (rows: StoredRow[]) => void;
}

/** Has a statement over a list of names read in the batch; none where there are no names. */
export type Read = (sql: string, names: Iterable<string>, take: Pending["take"]) => void;

/** Reads in one batch, so that all of it is of one revision. */
export async function readPresent(
  d1: D1Client,
  entries: Entries,
  mentions: readonly Mention[],
  retractions: readonly RowKey[] = [],
): Promise<Present> {
  const present: Present = {
    revision: 0,
    lastIds: Object.fromEntries([...nounNames, ...childNames].map((name) => [name, 0])) as Present["lastIds"],
    rows: Object.fromEntries(nounNames.map((noun) => [noun, new Map()])) as Present["rows"],
    children: new Map(),
    spells: [],
    claims: [],
    redirects: new Map(),
    referrers: [],
  };
  const reads: Pending[] = [];
  const read: Read = (sql, names, take) => {
    for (const list of jsonParameters([...new Set(names)])) reads.push({ statement: d1.prepare(sql).bind(list), take });
  };

  readNumbers();
  for (const noun of nounNames) readRows(noun);
  readSpells(entries, read, present.spells);
  readClaims(entries, read, present.claims);
  readRedirects();
  for (const noun of nounNames) readRetracted(noun);
  const results = await d1.batch<StoredRow>(reads.map(({ statement }) => statement));
  results.forEach(({ results: rows }, index) => reads[index]?.take(rows));
  return present;

  function readNumbers(): void {
    const tables = {
      ...Object.fromEntries(nounNames.map((noun) => [noun, nouns[noun].table] as const)),
      ...childTables,
    };
    // The history knows of rows that are gone too: no id is given twice.
    const lastIds = Object.entries(tables).map(
      ([name, table]) => `(SELECT coalesce(max(id), 0) FROM ${historyOf(getTableName(table))}) AS ${name}`,
    );
    reads.push({
      statement: d1.prepare(
        `SELECT (SELECT coalesce(max(number), 0) FROM revisions) AS revision, ${lastIds.join(", ")}`,
      ),
      take: ([row]) => {
        const { revision, ...ids } = row as Record<string, number>;
        present.revision = revision ?? 0;
        present.lastIds = ids as Present["lastIds"];
      },
    });
  }

  function readRows(noun: Noun): void {
    const { table, name } = nouns[noun];
    const from = getTableName(table);
    const own = entries[noun].map((entry) => entry.name);
    const mentioned = mentions.filter((mention) => mention.noun === noun).map((mention) => mention.name);
    read(`SELECT * FROM ${from} WHERE ${name} IN ${LISTED}`, [...own, ...mentioned], (rows) => {
      for (const row of rows) present.rows[noun].set(String(row[name]), row);
    });
    for (const [child, property] of childrenOf(noun)) {
      const parent = columnName(childTables[child], property);
      const parents = `SELECT id FROM ${from} WHERE ${name} IN ${LISTED}`;
      read(
        `SELECT * FROM ${getTableName(childTables[child])} WHERE ${parent} IN (${parents}) ORDER BY id`,
        own,
        (rows) => {
          for (const [id, siblings] of Map.groupBy(rows, (row) => Number(row[parent]))) {
            present.children.set(childrenKey(noun, child, id), siblings);
          }
        },
      );
    }
  }

  function readRedirects(): void {
    read(
      `SELECT redirects.slug, actors.slug AS heir, former FROM redirects JOIN actors ON actors.id = actor_id WHERE redirects.slug IN ${LISTED}`,
      entries.actors.map(({ name }) => name),
      (rows) => {
        for (const { slug, heir, former } of rows)
          present.redirects.set(String(slug), { heir: String(heir), former: Number(former) });
      },
    );
  }

  function readRetracted(noun: Noun): void {
    const ids = jsonParameters(retractions.filter((one) => one.noun === noun).map(({ id }) => id));
    for (const list of ids) {
      for (const [child, property] of childrenOf(noun)) {
        const table = childTables[child];
        const parent = columnName(table, property);
        reads.push({
          statement: d1.prepare(`SELECT * FROM ${getTableName(table)} WHERE ${parent} IN ${LISTED}`).bind(list),
          take: (rows) => {
            for (const [id, siblings] of Map.groupBy(rows, (row) => Number(row[parent])))
              present.children.set(childrenKey(noun, child, id), siblings);
          },
        });
      }
      for (const { sql, from } of referrersSql(noun)) {
        reads.push({
          statement: d1.prepare(sql).bind(list),
          take: (rows) => {
            for (const { id, target } of rows)
              present.referrers.push({ noun: from, id: Number(id), to: { noun, id: Number(target) } });
          },
        });
      }
    }
  }
}
