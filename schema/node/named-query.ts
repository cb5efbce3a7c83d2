import type { SQL } from "drizzle-orm";
import { SQLiteDialect } from "drizzle-orm/sqlite-core/dialect";
import { numberParameters, type Parametrized } from "../../drizzle/query/number-parameters.ts";
import { cacheOf } from "../../src/domain/cache.ts";
import type { Context } from "../context.ts";

/** In characters: a name may be as long as a request. */
const LONGEST_NAME = 300;

const dialect = new SQLiteDialect();
const statements = cacheOf<Parametrized>("named query");

/** The rows of a statement that is all in its name, and is not built again where the name was seen before. */
export async function readNamed<Row>(name: string, build: () => SQL, { client }: Context): Promise<Row[]> {
  const { text, values } = statements.get(name) ?? cached(name, build());
  const { results } = await client
    .prepare(text)
    .bind(...values)
    .all<Row>();
  return results;
}

function cached(name: string, built: SQL): Parametrized {
  const { sql, params } = dialect.sqlToQuery(built);
  const statement = numberParameters(sql, params);
  if (name.length <= LONGEST_NAME) statements.set(name, statement);
  return statement;
}
