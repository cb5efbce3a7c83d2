import { sql } from "drizzle-orm";
import type { GraphQLResolveInfo } from "graphql";
import { type StanceRow, stancesOf } from "../../drizzle/query/stance.ts";
import { checkReferences } from "../argument/known-reference.ts";
import { refersTo } from "../argument/reference-kind.ts";
import { builder } from "../builder.ts";
import type { RowOf } from "../read/table.ts";
import type { Context } from "../context.ts";
import { atMost, costOfRows } from "../list-bound.ts";
import { actorId, allianceId } from "../node/reference.ts";
import { DateUnit, MOST_POINTS, MOST_STATEMENTS, StancePoint } from "./stance-point.ts";
import { readRows } from "../read/read-rows.ts";
import { asRead } from "../assertion.ts";

const unitLengths = { DAY: "2022-05-07".length, MONTH: "2022-05".length, YEAR: "2022".length } as const;

interface StanceArguments {
  from: string;
  toward: string;
  by: keyof typeof unitLengths;
}

async function stances({ from, toward, by }: StanceArguments, context: Context, info: GraphQLResolveInfo) {
  const rows = await context.database.all<StanceRow>(
    stancesOf({
      from: actorId(from),
      toward: { actor: actorId(toward), alliance: allianceId(toward) },
      unitLength: unitLengths[by],
      mostPoints: MOST_POINTS,
      mostStatements: MOST_STATEMENTS,
    }),
  );
  if (rows.length === 0) await checkReferences(context, info);
  const points = rows.map((row) => ({ ...row, ids: asRead<number[]>(JSON.parse(row.statements)) }));
  const statements = await readStatements(
    points.flatMap(({ ids }) => ids),
    context,
    info,
  );
  return points.map(({ ids, ...point }) => ({
    ...point,
    statements: ids.map((id) => statements.get(id)).filter((row) => row !== undefined),
  }));
}

/** The statements by id, with what is asked of them: one statement of SQL, or none. */
async function readStatements(
  ids: readonly number[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Map<number, object>> {
  const wanted = JSON.stringify(ids);
  if (ids.length === 0) return new Map();
  const isWanted = (row: RowOf<"statements">) => sql`${row.id} in (select value from json_each(${wanted}))`;
  const rows = await readRows(
    { table: "statements", own: () => ({ where: { RAW: isWanted } }), keys: { id: true }, paths: [["statements"]] },
    context,
    info,
  );
  return new Map(rows.map((row) => [asRead<number>(row["id"]), row]));
}

builder.queryField("stances", (t) =>
  t.field({
    type: [StancePoint],
    ...atMost(MOST_POINTS, costOfRows(200_000)),
    description: `How an actor's stance toward an actor or alliance changed: what it said, and for a state also what its persons, media and agencies said, unit by unit in order of time. Statements of unknown date lead, in a point of their own; units without statements are left out. The earliest ${MOST_POINTS} points; empty where nothing was said`,
    args: {
      from: t.arg.id({ ...refersTo("actors"), required: true, description: "Whose stance: an actor, by id or slug" }),
      toward: t.arg.id({
        ...refersTo("actors", "alliances"),
        required: true,
        description:
          "Toward whom: an actor or alliance, by id or slug; a slug that both an actor and an alliance have means both",
      }),
      by: t.arg({ type: DateUnit, required: true, defaultValue: "MONTH", description: "In which unit of time" }),
    },
    resolve: (_root, args, context, info) => stances(args, context, info),
  }),
);
