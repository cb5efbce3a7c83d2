/** Resolvers as most people write them: each field reads what it needs, and loaders put it together. */
import { writeGlobalId } from "../../schema/node/global-id.ts";
import { readId } from "../floor/global-id.ts";
import type { LoaderContext, Row } from "./loaders.ts";
import { network } from "./network.ts";
import { partnershipFields, partnerships } from "./partnership.ts";
import { alliancesOf, findStatements, statementsOf } from "./list.ts";
import { search } from "./search.ts";

const ACTOR_TYPES: Readonly<Record<string, string>> = {
  STATE: "State",
  PERSON: "Person",
  ORGANIZATION: "Organization",
};
const TABLES = { Alliance: "alliances", Statement: "statements", Article: "articles" } as const;

const typeOfActor = (row: Row) => ACTOR_TYPES[String(row["type"])]!;
/** Rows of several tables meet in unions: each has columns that the others have not. */
function typeOf(row: Row): string {
  if ("iso_alpha2" in row) return typeOfActor(row);
  if ("acronym" in row) return "Alliance";
  return "title" in row ? "Article" : "Statement";
}
const one =
  (table: keyof LoaderContext["row"], column: string) =>
  (row: Row, _: unknown, { row: rows }: LoaderContext) =>
    row[column] === null ? null : rows[table].load(Number(row[column]));
const column = (name: string) => (row: Row) => row[name];

const actorFields = {
  id: (row: Row) => writeGlobalId(typeOfActor(row), row.id),
  aliases: (row: Row, _: unknown, { aliasesOf }: LoaderContext) => aliasesOf.load(row.id),
  identifiers: (row: Row, _: unknown, { identifiersOf }: LoaderContext) => identifiersOf.load(row.id),
  country: one("actors", "country_id"),
  alliances: alliancesOf,
  statements: statementsOf,
  partnerships,
};

export const resolvers = {
  Query: {
    actor: async (_: unknown, { slug }: { slug: string }, { find }: LoaderContext) => {
      const sql =
        "select * from actors where id = coalesce((select id from actors where slug = ?1), (select actor_id from redirects where slug = ?1))";
      return (await find(sql, [slug]))[0] ?? null;
    },
    statements: findStatements,
    search,
    network,
    node: (_: unknown, { id }: { id: string }, { row }: LoaderContext) => {
      const { type, key } = readId(id);
      return row[TABLES[type as keyof typeof TABLES] ?? "actors"].load(key);
    },
  },
  Node: { __resolveType: typeOf },
  Actor: { __resolveType: typeOfActor },
  Subject: { __resolveType: typeOf },
  SearchHit: { __resolveType: typeOf },
  State: { ...actorFields, isoAlpha2: column("iso_alpha2"), isoAlpha3: column("iso_alpha3") },
  Person: actorFields,
  Organization: actorFields,
  Alliance: { id: (row: Row) => writeGlobalId("Alliance", row.id) },
  Article: {
    id: (row: Row) => writeGlobalId("Article", row.id),
    publishedOn: column("published_on"),
    publisher: one("actors", "publisher_id"),
  },
  Citation: { article: one("articles", "article_id") },
  Statement: {
    id: (row: Row) => writeGlobalId("Statement", row.id),
    saidOn: column("said_on"),
    speaker: one("actors", "speaker_id"),
    article: one("articles", "article_id"),
    targets: (row: Row, _: unknown, { targetsOf }: LoaderContext) => targetsOf.load(row.id),
    citations: (row: Row, _: unknown, { citationsOf }: LoaderContext) => citationsOf.load(`statement_id:${row.id}`),
  },
  // Counted only where it is asked for.
  StatementConnection: { totalCount: ({ count }: { count: () => Promise<number> }) => count() },
  SearchEdge: {
    node: ({ table, id }: { table: keyof LoaderContext["row"]; id: number }, _: unknown, { row }: LoaderContext) =>
      row[table].load(id),
  },
  StatementTarget: {
    subject: (target: Row, _: unknown, { row }: LoaderContext) =>
      target["actor_id"] === null
        ? row.alliances.load(Number(target["alliance_id"]))
        : row.actors.load(Number(target["actor_id"])),
  },
  Partnership: partnershipFields,
};
