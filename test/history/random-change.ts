import { env } from "cloudflare:workers";
import { liveTables, writtenColumns } from "../../drizzle/history/live-table.ts";

/** Columns that may take each other's values from row to row without breaking a law of the table. */
const loose: Readonly<Record<string, readonly string[]>> = {
  actors: ["name", "description"],
  aliases: ["name", "language", "sort"],
  alliance_statuses: ["code"],
  alliances: ["name", "acronym", "description", "kind"],
  articles: ["title", "summary", "publisher_id", "language"],
  citations: ["article_id"],
  event_participants: ["role"],
  events: ["title", "place", "alliance_id", "kind"],
  identifiers: ["value"],
  memberships: ["role", "rank"],
  obligations: ["code", "rank"],
  offices: ["title", "body_id", "rank"],
  redirects: ["actor_id"],
  statement_targets: ["stance", "said_earliest"],
  statements: ["text", "speaker_id", "language", "relayed_by_id"],
};

/** Tables from which a row may go without another that leads to it. */
const removable = ["aliases", "citations", "event_participants", "identifiers", "statement_targets"];

/** What makes a copy of a row another one, and where it needs more than an id. */
const copied: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  actors: { slug: "slug || '-copy-' || $id", iso_alpha2: "null", iso_alpha3: "null" },
  aliases: { name: "name || ' the younger'" },
  alliance_statuses: { key: "key || '-copy-' || $id" },
  alliances: { slug: "slug || '-copy-' || $id", organization_id: "null" },
  articles: { slug: "slug || '-copy-' || $id" },
  citations: {},
  events: { key: "key || '-copy-' || $id" },
  identifiers: { value: "value || '-copy-' || $id" },
  memberships: { key: "key || '-copy-' || $id" },
  obligations: { key: "key || '-copy-' || $id" },
  offices: { key: "key || '-copy-' || $id" },
  statements: { key: "key || '-copy-' || $id" },
};

/** Numbers from 0 to less than 1 that are the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Kind = "edit" | "add" | "remove";

/** A statement that changes one row of a table; what it may not change by the table's laws, it leaves. */
export async function randomChange(random: () => number): Promise<string> {
  const kinds: readonly Kind[] = ["edit", "edit", "add", "remove"];
  const kind = oneOf(kinds, random);
  const names = kind === "remove" ? removable : Object.keys(kind === "add" ? copied : loose);
  const table = oneOf(names, random);
  const { results } = await env.DB.prepare(`select id from ${table} order by id`).all<{ id: number }>();
  if (results.length === 0) return "select 1";
  const [row, other] = [oneOf(results, random).id, oneOf(results, random).id];
  if (kind === "remove") return `delete from ${table} where id = ${row}`;
  if (kind === "add") return copyOf(table, row);
  const column = oneOf(loose[table] ?? [], random);
  return `update or ignore ${table} set ${column} = (select ${column} from ${table} where id = ${other}) where id = ${row}`;
}

function copyOf(table: string, row: number): string {
  const id = `(select max(id) + 1 from ${table}_history)`;
  const columns = writtenColumns(liveTables.find(({ name }) => name === table)!);
  const values = columns.map((name) => (name === "id" ? id : (copied[table]?.[name]?.replaceAll("$id", id) ?? name)));
  return `insert or ignore into ${table} (${columns.join(", ")}) select ${values.join(", ")} from ${table} where id = ${row}`;
}

function oneOf<T>(values: readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)] as T;
}

/** Every table can be edited, and so is known here. */
export const known = Object.keys(loose);
