import { type EntryKind, entryKinds, type Indexed, indexed } from "./indexed.ts";

/** A trigger that keeps the full-text indexes in step with a table. */
export interface SearchTrigger {
  name: string;
  sql: string;
}

/** Rows of `name_words` and `name_trigrams`: a number for names, acronyms and aliases, and SQL of the name. */
interface NameRow {
  place: number;
  column: string;
  isOptional: boolean;
}

const ALIAS: NameRow = { place: 3, column: "name", isOptional: false };

/** All triggers that write to the full-text indexes. */
export function searchTriggers(): SearchTrigger[] {
  return [...entryKinds.flatMap(triggersOf), ...aliasTriggers()];
}

/** SQL that fills `search_index` anew: its rows are numbered by how many nouns there are. */
export function fillingSearchIndex(): string[] {
  return ["DELETE FROM search_index", ...entryKinds.map((kind) => entryOf(kind))];
}

function triggersOf(kind: EntryKind): SearchTrigger[] {
  const { table, name, text, acronym }: Indexed = indexed[kind];
  const columns = [name, acronym, text].filter((column) => column !== undefined);
  const names = namesOf(kind);
  const gone = [`DELETE FROM search_index WHERE rowid = ${numberOf(kind, "old.id")}`, ...deleting(names, "old")];
  const come = [entryOf(kind, "new.id"), ...inserting(names, "new")];
  const changed = columns.map((column) => `old.${column} IS NOT new.${column}`).join(" OR ");
  return [
    trigger(`${table}_inserted`, `AFTER INSERT ON ${table}`, come),
    trigger(`${table}_deleted`, `AFTER DELETE ON ${table}`, gone),
    trigger(`${table}_updated`, `AFTER UPDATE OF ${columns.join(", ")} ON ${table} WHEN ${changed}`, [
      ...gone,
      ...come,
    ]),
  ];
}

/** An alias is a name of its own, and a part of the row of what has it. */
function aliasTriggers(): SearchTrigger[] {
  const owners = entryKinds.filter((kind) => "aliases" in indexed[kind]);
  const columns = owners.map((kind) => (indexed[kind] as Indexed).aliases ?? "");
  const written = (row: "old" | "new") => [
    `DELETE FROM search_index WHERE rowid IN (${owners.map((kind, place) => numberOf(kind, `${row}.${columns[place]}`)).join(", ")})`,
    ...owners.map((kind, place) => entryOf(kind, `${row}.${columns[place]}`)),
  ];
  const changed = ["name", ...columns].map((column) => `old.${column} IS NOT new.${column}`).join(" OR ");
  return [
    trigger("aliases_inserted", "AFTER INSERT ON aliases", [...inserting([ALIAS], "new"), ...written("new")]),
    trigger("aliases_deleted", "AFTER DELETE ON aliases", [...deleting([ALIAS], "old"), ...written("old")]),
    trigger("aliases_updated", `AFTER UPDATE OF ${[...columns, "name"].join(", ")} ON aliases WHEN ${changed}`, [
      ...deleting([ALIAS], "old"),
      ...inserting([ALIAS], "new"),
      ...written("old"),
      ...written("new"),
    ]),
  ];
}

function trigger(name: string, when: string, statements: readonly string[]): SearchTrigger {
  const body = statements.map((statement) => `  ${statement};\n`).join("");
  return { name, sql: `CREATE TRIGGER ${name} ${when} BEGIN\n${body}END` };
}

function numberOf(kind: EntryKind, id: string): string {
  const place = entryKinds.indexOf(kind);
  return `${entryKinds.length} * ${id}${place === 0 ? "" : ` + ${place}`}`;
}

/** SQL that enters the row of one id, or of all. */
function entryOf(kind: EntryKind, id?: string): string {
  const { table, entry, name, text }: Indexed = indexed[kind];
  const row = entry.replace(/_id$/, "");
  const values = [
    numberOf(kind, `${row}.id`),
    name === undefined ? "NULL" : `${row}.${name}`,
    aliasesOf(kind, row),
    `${row}.${text}`,
  ];
  const one = id === undefined ? "" : ` WHERE ${row}.id = ${id}`;
  return `INSERT INTO search_index (rowid, name, aliases, text) SELECT ${values.join(", ")} FROM ${table} AS ${row}${one}`;
}

/** SQL: all other names of a row as one text. */
function aliasesOf(kind: EntryKind, row: string): string {
  const { table, aliases, acronym }: Indexed = indexed[kind];
  if (aliases === undefined) return "NULL";
  const own = `SELECT name FROM aliases WHERE ${aliases} = ${row}.id ORDER BY id`;
  if (acronym === undefined) return `(SELECT group_concat(name, ' · ') FROM (${own}))`;
  const short = `SELECT ${acronym} AS name FROM ${table} WHERE id = ${row}.id AND ${acronym} IS NOT NULL`;
  return `(SELECT group_concat(name, ' · ') FROM (${short} UNION ALL SELECT name FROM (${own})))`;
}

/** What is looked up by name is what may have aliases: its name, and its acronym. */
function namesOf(kind: EntryKind): NameRow[] {
  const { aliases, name, acronym }: Indexed = indexed[kind];
  if (aliases === undefined || name === undefined) return [];
  const place = entryKinds.indexOf(kind);
  const short = acronym === undefined ? [] : [{ place: place + 1, column: acronym, isOptional: true }];
  return [{ place, column: name, isOptional: false }, ...short];
}

const NAME_INDEXES = ["name_words", "name_trigrams"];

/** Names are numbered 4 × id, and one more for those of alliances, two for acronyms, three for aliases. */
function nameNumber(place: number, row: string): string {
  return `4 * ${row}.id${place === 0 ? "" : ` + ${place}`}`;
}

function inserting(names: readonly NameRow[], row: string): string[] {
  return names.flatMap(({ place, column, isOptional }) =>
    NAME_INDEXES.map((index) => {
      const number = nameNumber(place, row);
      const name = `${row}.${column}`;
      return isOptional
        ? `INSERT INTO ${index} (rowid, name) SELECT ${number}, ${name} WHERE ${name} IS NOT NULL`
        : `INSERT INTO ${index} (rowid, name) VALUES (${number}, ${name})`;
    }),
  );
}

function deleting(names: readonly NameRow[], row: string): string[] {
  return names.flatMap(({ place }) =>
    NAME_INDEXES.map((index) => `DELETE FROM ${index} WHERE rowid = ${nameNumber(place, row)}`),
  );
}
