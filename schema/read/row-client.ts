import type { Database } from "../../drizzle/client/database.ts";
import type { RelationalQuery } from "../../drizzle/query/relational-query.ts";
import { relations } from "../../drizzle/relations.ts";
import { asRead } from "../assertion.ts";
import type { Context } from "../context.ts";
import type { Row } from "./reading.ts";
import { readRowQuery, rowQuery } from "./row-query.ts";
import type { TableName } from "./table.ts";

/**
 * The database, of which relational queries are read by our own statements. Drizzle's would know nothing of rows that are selected in the
 * place of a table; Pothos asks this one where a field is asked for again with other arguments.
 */
export function rowClient(context: Context): Database {
  const query = Object.fromEntries(
    Object.keys(relations).map((name) => {
      const findMany = (asked: RelationalQuery = {}): Promise<Row[]> => {
        const statement = rowQuery(asRead<TableName>(name), asked);
        return readRowQuery(statement, statement.values, context);
      };
      const findFirst = async (asked: RelationalQuery = {}) => (await findMany({ ...asked, limit: 1 }))[0];
      return [name, { findMany, findFirst }];
    }),
  );
  return asRead<Database>(Object.create(context.database, { query: { value: query } }));
}
