import { getSchemaConfig, queryFromInfo } from "@pothos/plugin-drizzle";
import type { GraphQLResolveInfo } from "graphql";
import type { RelationalQuery } from "../../drizzle/query/relational-query.ts";
import { MOST_PARAMETERS } from "../../drizzle/query/number-parameters.ts";
import { lookUp, takeReferenceCheck } from "../argument/known-reference.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import type { BoundRowQuery, RootQuery, Reading, Row } from "./reading.ts";
import { readRowQuery, rowQuery } from "./row-query.ts";
import { asSelection } from "../assertion.ts";

/**
 * Reads the rows of a table with all that is asked for beneath the field, in one statement; none where nothing is. The
 * references in its arguments are looked up in that statement too.
 */
export async function readRows(reading: Reading, context: Context, info: GraphQLResolveInfo): Promise<Row[]> {
  const check = takeReferenceCheck(context, info);
  const { statements } = context;
  const query = statements === null ? builtQuery(reading, context, info) : statements.query(reading, context, info);
  if (query !== null && (check === null || query.values.length < MOST_PARAMETERS)) {
    return readRowQuery(query.statement, query.values, context, check);
  }
  if (check !== null) await lookUp(check, context);
  return query === null ? [] : readRowQuery(query.statement, query.values, context);
}

function builtQuery(reading: Reading, context: Context, info: GraphQLResolveInfo): BoundRowQuery | null {
  const own = reading.own();
  const query = rowsQuery(reading, own, context, info);
  if (query === null) return null;
  const statement = rowQuery(reading.table, query, own.from);
  return { statement, values: statement.values };
}

/** The one row that is meant; null where there is none. */
export async function readRow(reading: Reading, context: Context, info: GraphQLResolveInfo): Promise<Row | null> {
  const [row] = await readRows({ ...reading, own: () => ({ ...reading.own(), limit: 1 }) }, context, info);
  return row ?? null;
}

/** The query that reads the rows, with `own` in it; null where nothing is asked for. Pothos adds the keys that the config tells. */
export function rowsQuery(
  { keys, typeName, paths, through }: Reading,
  own: RootQuery,
  context: Context,
  info: GraphQLResolveInfo,
  config = getSchemaConfig(builder),
): RelationalQuery | null {
  const beneath = (type: string | undefined, query: RootQuery): RelationalQuery =>
    queryFromInfo({
      config,
      context,
      info,
      ...(type === undefined ? {} : { typeName: type }),
      ...(paths === undefined ? {} : { paths: asSelection(paths) }),
      ...(query as object),
    });
  if (through !== undefined) {
    const relations = Object.entries(through).map(
      ([relation, { typeName: type, columns }]) => [relation, beneath(type, { columns })] as const,
    );
    return { ...own, with: Object.fromEntries(relations) };
  }
  const query = beneath(typeName, own);
  // Pothos adds the columns where anything is asked for beneath the field.
  if (!("columns" in query)) return null;
  // Without names they are all.
  return query.columns === undefined ? query : { ...query, columns: { ...query.columns, ...keys } };
}
