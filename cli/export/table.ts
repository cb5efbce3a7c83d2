import type { Exported } from "../../src/changes/output/export.ts";

/** An entry or a part of one: of its fields, those that are lists are in no row. */
export type Row = Readonly<Record<string, unknown>>;

/** A table of plain rows, made of entries: what refers to an entry does so by its slug or key. */
export interface Table {
  columns: readonly string[];
  nouns: readonly Exported[];
  rows: (entry: Row, noun: Exported) => readonly Row[];
}

const PERIOD = ["from", "to", "rank"];

export const tables: Readonly<Record<string, Table>> = {
  actors: own("actors", [
    "slug",
    "type",
    "name",
    "description",
    "country",
    "parent",
    "isoAlpha2",
    "isoAlpha3",
    "organizationType",
  ]),
  aliases: {
    columns: ["actor", "alliance", "name", "language", "sort"],
    nouns: ["actors", "alliances"],
    rows: (entry, noun) =>
      listIn(entry, "aliases").map((alias) => ({
        [noun === "actors" ? "actor" : "alliance"]: entry["slug"],
        ...alias,
      })),
  },
  identifiers: part("actors", "identifiers", "actor", ["scheme", "value"]),
  articles: own("articles", ["slug", "title", "publisher", "url", "publishedOn", "language", "summary", "sha256"]),
  offices: own("offices", ["key", "title", "person", "body", ...PERIOD]),
  alliances: own("alliances", ["slug", "name", "acronym", "kind", "description", "parent", "organization"]),
  "alliance-statuses": part("alliances", "statuses", "alliance", ["key", "code", ...PERIOD]),
  memberships: part("alliances", "memberships", "alliance", ["key", "actor", "role", ...PERIOD]),
  events: own("events", [
    "key",
    "kind",
    "title",
    "date",
    "planned",
    "announcedOn",
    "place",
    "alliance",
    "versionOf",
    "rank",
  ]),
  "event-participants": part("events", "participants", "event", ["actor", "role"]),
  statements: own("statements", [
    "key",
    "form",
    "text",
    "language",
    "speaker",
    "capacity",
    "saidOn",
    "relayedBy",
    "event",
    "article",
  ]),
  "statement-targets": part("statements", "targets", "statement", ["actor", "alliance", "stance"]),
  citations: {
    columns: ["fact", "key", "article", "exact", "prefix", "suffix", "start"],
    nouns: ["offices", "alliances", "events", "statements"],
    rows: (entry, noun) =>
      noun === "alliances"
        ? [
            ...citationsOf("status", listIn(entry, "statuses")),
            ...citationsOf("membership", listIn(entry, "memberships")),
          ]
        : citationsOf(noun.slice(0, -1), [entry]),
  },
};

/** The fields of the entries themselves. What an entry leaves out as usual is written: a rank, and whether planned. */
function own(noun: Exported, columns: readonly string[]): Table {
  return { columns, nouns: [noun], rows: (entry) => [usual(entry)] };
}

/** The rows of a list in each entry, with the name of what they are part of. */
function part(noun: Exported, list: string, parent: string, columns: readonly string[]): Table {
  return {
    columns: [parent, ...columns],
    nouns: [noun],
    rows: (entry) => listIn(entry, list).map((row) => ({ [parent]: entry["slug"] ?? entry["key"], ...usual(row) })),
  };
}

function usual(row: Row): Row {
  return { rank: "NORMAL", planned: false, ...row };
}

function citationsOf(fact: string, facts: readonly Row[]): Row[] {
  return facts.flatMap((one) => listIn(one, "citations").map((citation) => ({ fact, key: one["key"], ...citation })));
}

function listIn(entry: Row, field: string): readonly Row[] {
  return (entry[field] ?? []) as readonly Row[];
}
