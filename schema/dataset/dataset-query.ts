import { type SQL, sql } from "drizzle-orm";
import { lineageIn } from "../../drizzle/client/revision-range.ts";
import { builder } from "../builder.ts";

interface DatasetRow {
  lineage: string;
  revision: number;
  revisedAt: string | null;
  actors: number;
  alliances: number;
  articles: number;
  statements: number;
  memberships: number;
  events: number;
  citations: number;
}

const Counts = builder.objectRef<DatasetRow>("DatasetCounts").implement({
  description: "How much the data set holds",
  fields: (t) => ({
    actors: t.exposeInt("actors", { description: "States, persons and organizations" }),
    alliances: t.exposeInt("alliances", { description: "Alliances" }),
    articles: t.exposeInt("articles", { description: "Articles that facts are cited from" }),
    statements: t.exposeInt("statements", { description: "Statements" }),
    memberships: t.exposeInt("memberships", { description: "Memberships, competing claims included" }),
    events: t.exposeInt("events", { description: "Events, competing versions included" }),
    citations: t.exposeInt("citations", { description: "Citations" }),
  }),
});

const Dataset = builder.objectRef<DatasetRow>("Dataset").implement({
  description: "The data as a whole: how new it is, how much there is, and on what terms",
  fields: (t) => ({
    revision: t.exposeInt("revision", { description: "The number of the latest change; 0 before the first" }),
    lineage: t.exposeString("lineage", {
      description:
        "What the revisions are revisions of, 24 digits and letters from a to f: another from the moment on that the data is restored from a backup, since numbers may be given again then. Kept with the number of a revision, and named in extensions.lineage, it has a request refused where the data was restored since",
    }),
    revisedAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When the latest change was made; null before the first",
      resolve: ({ revisedAt }) => revisedAt,
    }),
    counts: t.field({ type: Counts, description: "How much there is", resolve: (row) => row }),
    name: t.string({
      description:
        "What the data of this instance are called, up to 100 characters; Entente where it has said no other name",
      resolve: (_row, _args, { about }) => about.name,
    }),
    licence: t.string({
      description:
        "The licence of the data of this instance, as an SPDX expression such as CC0-1.0; CC-BY-4.0, that of the data set that ships, where it has said no other",
      resolve: (_row, _args, { about }) => about.licence,
    }),
  }),
});

function counted(table: string): SQL {
  return sql`coalesce((select count from row_counts where name = ${table}), 0) as ${sql.identifier(table)}`;
}

builder.queryField("dataset", (t) =>
  t.field({
    type: Dataset,
    description: "The data as a whole",
    resolve: async (_root, _args, { database }) => {
      const row = await database.get<Omit<DatasetRow, "lineage"> & { lineage: string | null }>(sql`select
        coalesce((select max(number) from revisions), 0) as revision,
        (select lineage from lineages) as lineage,
        (select at from revisions order by number desc limit 1) as revisedAt,
        ${counted("actors")}, ${counted("alliances")}, ${counted("articles")}, ${counted("statements")},
        ${counted("memberships")}, ${counted("events")}, ${counted("citations")}`);
      if (row === undefined) throw new Error("a select without a table gave no row");
      return { ...row, lineage: lineageIn(row.lineage) };
    },
  }),
);
