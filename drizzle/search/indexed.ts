import { integer } from "drizzle-orm/sqlite-core";

/** What the full-text index holds of one noun. */
export interface Indexed {
  table: string;
  /** What is found, and by what, for the documentation of the API. */
  told: string;
  /** The column of `search_entries` with the row's id. */
  entry: string;
  /** The column with its name; left out where it has none. */
  name?: string;
  text: string;
  /** The column of `aliases` that leads to it; left out where it has none. */
  aliases?: string;
  /** A column with one more name, which may be null. */
  acronym?: string;
}

/** The nouns that are searched for, by what `SearchType` calls them, in the order in which the rows of the index are numbered. */
export const indexed = {
  ACTOR: {
    table: "actors",
    told: "States, persons and organizations, by their names, aliases and descriptions",
    entry: "actor_id",
    name: "name",
    text: "description",
    aliases: "actor_id",
  },
  ALLIANCE: {
    table: "alliances",
    told: "Alliances, by their names, acronyms, aliases and descriptions",
    entry: "alliance_id",
    name: "name",
    text: "description",
    aliases: "alliance_id",
    acronym: "acronym",
  },
  ARTICLE: {
    table: "articles",
    told: "Articles, by their titles and summaries",
    entry: "article_id",
    name: "title",
    text: "summary",
  },
  STATEMENT: { table: "statements", told: "Statements, by their texts", entry: "statement_id", text: "text" },
} as const satisfies Readonly<Record<string, Indexed>>;

/** The columns of `search_entries` that say what an entry is of: one of them is set. */
export const entryIds = {
  actorId: integer("actor_id"),
  allianceId: integer("alliance_id"),
  articleId: integer("article_id"),
  statementId: integer("statement_id"),
};

export type EntryKind = keyof typeof indexed;

export const entryKinds = Object.keys(indexed) as EntryKind[];

/** The number that the index gives a row. */
export function entryNumber(kind: EntryKind, id: number): number {
  return entryKinds.length * id + entryKinds.indexOf(kind);
}
