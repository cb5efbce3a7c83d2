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
  /** Whether a row without a text is no entry. */
  isOptional?: boolean;
}

/** What is searched for, by what `SearchType` calls it. The place of each is a part of its entries' numbers: new ones come last. */
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
  CITATION: {
    table: "citations",
    told: "Citations, by their quotations; one whose words its statement has is found as that statement",
    entry: "citation_id",
    text: "exact",
    isOptional: true,
  },
} as const satisfies Readonly<Record<string, Indexed>>;

/** The columns of `search_entries` that say what an entry is of: one of them is set. */
export const entryIds = {
  actorId: integer("actor_id"),
  allianceId: integer("alliance_id"),
  articleId: integer("article_id"),
  statementId: integer("statement_id"),
  citationId: integer("citation_id"),
};

export type EntryKind = keyof typeof indexed;

export const entryKinds = Object.keys(indexed) as EntryKind[];

/** So many kinds there may be. An entry has the number 16 × the id of its row, and the place of its kind more. */
export const MOST_KINDS = 16;

/** The number of an entry in the indexes. */
export function entryNumber(kind: EntryKind, id: number): number {
  return MOST_KINDS * id + entryKinds.indexOf(kind);
}

/** SQL of that number. */
export function entryNumberSql(kind: EntryKind, id: string): string {
  const place = entryKinds.indexOf(kind);
  return `${MOST_KINDS} * ${id}${place === 0 ? "" : ` + ${place}`}`;
}

export function kindOfEntry(number: number): EntryKind {
  return entryKinds[number % MOST_KINDS]!;
}
