import * as tables from "../../drizzle/tables/index.ts";

/**
 * The nouns that a change set holds: the table of each, the column of its lasting name, and the
 * child tables whose rows belong to it, with the column that says so.
 */
export const nouns = {
  actors: {
    table: tables.actors,
    name: "slug",
    word: "actor",
    children: { aliases: "actorId", identifiers: "actorId", redirects: "actorId" },
  },
  articles: { table: tables.articles, name: "slug", word: "article", children: {} },
  offices: { table: tables.offices, name: "key", word: "office", children: { citations: "officeId" } },
  alliances: { table: tables.alliances, name: "slug", word: "alliance", children: { aliases: "allianceId" } },
  allianceStatuses: {
    table: tables.allianceStatuses,
    name: "key",
    word: "status",
    children: { citations: "allianceStatusId" },
  },
  memberships: { table: tables.memberships, name: "key", word: "membership", children: { citations: "membershipId" } },
  events: {
    table: tables.events,
    name: "key",
    word: "event",
    children: { eventParticipants: "eventId", citations: "eventId" },
  },
  statements: {
    table: tables.statements,
    name: "key",
    word: "statement",
    children: { statementTargets: "statementId", citations: "statementId" },
  },
} as const;

export const childTables = {
  aliases: tables.aliases,
  identifiers: tables.identifiers,
  redirects: tables.redirects,
  eventParticipants: tables.eventParticipants,
  statementTargets: tables.statementTargets,
  citations: tables.citations,
} as const;

export type Noun = keyof typeof nouns;
export type Child = keyof typeof childTables;
export type WrittenTable = (typeof nouns)[Noun]["table"] | (typeof childTables)[Child];

/** A row of a noun. */
export interface RowKey {
  noun: Noun;
  id: number;
}

export const nounNames = Object.keys(nouns) as Noun[];
export const childNames = Object.keys(childTables) as Child[];

/** The child tables of a noun, each with the property of its column for the parent's id. */
export function childrenOf(noun: Noun): [Child, string][] {
  return Object.entries(nouns[noun].children) as [Child, string][];
}
