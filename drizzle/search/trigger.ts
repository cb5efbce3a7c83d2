import { nameIndexes, entryIndexes } from "./index-name.ts";
import { type EntryKind, entryKinds, entryNumberSql, type Indexed, indexed } from "./indexed.ts";
import { type NamePlace, nameNumberSql } from "./name-number.ts";

/** A trigger that tells which entries of the full-text indexes are behind, and takes out what is gone. */
export interface SearchTrigger {
  name: string;
  sql: string;
}

type Row = "old" | "new";

/** All triggers of the full-text indexes. They fold no text, which SQL cannot: docs/decisions/0030-folded-text.md. */
export function searchTriggers(): SearchTrigger[] {
  return [...entryKinds.flatMap(triggersOf), ...aliasTriggers()];
}

/** SQL that marks all entries of a kind. */
export function markingAll(kind: EntryKind): string {
  const { table, text }: Indexed = indexed[kind];
  const said = isOptional(kind) ? `${text} IS NOT NULL` : "true";
  return marking(`SELECT ${entryNumberSql(kind, "id")}, 1 FROM ${table} WHERE ${said}`);
}

function triggersOf(kind: EntryKind): SearchTrigger[] {
  const { table, name, text, acronym }: Indexed = indexed[kind];
  const columns = [name, acronym, text].filter((column) => column !== undefined);
  const changed = columns.map((column) => `old.${column} IS NOT new.${column}`).join(" OR ");
  const places = placesOf(kind);
  return [
    trigger(
      `${table}_text_inserted`,
      `AFTER INSERT ON ${table}${isOptional(kind) ? ` WHEN new.${text} IS NOT NULL` : ""}`,
      [mark(kind, "new.id")],
    ),
    trigger(`${table}_text_deleted`, `AFTER DELETE ON ${table}`, [
      ...entryIndexes.map((index) => `DELETE FROM ${index} WHERE rowid = ${entryNumberSql(kind, "old.id")}`),
      ...places.flatMap((place) => forget(place, "old")),
      `DELETE FROM stale_entries WHERE id = ${entryNumberSql(kind, "old.id")}`,
    ]),
    trigger(`${table}_text_updated`, `AFTER UPDATE OF ${columns.join(", ")} ON ${table} WHEN ${changed}`, [
      ...places.flatMap((place) => forget(place, "old")),
      mark(kind, "new.id"),
      ...(kind === "STATEMENT" ? [markCitations()] : []),
    ]),
  ];
}

/** An alias is a name of its own, and a part of the entry of what has it. */
function aliasTriggers(): SearchTrigger[] {
  const owners = entryKinds.flatMap((kind) => {
    const column = (indexed[kind] as Indexed).aliases;
    return column === undefined ? [] : [{ kind, column }];
  });
  const marks = (row: Row) => owners.map(({ kind, column }) => mark(kind, `${row}.${column}`));
  const columns = [...owners.map(({ column }) => column), "name"];
  const changed = columns.map((column) => `old.${column} IS NOT new.${column}`).join(" OR ");
  return [
    trigger("aliases_text_inserted", "AFTER INSERT ON aliases", marks("new")),
    trigger("aliases_text_deleted", "AFTER DELETE ON aliases", [...forget("ALIAS", "old"), ...marks("old")]),
    trigger("aliases_text_updated", `AFTER UPDATE OF ${columns.join(", ")} ON aliases WHEN ${changed}`, [
      ...forget("ALIAS", "old"),
      ...marks("old"),
      ...marks("new"),
    ]),
  ];
}

/** Whether what a statement says anew has the words of its quotations is to be seen. */
function markCitations(): string {
  return marking(
    `SELECT ${entryNumberSql("CITATION", "id")}, 1 FROM citations WHERE statement_id = new.id AND exact IS NOT NULL`,
  );
}

function isOptional(kind: EntryKind): boolean {
  return (indexed[kind] as Indexed).isOptional ?? false;
}

function placesOf(kind: EntryKind): NamePlace[] {
  if (kind === "ACTOR") return ["ACTOR"];
  return kind === "ALLIANCE" ? ["ALLIANCE", "ACRONYM"] : [];
}

function forget(place: NamePlace, row: Row): string[] {
  return nameIndexes.map((index) => `DELETE FROM ${index} WHERE rowid = ${nameNumberSql(place, `${row}.id`)}`);
}

/** Of an id that is null, none is marked. */
function mark(kind: EntryKind, id: string): string {
  return marking(`SELECT ${entryNumberSql(kind, id)}, 1 WHERE ${id} IS NOT NULL`);
}

function marking(select: string): string {
  return `INSERT INTO stale_entries (id, mark) ${select} ON CONFLICT (id) DO UPDATE SET mark = mark + 1`;
}

function trigger(name: string, when: string, statements: readonly string[]): SearchTrigger {
  const body = statements.map((statement) => `  ${statement};\n`).join("");
  return { name, sql: `CREATE TRIGGER ${name} ${when} BEGIN\n${body}END` };
}
