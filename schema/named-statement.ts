import type { SQL } from "drizzle-orm";
import { SQLiteDialect } from "drizzle-orm/sqlite-core/dialect";
import { numberParameters } from "../drizzle/number-parameters.ts";
import { leastRecentlyUsed } from "../src/domain/least-recently-used.ts";
import type { Context } from "./context.ts";
import { readStatement, type RowStatement } from "./row-statement.ts";

const MOST_STATEMENTS = 100;
/** In characters: a name may be as long as a request. */
const LONGEST_NAME = 300;

const dialect = new SQLiteDialect();
const statements = leastRecentlyUsed<RowStatement>(MOST_STATEMENTS);

/** The rows of a statement that is all in its name, and is not built again where the name was seen before. */
export async function readNamed<Row>(name: string, build: () => SQL, { client }: Context): Promise<Row[]> {
  const statement = statements.get(name) ?? remembered(name, build());
  return (await readStatement(statement, statement.values, client)) as Row[];
}

function remembered(name: string, built: SQL): RowStatement {
  const { sql, params } = dialect.sqlToQuery(built);
  const statement = { ...numberParameters(sql, params), decode: null };
  if (name.length <= LONGEST_NAME) statements.set(name, statement);
  return statement;
}
