import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { historyOf, liveTables } from "../../drizzle/history/live-table.ts";

/** A write that was answered: its key, which is its reason too, and the revision that it made. */
export interface Acknowledged {
  key: string;
  revision: number;
}

export interface AfterCrash {
  /** What is wrong: nothing, when all is well. */
  faults: string[];
  /** The last revision that is there. */
  newest: number;
}

/** Looks at the database that a killed server has left behind. */
export function lookAfterCrash(persistTo: string, acknowledged: readonly Acknowledged[]): AfterCrash {
  const folder = mkdtempSync(join(tmpdir(), "entente-crash-"));
  const from = join(persistTo, "v3/d1/miniflare-D1DatabaseObject");
  // A copy: to open it is to recover it, and the server is to do that by itself.
  cpSync(from, folder, { recursive: true });
  const file = readdirSync(folder).find((name) => name.endsWith(".sqlite") && name !== "metadata.sqlite");
  if (file === undefined) throw new Error(`${from} holds no database`);
  const database = new DatabaseSync(join(folder, file));
  try {
    const { newest } = database.prepare("SELECT max(number) AS newest FROM revisions").get() as { newest: number };
    return {
      faults: [...integrityFaults(database), ...historyFaults(database), ...revisionFaults(database, acknowledged)],
      newest,
    };
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}

function integrityFaults(database: DatabaseSync): string[] {
  const [check] = database.prepare("PRAGMA integrity_check").all() as { integrity_check: string }[];
  const orphans = database.prepare("PRAGMA foreign_key_check").all();
  return [
    ...(check?.integrity_check === "ok" ? [] : [`integrity_check: ${check?.integrity_check}`]),
    ...(orphans.length === 0 ? [] : [`${orphans.length} rows refer to rows that are not there`]),
  ];
}

function historyFaults(database: DatabaseSync): string[] {
  return liveTables.flatMap(({ name, columns }) => {
    const cells = columns.map((column) => column.name).join(", ");
    const live = `SELECT ${cells} FROM ${name}`;
    const told = `SELECT ${cells} FROM ${historyOf(name)} WHERE to_revision IS NULL`;
    const differing = database
      .prepare(
        `SELECT count(*) AS n FROM (SELECT * FROM (${live} EXCEPT ${told}) UNION ALL SELECT * FROM (${told} EXCEPT ${live}))`,
      )
      .get() as { n: number };
    return differing.n === 0 ? [] : [`${differing.n} rows of ${name} are not as the history tells`];
  });
}

function revisionFaults(database: DatabaseSync, acknowledged: readonly Acknowledged[]): string[] {
  const revisions = database.prepare("SELECT number, reason, open FROM revisions ORDER BY number").all() as {
    number: number;
    reason: string;
    open: number;
  }[];
  const receipts = new Map(
    (database.prepare("SELECT key, revision FROM receipts").all() as { key: string; revision: number }[]).map(
      ({ key, revision }) => [key, revision],
    ),
  );
  const byReason = Map.groupBy(revisions, ({ reason }) => reason);
  return [
    ...revisions.flatMap(({ number, open }, index) => {
      if (number !== index + 1) return [`revision ${number} stands in the place of ${index + 1}`];
      return open === 0 ? [] : [`revision ${number} is open`];
    }),
    ...[...receipts].flatMap(([key, revision]) =>
      byReason.get(key)?.[0]?.number === revision
        ? []
        : [`the receipt of ${key} is of another revision than ${revision}`],
    ),
    ...[...byReason].flatMap(([reason, own]) =>
      own.length === 1 || !receipts.has(reason) ? [] : [`${reason} was done ${own.length} times`],
    ),
    ...acknowledged.flatMap(({ key, revision }) =>
      receipts.get(key) === revision ? [] : [`${key} was acknowledged as revision ${revision}, and is not there`],
    ),
  ];
}
